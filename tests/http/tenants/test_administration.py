"""`/tenants`: what the platform's operators do with companies, and nobody else."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import httpx
import pytest

from adapters.postgres.database import Database
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from tests.http.calls import error_of
from tests.http.conftest import Caller

TENANTS = "/api/v1/tenants"
NOBODY = UUID(int=7)


@pytest.fixture
def operator(calling: Caller) -> httpx.AsyncClient:
    return calling(Role.SUPER_ADMIN)


async def create(operator: httpx.AsyncClient, slug: str = "brisa", **fields: object) -> dict[str, object]:
    answer = await operator.post(TENANTS, json={"name": slug.title(), "slug": slug, **fields})
    assert answer.status_code == 201, answer.text
    found: dict[str, object] = answer.json()
    return found


class TestCreating:
    async def test_begins_with_a_trial(self, operator: httpx.AsyncClient) -> None:
        answer = await operator.post(TENANTS, json={"name": "Brisa", "slug": "brisa"})

        shown = answer.json()
        assert answer.status_code == 201
        assert answer.headers["etag"] == '"0"'
        assert (shown["status"], shown["plan"], shown["limits"]) == ("trial", "free_trial", {})
        assert datetime.fromisoformat(shown["trial_ends_at"]) > datetime.now(UTC) + timedelta(days=13)

    async def test_invites_the_first_admin(self, operator: httpx.AsyncClient, platform_database: Database) -> None:
        shown = await create(operator, admin={"email": "Bia@Brisa.example", "name": "Bia"}, departments=["Suporte"])

        async with platform_database.connection() as connection:
            invited = await connection.fetchrow("SELECT tenant_id, email FROM platform.invitations")
        assert (str(invited["tenant_id"]), invited["email"]) == (shown["id"], "bia@brisa.example")

    async def test_refuses_a_slug_that_is_taken(self, operator: httpx.AsyncClient) -> None:
        await create(operator)

        answer = await operator.post(TENANTS, json={"name": "Outra", "slug": "brisa"})

        assert (answer.status_code, error_of(answer).code) == (409, "SLUG_TAKEN")

    @pytest.mark.parametrize(
        ("wrong", "fields"),
        [
            ({"slug": "Brisa"}, ["slug"]),
            ({"slug": "admin"}, ["slug"]),
            ({"domain": "http://brisa.com"}, ["domain"]),
            ({"time_zone": "Mars/Olympus"}, ["time_zone"]),
            ({"language": "fr"}, ["language"]),
            ({"plan": "platinum"}, ["plan"]),
            ({"limits": {"flows": -1}}, ["limits.flows"]),
            ({"admin": {"email": "nobody", "name": "Bia"}}, ["admin.email"]),
        ],
    )
    async def test_names_what_is_wrong(
        self, wrong: dict[str, object], fields: list[str], operator: httpx.AsyncClient
    ) -> None:
        answer = await operator.post(TENANTS, json={"name": "Brisa", "slug": "brisa", **wrong})

        assert (answer.status_code, error_of(answer).fields) == (422, fields)


class TestLooking:
    async def test_lists_companies_and_not_the_platform(self, operator: httpx.AsyncClient) -> None:
        await create(operator)

        page = (await operator.get(TENANTS)).json()

        assert page["items"][0]["slug"] == "brisa"
        assert str(PLATFORM) not in {row["id"] for row in page["items"]}

    async def test_filters_and_searches(self, operator: httpx.AsyncClient) -> None:
        await create(operator, "brisa", plan="growth")
        await create(operator, "cais", plan="growth")

        page = (await operator.get(TENANTS, params={"plan": "growth", "status": "active", "q": "BRÍ"})).json()

        assert [row["slug"] for row in page["items"]] == ["brisa"]

    async def test_goes_on_by_cursor(self, operator: httpx.AsyncClient) -> None:
        for slug in ("brisa", "cais", "duna"):
            await create(operator, slug, plan="growth")
        asked = {"plan": "growth", "limit": "2", "cursor": ""}

        first = (await operator.get(TENANTS, params=asked)).json()
        second = (await operator.get(TENANTS, params={**asked, "cursor": first["next_cursor"]})).json()

        assert [row["slug"] for row in first["items"] + second["items"]] == ["duna", "cais", "brisa"]

    @pytest.mark.parametrize("asked", [{"state": "active"}, {"status": "sleeping"}, {"sort": "password"}])
    async def test_refuses_what_it_does_not_know(self, asked: dict[str, str], operator: httpx.AsyncClient) -> None:
        assert (await operator.get(TENANTS, params=asked)).status_code == 400

    @pytest.mark.parametrize("missing", [NOBODY, PLATFORM])
    async def test_says_which_there_is_not(self, missing: UUID, operator: httpx.AsyncClient) -> None:
        answer = await operator.get(f"{TENANTS}/{missing}")

        assert (answer.status_code, error_of(answer).code) == (404, "TENANT_NOT_FOUND")


class TestChanging:
    async def test_leaves_what_is_absent_and_clears_what_is_null(self, operator: httpx.AsyncClient) -> None:
        shown = await create(operator, domain="brisa.com.br", limits={"users": 3})
        address = f"{TENANTS}/{shown['id']}"

        changed = await operator.put(address, json={"name": "Brisa do Mar", "domain": None})

        body = changed.json()
        assert (body["name"], body["domain"], body["slug"], body["limits"]) == (
            "Brisa do Mar", None, "brisa", {"users": 3},
        )  # fmt: skip
        assert changed.headers["etag"] == '"1"'

    async def test_sets_limits_over_the_plans(self, operator: httpx.AsyncClient) -> None:
        address = f"{TENANTS}/{(await create(operator))['id']}"

        await operator.put(address, json={"limits": {"users": None, "flows": 99}})
        usage = (await operator.get(f"{address}/usage")).json()

        limits = {one["metric"]: one["limit"] for one in usage["metrics"]}
        assert (limits["users"], limits["flows"], limits["contacts"]) == (None, 99, 1000)

    async def test_refuses_whoever_was_slower(self, operator: httpx.AsyncClient) -> None:
        address = f"{TENANTS}/{(await create(operator))['id']}"
        await operator.put(address, json={"name": "Brisa 2"})

        answer = await operator.put(address, json={"name": "Brisa 3"}, headers={"if-match": '"0"'})

        assert (answer.status_code, error_of(answer).code) == (409, "VERSION_CONFLICT")

    @pytest.mark.parametrize(
        "body", [{"status": "active"}, {"plan": "growth"}, {"name": None}, {"limits": {"cats": 1}}]
    )
    async def test_refuses_what_is_not_to_be_changed_here(
        self, body: dict[str, object], operator: httpx.AsyncClient
    ) -> None:
        address = f"{TENANTS}/{(await create(operator))['id']}"

        assert (await operator.put(address, json=body)).status_code == 422


class TestStanding:
    async def test_a_paid_plan_ends_the_trial(self, operator: httpx.AsyncClient) -> None:
        address = f"{TENANTS}/{(await create(operator))['id']}"

        shown = (await operator.post(f"{address}/upgrade", json={"plan": "growth"})).json()

        assert (shown["status"], shown["plan"], shown["trial_ends_at"]) == ("active", "growth", None)

    async def test_an_unknown_plan_is_named(self, operator: httpx.AsyncClient) -> None:
        address = f"{TENANTS}/{(await create(operator))['id']}"

        answer = await operator.post(f"{address}/upgrade", json={"plan": "platinum"})

        assert (answer.status_code, error_of(answer).fields) == (422, ["plan"])

    async def test_nobody_goes_back_to_the_trial(self, operator: httpx.AsyncClient) -> None:
        address = f"{TENANTS}/{(await create(operator, plan='growth'))['id']}"

        answer = await operator.post(f"{address}/upgrade", json={"plan": "free_trial"})

        assert (answer.status_code, error_of(answer).code) == (409, "TENANT_STATE")

    async def test_suspending_and_activating(self, operator: httpx.AsyncClient) -> None:
        address = f"{TENANTS}/{(await create(operator, plan='growth'))['id']}"

        suspended = (await operator.post(f"{address}/suspend", json={"reason": "unpaid"})).json()
        twice = await operator.post(f"{address}/suspend", json={"reason": "unpaid"})
        active = (await operator.post(f"{address}/activate")).json()
        again = await operator.post(f"{address}/activate")

        assert (suspended["status"], suspended["status_reason"]) == ("suspended", "unpaid")
        assert (active["status"], active["status_reason"]) == ("active", None)
        assert (twice.status_code, again.status_code) == (409, 409)

    async def test_a_suspension_has_a_reason(self, operator: httpx.AsyncClient) -> None:
        address = f"{TENANTS}/{(await create(operator))['id']}"

        assert (await operator.post(f"{address}/suspend", json={"reason": "  "})).status_code == 422

    async def test_a_suspended_company_reads_and_nothing_else(
        self, operator: httpx.AsyncClient, admin: httpx.AsyncClient, tenant_id: TenantId
    ) -> None:
        await operator.post(f"{TENANTS}/{tenant_id}/suspend", json={"reason": "unpaid"})

        reading = await admin.get("/api/v1/tenant")
        writing = await admin.put("/api/v1/tenant", json={"name": "Aurora"})

        assert (reading.status_code, reading.json()["status"]) == (200, "suspended")
        assert (writing.status_code, error_of(writing).code) == (403, "TENANT_SUSPENDED")

    async def test_nobody_of_a_deleted_company_gets_in_until_it_comes_back(
        self, operator: httpx.AsyncClient, admin: httpx.AsyncClient, tenant_id: TenantId
    ) -> None:
        before = await admin.get("/api/v1/tenant")

        deleted = await operator.delete(f"{TENANTS}/{tenant_id}")
        refused = await admin.get("/api/v1/tenant")
        await operator.post(f"{TENANTS}/{tenant_id}/activate")
        after = await admin.get("/api/v1/tenant")

        assert (deleted.status_code, deleted.json()["status"]) == (200, "cancelled")
        assert deleted.json()["deleted_at"] is not None
        assert [answer.status_code for answer in (before, refused, after)] == [200, 401, 200]

    @pytest.mark.parametrize(
        ("method", "path", "body"),
        [
            ("POST", "upgrade", {"plan": "growth"}),
            ("POST", "suspend", {"reason": "unpaid"}),
            ("POST", "activate", None),
            ("GET", "usage", None),
            ("PUT", "", {"name": "x"}),
            ("DELETE", "", None),
        ],
    )
    @pytest.mark.parametrize("missing", [NOBODY, PLATFORM])
    async def test_a_company_that_is_not_there(
        self, method: str, path: str, body: object, missing: UUID, operator: httpx.AsyncClient
    ) -> None:
        answer = await operator.request(method, f"{TENANTS}/{missing}/{path}".rstrip("/"), json=body)

        assert (answer.status_code, error_of(answer).code) == (404, "TENANT_NOT_FOUND")


class TestOthers:
    @pytest.mark.parametrize("role", [role for role in Role if role is not Role.SUPER_ADMIN])
    @pytest.mark.parametrize(
        ("method", "path", "body"),
        [
            ("GET", "", None),
            ("POST", "", {"name": "Brisa", "slug": "brisa"}),
            ("GET", "/{own}", None),
            ("PUT", "/{own}", {"name": "x"}),
            ("DELETE", "/{own}", None),
            ("POST", "/{own}/upgrade", {"plan": "enterprise"}),
            ("POST", "/{own}/suspend", {"reason": "x"}),
            ("POST", "/{own}/activate", None),
            ("GET", "/{own}/usage", None),
        ],
    )
    async def test_may_do_none_of_it(
        self, method: str, path: str, body: object, role: Role, calling: Caller, tenant_id: TenantId
    ) -> None:
        answer = await calling(role).request(method, f"{TENANTS}{path.format(own=tenant_id)}", json=body)

        assert (answer.status_code, error_of(answer).code) == (403, "PERMISSION_DENIED")


async def test_every_change_is_in_the_companys_own_log(
    operator: httpx.AsyncClient, admin: httpx.AsyncClient, tenant_id: TenantId
) -> None:
    address = f"{TENANTS}/{tenant_id}"
    await operator.put(address, json={"name": "Aurora do Sul"})
    await operator.post(f"{address}/upgrade", json={"plan": "growth"})
    await operator.post(f"{address}/suspend", json={"reason": "unpaid"})
    await operator.post(f"{address}/activate")

    entries = (await admin.get("/api/v1/audit")).json()["items"]

    told = {row["action"]: row for row in entries if row["action"].startswith("tenant.")}
    assert list(told) == ["tenant.activated", "tenant.suspended", "tenant.plan_changed", "tenant.updated"]
    assert {row["actor_kind"] for row in told.values()} == {"operator"}
    assert told["tenant.plan_changed"]["before"]["plan"] == "enterprise"
    assert told["tenant.updated"]["after"] == {"name": "Aurora do Sul"}
