import asyncio

import httpx
import pytest

from domain.identity.permissions import Permission, Role
from domain.shared.ids import TenantId
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.people.people import ME, NOWHERE, ROLES, USERS, a_person, audited, made

NIGHT = {"name": "Plantão noturno", "permissions": ["conversations:read", "conversations:reply"]}


async def test_the_built_in_ones_come_first_with_what_they_may_do(admin: httpx.AsyncClient) -> None:
    await made(admin, ROLES, NIGHT)

    items = (await admin.get(ROLES)).json()["items"]

    assert [item["code"] for item in items] == ["admin", "supervisor", "agent", "viewer", "plantao_noturno"]
    assert set(items[0]["permissions"]) == set(Permission)
    assert [item["is_built_in"] for item in items] == [True, True, True, True, False]
    assert items[0]["users"] == 1
    assert "super_admin" not in {item["code"] for item in items}


async def test_a_role_lets_do_what_it_holds_and_nothing_else(admin: httpx.AsyncClient, calling: Caller) -> None:
    role = await made(admin, ROLES, NIGHT)
    client = calling(role["code"])

    assert (await client.get(ME)).json()["permissions"] == NIGHT["permissions"]
    assert (await client.get("/api/v1/conversations")).status_code == 200
    assert (await client.get(USERS)).status_code == 403
    assert (await admin.get(ROLES)).json()["items"][4]["users"] == 1


async def test_what_a_role_holds_changes_at_once_for_everybody_who_has_it(
    admin: httpx.AsyncClient, calling: Caller
) -> None:
    role = await made(admin, ROLES, NIGHT)
    clients = [calling(role["code"]) for _ in range(2)]
    for client in clients:
        assert (await client.get(USERS)).status_code == 403

    answer = await admin.put(f"{ROLES}/{role['id']}", json={"permissions": ["users:read"], "name": "Leitura"})

    assert (answer.json()["code"], answer.json()["name"]) == ("plantao_noturno", "Leitura")
    for client in clients:
        assert (await client.get(USERS)).status_code == 200
        assert (await client.get("/api/v1/conversations")).status_code == 403
    assert {"role.created", "role.updated"} <= set(await audited(admin))


@pytest.mark.parametrize("name", ["Admin", "SUPERVISOR", "Super Admin", "viewer!"])
async def test_no_name_of_a_built_in_role_is_free(admin: httpx.AsyncClient, name: str) -> None:
    answer = await admin.post(ROLES, json={"name": name})

    assert (answer.status_code, error_of(answer).code) == (409, "ROLE_TAKEN")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": "!!!"}, "name"),
        ({"permissions": ["users:fly"]}, "permissions"),
        ({"code": "admin"}, "code"),
        ({"description": "x" * 1_001}, "description"),
    ],
)
async def test_what_is_wrong_is_named(admin: httpx.AsyncClient, wrong: dict[str, object], field: str) -> None:
    answer = await admin.post(ROLES, json={**NIGHT, **wrong})

    assert (answer.status_code, error_of(answer).fields) == (422, [field])


async def test_two_of_one_name_are_a_conflict(admin: httpx.AsyncClient) -> None:
    await made(admin, ROLES, NIGHT)

    assert error_of(await admin.post(ROLES, json={"name": "plantao  NOTURNO"})).code == "ROLE_TAKEN"


async def test_a_lost_race_is_a_conflict(admin: httpx.AsyncClient) -> None:
    role = await made(admin, ROLES, NIGHT)
    headers = {"if-match": '"0"'}

    first = await admin.put(f"{ROLES}/{role['id']}", json={"name": "A"}, headers=headers)
    second = await admin.put(f"{ROLES}/{role['id']}", json={"name": "B"}, headers=headers)

    assert (first.status_code, error_of(second).code) == (200, "VERSION_CONFLICT")


async def test_one_that_somebody_has_stays(admin: httpx.AsyncClient) -> None:
    role = await made(admin, ROLES, NIGHT)
    bia = await made(admin, USERS, a_person(role=role["code"]))

    refused = await admin.delete(f"{ROLES}/{role['id']}")
    await admin.patch(f"{USERS}/{bia['id']}", json={"role": "agent"})
    deleted = await admin.delete(f"{ROLES}/{role['id']}")

    assert (refused.status_code, error_of(refused).code) == (409, "ROLE_IN_USE")
    assert deleted.status_code == 204
    assert error_of(await admin.put(f"{ROLES}/{role['id']}", json={"name": "X"})).code == "ROLE_NOT_FOUND"
    assert error_of(await admin.post(USERS, json=a_person(email="x@y.example", role=role["code"]))).fields == ["role"]


async def test_nobody_is_left_with_a_role_that_is_gone(admin: httpx.AsyncClient) -> None:
    for number in range(4):
        role = await made(admin, ROLES, {"name": f"Papel {number}"})
        person = a_person(email=f"p{number}@aurora.example", role=role["code"])

        added, deleted = await asyncio.gather(admin.post(USERS, json=person), admin.delete(f"{ROLES}/{role['id']}"))

        assert (added.status_code, deleted.status_code) in {(201, 409), (422, 204)}


async def test_rights_above_ones_own_are_neither_given_nor_taken(
    admin: httpx.AsyncClient, manager: httpx.AsyncClient
) -> None:
    strong = await made(admin, ROLES, {"name": "Forte", "permissions": ["audit:read"]})
    weak = await made(manager, ROLES, {"name": "Fraco", "permissions": ["users:read"]})

    answers = [
        await manager.put(f"{ROLES}/{weak['id']}", json={"permissions": ["users:read", "tenant:manage"]}),
        await manager.put(f"{ROLES}/{strong['id']}", json={"permissions": []}),
        await manager.put(f"{ROLES}/{strong['id']}", json={"name": "X"}),
        await manager.delete(f"{ROLES}/{strong['id']}"),
    ]

    assert {error_of(answer).code for answer in answers} == {"RIGHTS_ABOVE_OWN"}
    assert (await manager.delete(f"{ROLES}/{weak['id']}")).status_code == 204


async def test_other_companies_roles_are_404(admin: httpx.AsyncClient, calling: Caller) -> None:
    role = await made(admin, ROLES, NIGHT)
    stranger = calling(Role.ADMIN, tenant=TenantId(NOWHERE))

    answers = [
        await stranger.put(f"{ROLES}/{role['id']}", json={"name": "X"}),
        await stranger.delete(f"{ROLES}/{role['id']}"),
    ]

    assert {error_of(answer).code for answer in answers} == {"ROLE_NOT_FOUND"}
    assert error_of(await stranger.post(USERS, json=a_person(role=role["code"]))).fields == ["role"]
