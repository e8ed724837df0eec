from datetime import UTC, datetime, timedelta

import httpx
import pytest

from adapters.postgres.database import Database
from domain.identity.api_key_text import read_api_key
from domain.identity.permissions import Role
from domain.shared.digest import digest_of
from domain.shared.ids import TenantId, UserId
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.people.people import (
    API_KEYS,
    DEPARTMENTS,
    ME,
    NOWHERE,
    ROLES,
    STATUS,
    USERS,
    a_person,
    audited,
    made,
)

SITE = {"name": "Site", "scopes": ["users:read", "departments:manage"]}


def by(key: dict[str, str]) -> dict[str, str]:
    return {"x-api-key": key["key"]}


async def test_its_text_is_shown_once(admin: httpx.AsyncClient, platform_database: Database) -> None:
    key = await made(admin, API_KEYS, SITE)
    text = key.pop("key")

    listed = await admin.get(API_KEYS)

    assert listed.json()["items"] == [key]
    assert text not in listed.text
    assert key["prefix"] == read_api_key(text)
    async with platform_database.connection() as connection:
        row = dict(await connection.fetchrow("SELECT * FROM platform.api_keys"))
    assert row["key_hash"] == digest_of(text)
    assert text not in str(row)
    log = await admin.get("/api/v1/audit")
    assert text not in log.text
    assert key["prefix"] not in text.removeprefix(key["prefix"])


async def test_it_opens_what_its_scopes_say(admin: httpx.AsyncClient, http: httpx.AsyncClient) -> None:
    key = await made(admin, API_KEYS, SITE)

    answers = [await http.get(address, headers=by(key)) for address in (USERS, DEPARTMENTS, ROLES, "/api/v1/flows")]

    assert [answer.status_code for answer in answers] == [200, 200, 403, 403]
    assert (await http.put(STATUS, headers=by(key), json={"status": "away"})).status_code == 403
    assert "api_key.created" in await audited(admin)


async def test_it_never_does_more_than_its_owner_may_now(
    admin: httpx.AsyncClient, calling: Caller, http: httpx.AsyncClient
) -> None:
    second = await made(admin, USERS, a_person(role="admin"))
    key = await made(calling(Role.ADMIN, user=UserId(second["id"])), API_KEYS, SITE)
    assert (await http.get(DEPARTMENTS, headers=by(key))).status_code == 200

    await admin.patch(f"{USERS}/{second['id']}", json={"role": "viewer"})

    assert (await http.get(DEPARTMENTS, headers=by(key))).status_code == 403
    assert (await http.get(USERS, headers=by(key))).status_code == 200


async def test_its_scopes_are_within_its_makers_rights(manager: httpx.AsyncClient) -> None:
    answer = await manager.post(API_KEYS, json={"name": "X", "scopes": ["users:read", "tenant:manage"]})

    assert (answer.status_code, error_of(answer).code) == (403, "RIGHTS_ABOVE_OWN")


async def test_a_key_makes_no_keys(admin: httpx.AsyncClient, http: httpx.AsyncClient) -> None:
    key = await made(admin, API_KEYS, {"name": "X", "scopes": ["api_keys:manage"]})

    answers = [
        await http.post(API_KEYS, headers=by(key), json={"name": "Y", "scopes": ["api_keys:manage"]}),
        await http.post(f"{API_KEYS}/{key['id']}/rotate", headers=by(key)),
    ]

    assert {error_of(answer).code for answer in answers} == {"SESSION_REQUIRED"}
    assert (await http.get(API_KEYS, headers=by(key))).status_code == 200


async def test_a_key_gives_nobody_more_than_its_scopes(admin: httpx.AsyncClient, http: httpx.AsyncClient) -> None:
    key = await made(admin, API_KEYS, {"name": "X", "scopes": ["users:manage", "roles:manage"]})

    answers = [
        await http.post(USERS, headers=by(key), json=a_person(role="viewer")),
        await http.post(ROLES, headers=by(key), json={"name": "R", "permissions": ["users:read"]}),
    ]

    assert {error_of(answer).code for answer in answers} == {"RIGHTS_ABOVE_OWN"}


async def test_a_rotated_key_has_another_text_and_the_old_one_is_good_for_nothing(
    admin: httpx.AsyncClient, http: httpx.AsyncClient
) -> None:
    key = await made(admin, API_KEYS, SITE)
    assert (await http.get(USERS, headers=by(key))).status_code == 200

    answer = await admin.post(f"{API_KEYS}/{key['id']}/rotate")

    assert answer.status_code == 200, answer.text
    assert (answer.json()["id"], answer.headers["cache-control"]) == (key["id"], "no-store")
    assert answer.json()["key"] != key["key"]
    assert (await http.get(USERS, headers=by(key))).status_code == 401
    assert (await http.get(USERS, headers=by(answer.json()))).status_code == 200
    assert "api_key.rotated" in await audited(admin)


async def test_nobody_gets_the_text_of_somebody_elses_key(admin: httpx.AsyncClient, calling: Caller) -> None:
    key = await made(admin, API_KEYS, SITE)
    other = calling(Role.ADMIN)

    refused = await other.post(f"{API_KEYS}/{key['id']}/rotate")

    assert (refused.status_code, error_of(refused).code) == (403, "API_KEY_NOT_YOURS")
    assert (await other.delete(f"{API_KEYS}/{key['id']}")).status_code == 204


async def test_a_revoked_key_is_over(admin: httpx.AsyncClient, http: httpx.AsyncClient) -> None:
    key = await made(admin, API_KEYS, SITE)
    assert (await http.get(USERS, headers=by(key))).status_code == 200

    assert (await admin.delete(f"{API_KEYS}/{key['id']}")).status_code == 204

    assert (await http.get(USERS, headers=by(key))).status_code == 401
    assert (await admin.get(API_KEYS)).json()["items"] == []
    assert error_of(await admin.delete(f"{API_KEYS}/{key['id']}")).code == "API_KEY_NOT_FOUND"
    assert "api_key.revoked" in await audited(admin)


async def test_an_expired_key_is_over(
    admin: httpx.AsyncClient, http: httpx.AsyncClient, platform_database: Database
) -> None:
    soon = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    key = await made(admin, API_KEYS, {**SITE, "expires_at": soon})
    async with platform_database.connection() as connection:
        await connection.execute("UPDATE platform.api_keys SET expires_at = now()")

    assert (await http.get(USERS, headers=by(key))).status_code == 401


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["users:fly"]}, "scopes"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, "expires_at"),
        ({"expires_at": "2050-01-01T00:00:00"}, "expires_at"),
        ({"expires_at": "0001-01-01T00:00:00+14:00"}, "expires_at"),
        ({"user_id": str(NOWHERE)}, "user_id"),
    ],
)
async def test_what_is_wrong_is_named(admin: httpx.AsyncClient, wrong: dict[str, object], field: str) -> None:
    answer = await admin.post(API_KEYS, json={**SITE, **wrong})

    assert (answer.status_code, error_of(answer).fields) == (422, [field])


async def test_other_companies_keys_are_404(admin: httpx.AsyncClient, calling: Caller) -> None:
    key = await made(admin, API_KEYS, SITE)
    stranger = calling(Role.ADMIN, tenant=TenantId(NOWHERE))

    answers = [
        await stranger.post(f"{API_KEYS}/{key['id']}/rotate"),
        await stranger.delete(f"{API_KEYS}/{key['id']}"),
    ]

    assert {error_of(answer).code for answer in answers} == {"API_KEY_NOT_FOUND"}
    assert (await stranger.get(API_KEYS)).json()["items"] == []
    assert (await admin.get(ME)).status_code == 200
