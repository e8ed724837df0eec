"""Secrets and hosts over HTTP: a value goes in and never comes out."""

import httpx
import pytest

from application.ports.unit_of_work import UnitOfWork
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from tests.contract.repositories.stored import NOW
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.people.people import audited

SECRETS = "/api/v1/secrets"
HOSTS = "/api/v1/api-hosts"
VALUE = "canary-7d2e"


async def test_a_secret_is_set_listed_renewed_and_removed(admin: httpx.AsyncClient) -> None:
    body = {"value": VALUE, "hosts": ["API.Example.com", "api.example.com"]}

    made = await admin.put(f"{SECRETS}/PIX", json=body)
    renewed = await admin.put(f"{SECRETS}/PIX", json={**body, "hosts": ["b.example"]}, headers={"if-match": '"0"'})
    late = await admin.put(f"{SECRETS}/PIX", json=body, headers={"if-match": '"0"'})
    listed = await admin.get(SECRETS)
    removed = await admin.delete(f"{SECRETS}/PIX")
    gone = await admin.delete(f"{SECRETS}/PIX")

    assert (made.status_code, made.headers["etag"], made.json()["hosts"]) == (200, '"0"', ["api.example.com"])
    assert (renewed.json()["id"], renewed.headers["etag"]) == (made.json()["id"], '"1"')
    assert (late.status_code, error_of(late).code) == (409, "VERSION_CONFLICT")
    assert listed.json()["items"] == [renewed.json()]
    assert (removed.status_code, gone.status_code, error_of(gone).code) == (204, 404, "SECRET_NOT_FOUND")
    answers = (made, renewed, late, listed, removed, gone, await admin.get("/api/v1/audit"))
    assert not any(VALUE in answer.text for answer in answers)
    told = await audited(admin)
    assert (told.count("secret.set"), told.count("secret.removed")) == (2, 1)


@pytest.mark.parametrize(
    ("name", "changed", "field"),
    [
        ("PIX", {"hosts": []}, "hosts"),
        ("PIX", {"hosts": ["https://a.example"]}, "hosts[0]"),
        ("PIX", {"value": "a\nb"}, "value"),
        ("PIX-1", {}, "name"),
    ],
)
async def test_what_cannot_be_kept_is_named(
    admin: httpx.AsyncClient, name: str, changed: dict[str, object], field: str
) -> None:
    answer = await admin.put(f"{SECRETS}/{name}", json={"value": "x", "hosts": ["a.example"], **changed})

    assert answer.status_code == 422
    assert field in [detail.field for detail in error_of(answer).details]


async def test_hosts_are_shown_to_whoever_reads_flows(
    admin: httpx.AsyncClient, uow_of_app: UnitOfWork, tenant_id: TenantId
) -> None:
    async with uow_of_app(tenant_id) as tx:
        await tx.api_hosts.succeeded("a.example", ms=41, at=NOW)
        await tx.api_hosts.failed("b.example", error="timeout", at=NOW)

    hosts = (await admin.get(HOSTS, params={"sort": "failures_in_a_row", "order": "desc"})).json()["items"]
    failing = (await admin.get(HOSTS, params={"is_failing": "true"})).json()["items"]

    assert [(host["host"], host["failures_in_a_row"], host["last_ms"]) for host in hosts] == [
        ("b.example", 1, None),
        ("a.example", 0, 41),
    ]
    assert [host["last_error"] for host in failing] == ["timeout"]


async def test_an_agent_sees_none(calling: Caller) -> None:
    agent = calling(Role.AGENT)

    assert (await agent.get(SECRETS)).status_code == 403
