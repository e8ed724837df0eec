"""Who asks, and how they and their company stand now: never what the token says they may."""

import msgspec
import pytest
from litestar import Litestar

from domain.identity.permissions import Permission, Role
from domain.shared.ids import SessionId, UserId
from domain.tenants.tenant import PLATFORM, TenantStatus
from tests.accounts import Accounts
from tests.http.calls import error_of
from tests.http.guards.conftest import ClientOf, Company

ME = "/api/v1/auth/me"
TICKET = "/api/v1/ws/ticket"
FLOWS = "/api/v1/flows"
CONFIGS = "/api/v1/whatsapp-configs"


class TestPeople:
    async def test_a_session_that_lives_gets_in(self, app: Litestar, client_of: ClientOf, company: Company) -> None:
        answer = await client_of(app, authorization=await company.someone(Role.VIEWER)).get(FLOWS)

        assert answer.status_code == 200

    async def test_a_session_that_ended_does_not(self, app: Litestar, client_of: ClientOf, company: Company) -> None:
        claims = await company.person()
        client = client_of(app, authorization=company.bearer(claims))
        before = await client.get(FLOWS)

        await company.end(claims)
        after = await client.get(FLOWS)

        assert (before.status_code, after.status_code) == (200, 401)
        assert error_of(after).code == "SESSION_ENDED"
        assert after.headers["www-authenticate"].startswith("Bearer")

    @pytest.mark.parametrize("field", ["session_id", "user_id", "tenant_id"])
    async def test_a_token_that_is_not_its_sessions_does_not(
        self, app: Litestar, client_of: ClientOf, company: Company, accounts: Accounts, field: str
    ) -> None:
        mine, theirs = await company.person(), await accounts.a_session(tenant=UserId(company._ids.new()))
        others = {"session_id": SessionId(company._ids.new()), "user_id": theirs.user_id, "tenant_id": theirs.tenant_id}
        mixed = msgspec.structs.replace(mine, **{field: others[field]})

        answer = await client_of(app, authorization=company.bearer(mixed)).get(FLOWS)

        assert answer.status_code == 401

    async def test_rights_are_the_sessions_not_the_tokens(
        self, app: Litestar, client_of: ClientOf, company: Company
    ) -> None:
        claims = await company.person(Role.VIEWER)
        boast = msgspec.structs.replace(claims, role=Role.ADMIN)

        answer = await client_of(app, authorization=company.bearer(boast)).get(CONFIGS)

        assert answer.status_code == 403
        assert error_of(answer).code == "PERMISSION_DENIED"


class TestPrograms:
    async def test_a_key_opens_what_its_scopes_hold(self, app: Litestar, client_of: ClientOf, company: Company) -> None:
        client = client_of(app, x_api_key=await company.api_key(Permission.FLOWS_READ))

        assert (await client.get(FLOWS)).status_code == 200
        refused = await client.get(CONFIGS)
        assert (refused.status_code, error_of(refused).code) == (403, "PERMISSION_DENIED")

    async def test_a_key_never_holds_more_than_its_owner(
        self, app: Litestar, client_of: ClientOf, company: Company
    ) -> None:
        key = await company.api_key(Permission.FLOWS_READ, Permission.WHATSAPP_MANAGE, role=Role.VIEWER)

        answer = await client_of(app, x_api_key=key).get(CONFIGS)

        assert answer.status_code == 403

    async def test_what_is_a_persons_own_is_no_keys(self, app: Litestar, client_of: ClientOf, company: Company) -> None:
        client = client_of(app, x_api_key=await company.api_key(*Permission))

        answer = await client.post(TICKET)

        assert (answer.status_code, error_of(answer).code) == (403, "SESSION_REQUIRED")

    @pytest.mark.parametrize("key", ["", "nonsense", "pytake_abcdefghijkl_" + "x" * 43, "x" * 5_000])
    async def test_what_is_no_key_is_401(self, app: Litestar, client_of: ClientOf, company: Company, key: str) -> None:
        assert company
        answer = await client_of(app, x_api_key=key).get(FLOWS)

        assert (answer.status_code, error_of(answer).code) == (401, "API_KEY_INVALID")

    async def test_two_callers_at_once_are_400(self, app: Litestar, client_of: ClientOf, company: Company) -> None:
        client = client_of(app, x_api_key=await company.api_key(*Permission), authorization=await company.someone())

        answer = await client.get(FLOWS)

        assert (answer.status_code, error_of(answer).fields) == (400, ["X-API-Key"])

    @pytest.mark.parametrize("name", ["Authorization", "X-API-Key", "Idempotency-Key"])
    async def test_a_header_that_comes_twice_is_400(
        self, app: Litestar, client_of: ClientOf, company: Company, name: str
    ) -> None:
        assert company
        answer = await client_of(app).get(FLOWS, headers=[(name, "a"), (name, "b")])

        assert (answer.status_code, error_of(answer).fields) == (400, [name])


class TestCompanies:
    @pytest.mark.parametrize("caller", ["person", "key"])
    async def test_a_cancelled_one_is_nobody(
        self, app: Litestar, client_of: ClientOf, company: Company, caller: str
    ) -> None:
        client = await self.client(app, client_of, company, caller)
        await company.becomes(status=TenantStatus.CANCELLED)

        assert (await client.get(FLOWS)).status_code == 401

    @pytest.mark.parametrize("caller", ["person", "key"])
    async def test_a_suspended_one_reads_and_does_nothing_else(
        self, app: Litestar, client_of: ClientOf, company: Company, caller: str
    ) -> None:
        client = await self.client(app, client_of, company, caller)
        await company.becomes(status=TenantStatus.SUSPENDED)

        reading, writing = await client.get(FLOWS), await client.post(FLOWS, json={})

        assert reading.status_code == 200
        assert (writing.status_code, error_of(writing).code) == (403, "TENANT_SUSPENDED")

    async def test_the_people_of_a_suspended_one_mind_their_own(
        self, app: Litestar, client_of: ClientOf, company: Company
    ) -> None:
        client = client_of(app, authorization=await company.someone())
        await company.becomes(status=TenantStatus.SUSPENDED)

        assert (await client.post(TICKET)).status_code == 201

    @pytest.mark.parametrize("caller", ["person", "key"])
    async def test_addresses_outside_its_list_are_shut_out(
        self, app: Litestar, client_of: ClientOf, company: Company, caller: str
    ) -> None:
        client = await self.client(app, client_of, company, caller)
        await company.becomes(security={"allowed_networks": ["203.0.113.0/24"]})

        outside = await client.get(FLOWS)
        await company.becomes(security={"allowed_networks": ["203.0.113.0/24", "198.51.100.0/28"]})
        inside = await client.get(FLOWS)

        assert (outside.status_code, error_of(outside).code) == (403, "IP_NOT_ALLOWED")
        assert inside.status_code == 200

    async def test_who_lacks_the_second_factor_may_only_set_it_up(
        self, app: Litestar, client_of: ClientOf, company: Company
    ) -> None:
        client = client_of(app, authorization=await company.someone())
        await company.becomes(security={"two_factor_required": True})

        shut = [await client.get(FLOWS), await client.post(TICKET), await client.post(FLOWS, json={})]

        assert {(answer.status_code, error_of(answer).code) for answer in shut} == {(403, "TWO_FACTOR_REQUIRED")}
        assert (await client.get(ME)).status_code == 200

    @staticmethod
    async def client(app: Litestar, client_of: ClientOf, company: Company, caller: str):  # noqa: ANN205
        if caller == "key":
            return client_of(app, x_api_key=await company.api_key(*Permission))
        return client_of(app, authorization=await company.someone())


class TestOperators:
    async def test_an_operator_is_nobody_in_a_company(
        self, app: Litestar, client_of: ClientOf, company: Company, accounts: Accounts
    ) -> None:
        claims = await accounts.a_session(Role.SUPER_ADMIN, tenant=PLATFORM)
        client = client_of(app, authorization=company.bearer(claims))

        assert (await client.get(FLOWS)).status_code == 403
        assert (await client.get(ME)).status_code == 200
