"""How fast one may call, and what one is told of it."""

import httpx
import msgspec
import pytest
from litestar import Litestar

from application.ports.request_limits import Allowance
from domain.identity.permissions import Permission, Role
from entrypoints.http.settings import Rates
from tests.http.calls import VERIFY_TOKEN, WEBHOOK, error_of, sign
from tests.http.conftest import UNLIMITED
from tests.http.guards.conftest import AppOf, ClientOf, Company
from tests.http.route_table import routes_of

VERSION = "/api/v1/version"
FLOWS = "/api/v1/flows"
SLOW = Rates(per_second=0.01, burst=3, tenant_per_second=0.01, tenant_burst=5)


@pytest.fixture
def slow(app_of: AppOf) -> Litestar:
    """An application that lets three requests of a caller pass, five of a company, and then none for a long time."""
    return app_of(rates=SLOW)


def told(answer: httpx.Response) -> tuple[int, int, int]:
    return tuple(int(answer.headers[f"ratelimit-{name}"]) for name in ("limit", "remaining", "reset"))  # type: ignore[return-value]


async def codes(client: httpx.AsyncClient, path: str, times: int) -> list[int]:
    return [(await client.get(path)).status_code for _ in range(times)]


class TestStrangers:
    async def test_an_address_has_a_burst_and_is_told_what_is_left(self, slow: Litestar, client_of: ClientOf) -> None:
        client = client_of(slow)

        answers = [await client.get(VERSION) for _ in range(4)]

        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert [told(answer)[:2] for answer in answers] == [(3, 2), (3, 1), (3, 0), (3, 0)]
        assert error_of(answers[3]).code == "RATE_LIMITED"
        assert int(answers[3].headers["retry-after"]) == pytest.approx(100, abs=3)
        assert told(answers[3])[2] == pytest.approx(300, abs=3)

    async def test_addresses_do_not_share(self, slow: Litestar, client_of: ClientOf) -> None:
        await codes(client_of(slow), VERSION, 4)

        assert await codes(client_of(slow, peer="198.51.100.8"), VERSION, 1) == [200]

    async def test_a_customers_whole_ipv6_network_shares(self, slow: Litestar, client_of: ClientOf) -> None:
        each = [client_of(slow, peer=f"2001:db8:1:2::{number}") for number in range(1, 5)]

        answers = [await codes(client, VERSION, 1) for client in each]

        assert answers == [[200], [200], [200], [429]]
        assert await codes(client_of(slow, peer="2001:db8:1:3::1"), VERSION, 1) == [200]

    @pytest.mark.parametrize("path", ["/.env", "/api/v1/nothing", "/api/v1/flows/not-a-uuid"])
    async def test_trying_unknown_addresses_is_counted_too(
        self, slow: Litestar, client_of: ClientOf, path: str
    ) -> None:
        assert await codes(client_of(slow), path, 5) == [404, 404, 404, 429, 429]

    async def test_the_description_is_counted_too(self, slow: Litestar, client_of: ClientOf) -> None:
        client = client_of(slow)
        await client.get("/.env")
        await client.get("/.env")

        assert await codes(client, "/api-docs/nothing", 2) == [404, 429]

    async def test_trying_tokens_is_counted_by_the_address(self, slow: Litestar, client_of: ClientOf) -> None:
        answers = [await client_of(slow, authorization=f"Bearer x{number}").get(FLOWS) for number in range(4)]

        assert [answer.status_code for answer in answers] == [401, 401, 401, 429]

    async def test_a_forwarded_address_counts_only_from_a_proxy_of_ours(
        self, app_of: AppOf, client_of: ClientOf
    ) -> None:
        app = app_of(rates=SLOW, trusted_proxies=("10.0.0.0/8",))

        async def spread(peer: str) -> list[int]:
            clients = [client_of(app, peer=peer, x_forwarded_for=f"203.0.113.{number}") for number in range(4)]
            return [(await client.get(VERSION)).status_code for client in clients]

        assert await spread("198.51.100.7") == [200, 200, 200, 429]
        assert await spread("10.1.1.1") == [200, 200, 200, 200]

    @pytest.mark.parametrize("path", ["/api/v1/health/live", "/api/v1/health/ready"])
    async def test_health_is_not_counted(self, slow: Litestar, client_of: ClientOf, path: str) -> None:
        answer = [await client_of(slow).get(path) for _ in range(6)][-1]

        assert answer.status_code == 200
        assert "ratelimit-limit" not in answer.headers

    async def test_deliveries_are_not_counted(self, slow: Litestar, client_of: ClientOf) -> None:
        body = b'{"object":"whatsapp_business_account","entry":[]}'

        good = [await client_of(slow).post(WEBHOOK, content=body, headers=sign(body)) for _ in range(6)]
        bad = [await client_of(slow).post(WEBHOOK, content=body, headers=sign(body, "wrong")) for _ in range(6)]

        assert {answer.status_code for answer in good} == {200}
        assert {answer.status_code for answer in bad} == {401}

    async def test_metas_verification_is(self, slow: Litestar, client_of: ClientOf) -> None:
        asked = {"hub.mode": "subscribe", "hub.verify_token": VERIFY_TOKEN, "hub.challenge": "1"}

        answers = [await client_of(slow).get(WEBHOOK, params=asked) for _ in range(4)]

        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]


class TestCallers:
    async def test_a_person_has_a_bucket_wherever_they_call_from(
        self, slow: Litestar, client_of: ClientOf, company: Company
    ) -> None:
        token = await company.someone()
        each = [client_of(slow, peer=f"198.51.100.{number}", authorization=token) for number in range(4)]

        answers = [await client.get(FLOWS) for client in each]

        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert [told(answer)[:2] for answer in answers] == [(3, 2), (3, 1), (3, 0), (3, 0)]

    async def test_the_people_of_a_company_share_another(
        self, slow: Litestar, client_of: ClientOf, company: Company
    ) -> None:
        each = [client_of(slow, authorization=await company.someone()) for _ in range(2)]

        answers = [code for client in each for code in await codes(client, FLOWS, 3)]

        assert answers == [200] * 5 + [429]

    async def test_its_programs_too(self, slow: Litestar, client_of: ClientOf, company: Company) -> None:
        key = client_of(slow, x_api_key=await company.api_key(Permission.FLOWS_READ))
        person = client_of(slow, authorization=await company.someone())

        assert await codes(key, FLOWS, 4) == [200, 200, 200, 429]
        assert await codes(person, FLOWS, 3) == [200, 200, 429]

    async def test_what_the_company_set_for_itself_holds(
        self, slow: Litestar, client_of: ClientOf, company: Company
    ) -> None:
        await company.becomes(rate_limits={"requests_per_second": 1, "burst": 8})

        answers = await codes(client_of(slow, authorization=await company.someone()), FLOWS, 9)

        assert answers == [200] * 8 + [429]

    async def test_a_request_that_is_refused_counts(
        self, slow: Litestar, client_of: ClientOf, company: Company
    ) -> None:
        client = client_of(slow, authorization=await company.someone(Role.VIEWER))

        assert await codes(client, "/api/v1/whatsapp-configs", 4) == [403, 403, 403, 429]

    async def test_strangers_behind_the_same_address_take_nothing_from_them(
        self, slow: Litestar, client_of: ClientOf, company: Company
    ) -> None:
        await codes(client_of(slow), VERSION, 5)

        assert await codes(client_of(slow, authorization=await company.someone()), FLOWS, 1) == [200]


class TestClasses:
    async def test_a_public_form_is_filled_in_now_and_then(self, app_of: AppOf, client_of: ClientOf) -> None:
        app = app_of(rates=msgspec.structs.replace(UNLIMITED, rare_per_second=0.01, rare_burst=2))
        form = {"email": "nobody@aurora.example"}

        answers = [await client_of(app).post("/api/v1/auth/forgot-password", json=form) for _ in range(3)]
        reading = await client_of(app).get(VERSION)

        assert [answer.status_code for answer in answers] == [202, 202, 429]
        assert told(answers[0])[:2] == (2, 1)
        assert reading.status_code == 200

    async def test_a_company_exports_now_and_then(self, app_of: AppOf, client_of: ClientOf, company: Company) -> None:
        app = app_of(rates=msgspec.structs.replace(UNLIMITED, heavy_per_second=0.01, heavy_burst=2))
        each = [client_of(app, authorization=await company.someone()) for _ in range(3)]

        answers = [await client.get("/api/v1/audit/verify") for client in each]
        reading = await each[0].get(FLOWS)

        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert reading.status_code == 200


async def test_every_answer_that_is_counted_says_so(
    app: Litestar, http: httpx.AsyncClient, admin: httpx.AsyncClient
) -> None:
    uncounted = {
        "Live",
        "CheckReadiness",
        "GetMetrics",
        "ReceiveWebhook",
        "ReceiveConfigWebhook",
        "ReceiveEvolutionWebhook",
    }

    for route in routes_of(app):
        path = route.at(dict.fromkeys(route.parameters, "0198a000-0000-7000-8000-00000000dead"))
        for client in (http, admin):
            answer = await client.request(route.method, path)
            assert ("ratelimit-remaining" in answer.headers) is (route.operation not in uncounted), route


def test_an_allowance_tells_when_to_come_back() -> None:
    assert Allowance(limit=1, remaining=0, reset=1.0).retry_after is None
