"""`/tenant` and `/plans`: a company about itself."""

import httpx
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from domain.tenants.plans import Metric
from tests.http.calls import FLOW, config, error_of
from tests.http.conftest import Caller

TENANT = "/api/v1/tenant"


class TestPlans:
    @pytest.mark.parametrize("role", [Role.VIEWER, Role.AGENT, Role.ADMIN, Role.SUPER_ADMIN])
    async def test_are_for_anybody(self, role: Role, calling: Caller) -> None:
        answer = await calling(role).get("/api/v1/plans")

        plans = answer.json()["items"]
        assert [plan["code"] for plan in plans] == ["free_trial", "starter", "growth", "enterprise"]
        assert set(plans[0]["limits"]) == {metric.value for metric in Metric}

    async def test_are_not_for_strangers(self, http: httpx.AsyncClient) -> None:
        assert (await http.get("/api/v1/plans")).status_code == 401


class TestReading:
    @pytest.mark.parametrize("role", [Role.VIEWER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN])
    async def test_everybody_of_the_company_may(self, role: Role, calling: Caller, tenant_id: TenantId) -> None:
        answer = await calling(role).get(TENANT)

        assert (answer.status_code, answer.json()["id"]) == (200, str(tenant_id))
        assert answer.headers["etag"] == '"0"'

    async def test_shows_the_settings_as_they_are_at_first(self, admin: httpx.AsyncClient) -> None:
        shown = (await admin.get(TENANT)).json()

        assert (shown["currency"], shown["away_after_minutes"], shown["dashboard_origins"]) == ("BRL", 10, [])
        assert shown["security"] == {"two_factor_required": False, "allowed_networks": [], "session_hours": None}

    async def test_says_nothing_that_is_the_operators(self, admin: httpx.AsyncClient) -> None:
        assert not {"limits", "status_reason", "isolation"} & (await admin.get(TENANT)).json().keys()

    async def test_usage_is_counted_against_limits(
        self, admin: httpx.AsyncClient, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        async with uow(tenant_id) as tx:
            tenant = await tx.tenants.get()
            tenant.limits = {Metric.FLOWS: 3}
            await tx.tenants.save(tenant)
        await admin.post("/api/v1/flows", json={"document": FLOW})

        usage = (await admin.get(f"{TENANT}/usage")).json()

        counts = {one["metric"]: one for one in usage["metrics"]}
        assert counts["flows"] == {"metric": "flows", "used": 1, "limit": 3, "remaining": 2}
        assert counts["contacts"] == {"metric": "contacts", "used": 0, "limit": None, "remaining": None}


class TestWriting:
    async def test_changes_what_is_named_and_leaves_the_rest(self, admin: httpx.AsyncClient) -> None:
        await admin.put(TENANT, json={"currency": "USD", "branding": {"name": "Aurora", "primary_color": "#0f766e"}})

        answer = await admin.put(TENANT, json={"branding": {"primary_color": None}, "time_zone": "America/Recife"})

        shown = answer.json()
        assert answer.headers["etag"] == '"2"'
        assert (shown["currency"], shown["time_zone"]) == ("USD", "America/Recife")
        assert (shown["branding"]["name"], shown["branding"]["primary_color"]) == ("Aurora", None)

    async def test_a_null_is_as_it_was_at_first(self, admin: httpx.AsyncClient) -> None:
        await admin.put(TENANT, json={"currency": "USD", "security": {"session_hours": 8}, "away_after_minutes": 99})

        shown = (await admin.put(TENANT, json={"currency": None, "security": None, "away_after_minutes": None})).json()

        assert (shown["currency"], shown["away_after_minutes"]) == ("BRL", 10)
        assert shown["security"]["session_hours"] is None

    async def test_refuses_whoever_was_slower(self, admin: httpx.AsyncClient) -> None:
        await admin.put(TENANT, json={"name": "Aurora"})

        answer = await admin.put(TENANT, json={"name": "Outra"}, headers={"if-match": '"0"'})

        assert (answer.status_code, error_of(answer).code) == (409, "VERSION_CONFLICT")

    @pytest.mark.parametrize("role", [Role.VIEWER, Role.AGENT, Role.SUPERVISOR])
    async def test_is_for_those_who_manage_it(self, role: Role, calling: Caller) -> None:
        answer = await calling(role).put(TENANT, json={"name": "Outra"})

        assert (answer.status_code, error_of(answer).code) == (403, "PERMISSION_DENIED")

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"time_zone": "Mars/Olympus"}, "time_zone"),
            ({"language": "fr"}, "language"),
            ({"currency": "R$"}, "currency"),
            ({"branding": {"primary_color": "red"}}, "branding.primary_color"),
            ({"branding": {"logo_url": "http://a.com/x.png"}}, "branding.logo_url"),
            ({"security": {"session_hours": 721}}, "security.session_hours"),
            ({"security": {"allowed_networks": ["10.0.0.0/33"]}}, "security.allowed_networks[0]"),
            ({"rate_limits": {"requests_per_second": 100_000}}, "rate_limits.requests_per_second"),
            ({"dashboard_origins": ["https://a.com/path"]}, "dashboard_origins[0]"),
            ({"away_after_minutes": 0}, "away_after_minutes"),
            ({"name": " "}, "name"),
            ({"slug": "outra"}, "slug"),
            ({"plan": "enterprise"}, "plan"),
            ({"branding": {"font": "Arial"}}, "branding.font"),
        ],
    )
    async def test_names_what_is_wrong(self, wrong: dict[str, object], field: str, admin: httpx.AsyncClient) -> None:
        answer = await admin.put(TENANT, json=wrong)

        assert (answer.status_code, error_of(answer).fields) == (422, [field])

    async def test_nobody_locks_themselves_out(self, admin: httpx.AsyncClient) -> None:
        answer = await admin.put(TENANT, json={"security": {"allowed_networks": ["203.0.113.0/24"]}})

        assert (answer.status_code, error_of(answer).fields) == (422, ["security.allowed_networks"])
        assert (await admin.get(TENANT)).status_code == 200

    async def test_an_allow_list_with_ones_own_address_is_taken_and_holds(self, admin: httpx.AsyncClient) -> None:
        answer = await admin.put(TENANT, json={"security": {"allowed_networks": ["127.0.0.0/8", "203.0.113.0/24"]}})

        assert answer.status_code == 200
        assert (await admin.get(TENANT)).json()["security"]["allowed_networks"] == ["127.0.0.0/8", "203.0.113.0/24"]

    async def test_it_is_in_the_log_with_who_did_it(self, admin: httpx.AsyncClient) -> None:
        await admin.put(TENANT, json={"currency": "USD"})

        entries = (await admin.get("/api/v1/audit")).json()["items"]

        [entry] = [row for row in entries if row["action"] == "tenant.updated"]
        assert entry["actor_kind"] == "user"
        assert (entry["before"]["settings"]["currency"], entry["after"]["settings"]["currency"]) == ("BRL", "USD")


class TestLimits:
    @pytest.fixture(autouse=True)
    async def _one_of_each(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        async with uow(tenant_id) as tx:
            tenant = await tx.tenants.get()
            tenant.limits = dict.fromkeys(Metric, 1)
            await tx.tenants.save(tenant)

    async def test_of_flows(self, admin: httpx.AsyncClient) -> None:
        first, second = [await admin.post("/api/v1/flows", json={"document": FLOW}) for _ in range(2)]

        assert (first.status_code, second.status_code) == (201, 403)
        error = error_of(second)
        assert (error.code, error.fields) == ("PLAN_LIMIT_REACHED", ["flows"])
        assert "upgrade" in error.message

    async def test_of_numbers(self, admin: httpx.AsyncClient) -> None:
        first = await admin.post("/api/v1/whatsapp-configs", json=config())
        second = await admin.post("/api/v1/whatsapp-configs", json=config(phone_number_id="2"))

        assert (first.status_code, second.status_code) == (201, 403)
        assert error_of(second).fields == ["whatsapp_numbers"]
