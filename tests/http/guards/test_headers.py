"""What browsers are told: what they may do with our answers, and which pages may read them."""

from typing import Any

import httpx
import pytest
from dishka import AsyncContainer
from litestar import Litestar

from adapters.postgres.dashboard_origins import PostgresDashboardOrigins
from application.ports.dashboard_origins import DashboardOrigins
from tests.http.guards.conftest import AppOf, ClientOf, Company

OURS, THEIRS, STRANGER = "https://app.pytake.example", "https://painel.aurora.example", "https://evil.example"
FLOWS, VERSION = "/api/v1/flows", "/api/v1/version"
PREFLIGHT = {"access-control-request-method": "POST", "access-control-request-headers": "authorization"}


@pytest.fixture
def fronted(app_of: AppOf) -> Litestar:
    """An application with a dashboard of its own."""
    return app_of(dashboard_origins=(OURS,))


class TestSecurityHeaders:
    @pytest.mark.parametrize("path", [VERSION, "/docs", "/redoc", "/nothing", "/api-docs/openapi.json", FLOWS])
    async def test_every_answer_has_them(self, http: httpx.AsyncClient, path: str) -> None:
        headers = (await http.get(path)).headers

        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert "camera=()" in headers["permissions-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "server" not in headers

    @pytest.mark.parametrize("path", [VERSION, "/docs", "/redoc", "/nothing"])
    async def test_no_policy_lets_a_page_run_what_it_holds_itself(self, http: httpx.AsyncClient, path: str) -> None:
        policy = (await http.get(path)).headers["content-security-policy"]

        assert "unsafe" not in policy

    @pytest.mark.parametrize(
        ("url", "there"), [("https://api.example", True), ("http://localhost:8000", False), ("", False)]
    )
    async def test_only_behind_tls_browsers_are_told_to_stay_there(
        self, app_of: AppOf, client_of: ClientOf, url: str, *, there: bool
    ) -> None:
        answer = await client_of(app_of(public_url=url)).get(VERSION)

        assert ("strict-transport-security" in answer.headers) is there

    async def test_answers_are_kept_by_nobody(self, admin: httpx.AsyncClient) -> None:
        assert (await admin.get(FLOWS)).headers["cache-control"] == "no-store"


class TestCors:
    async def test_a_page_of_ours_may_read(self, fronted: Litestar, client_of: ClientOf, company: Company) -> None:
        answer = await client_of(fronted, authorization=await company.someone(), origin=OURS).get(FLOWS)

        assert answer.headers["access-control-allow-origin"] == OURS
        assert "ratelimit-remaining" in answer.headers["access-control-expose-headers"]
        assert "access-control-allow-credentials" not in answer.headers

    async def test_a_companys_own_page_may_read_the_companys_answers(
        self, fronted: Litestar, client_of: ClientOf, company: Company
    ) -> None:
        await company.becomes(dashboard_origins=[THEIRS])

        answer = await client_of(fronted, authorization=await company.someone(), origin=THEIRS).get(FLOWS)

        assert answer.headers["access-control-allow-origin"] == THEIRS

    async def test_and_no_other_companys(
        self, fronted: Litestar, client_of: ClientOf, company: Company, other_company: Company
    ) -> None:
        await company.becomes(dashboard_origins=[THEIRS])

        answer = await client_of(fronted, authorization=await other_company.someone(), origin=THEIRS).get(FLOWS)

        assert answer.status_code == 200
        assert "access-control-allow-origin" not in answer.headers

    @pytest.mark.parametrize(
        "origin", [STRANGER, "null", "", f"{OURS}.evil.example", OURS.upper(), f"{OURS}:8443", "*"]
    )
    async def test_a_stranger_may_not(
        self, fronted: Litestar, client_of: ClientOf, company: Company, origin: str
    ) -> None:
        client = client_of(fronted, authorization=await company.someone(), origin=origin)

        answers = [await client.get(FLOWS), await client.get(VERSION), await client.options(FLOWS, headers=PREFLIGHT)]

        assert not any("access-control-allow-origin" in answer.headers for answer in answers)

    @pytest.mark.parametrize("origin", [OURS, THEIRS])
    async def test_a_preflight_is_answered_for_every_registered_page(
        self, app_of: AppOf, client_of: ClientOf, company: Company, origin: str
    ) -> None:
        await company.becomes(dashboard_origins=[THEIRS])

        answer = await client_of(app_of(dashboard_origins=(OURS,)), origin=origin).options(FLOWS, headers=PREFLIGHT)

        assert answer.status_code == 204
        assert answer.headers["access-control-allow-origin"] == origin
        assert "PATCH" in answer.headers["access-control-allow-methods"]
        assert "idempotency-key" in answer.headers["access-control-allow-headers"]
        assert "access-control-allow-credentials" not in answer.headers

    async def test_a_login_page_of_a_company_may_read_why_it_was_refused(
        self, app_of: AppOf, client_of: ClientOf, company: Company
    ) -> None:
        await company.becomes(dashboard_origins=[THEIRS])

        answer = await client_of(app_of(), origin=THEIRS).get(FLOWS)

        assert answer.status_code == 401
        assert answer.headers["access-control-allow-origin"] == THEIRS

    async def test_caches_are_told_that_answers_differ_by_page(self, http: httpx.AsyncClient) -> None:
        answers = [await http.get(VERSION), await http.get("/nothing"), await http.options(VERSION, headers=PREFLIGHT)]

        assert all("origin" in answer.headers["vary"].lower() for answer in answers)

    async def test_options_without_a_page_names_the_methods(self, http: httpx.AsyncClient) -> None:
        answer = await http.options(FLOWS)

        assert answer.status_code == 204
        assert "GET" in answer.headers["allow"]


@pytest.fixture(autouse=True)
async def _origins_read_anew(container: AsyncContainer) -> None:
    """They are remembered for a minute, for longer than a test."""
    origins: PostgresDashboardOrigins = await container.get(DashboardOrigins)
    origins._read_at = None


@pytest.fixture
async def other_company(company: Company, accounts: Any) -> Company:  # noqa: ANN401
    """Another tenant."""
    other = await accounts.a_session(tenant=company._ids.new())
    return Company(
        other.tenant_id,
        accounts=company._accounts,
        platform=company._platform,
        tokens=company._tokens,
        standings=company._standings,
    )
