import httpx
import pytest

from application.ports.unit_of_work import UnitOfWork
from domain.conversations.timeline import BOT, SYSTEM
from domain.identity.permissions import Role
from domain.shared.ids import DepartmentId, TenantId
from tests.contract.repositories.stored import NOW, a_config, a_contact, a_conversation
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.people.people import DEPARTMENTS, NOWHERE, USERS, a_person, audited, made


@pytest.fixture
async def support(admin: httpx.AsyncClient) -> dict[str, str]:
    """The first department, hence the default."""
    return await made(admin, DEPARTMENTS, {"name": "Suporte", "description": "Segundo nível"})


@pytest.fixture
async def sales(admin: httpx.AsyncClient, support: dict[str, str]) -> dict[str, str]:
    """A second one."""
    assert support["is_default"] is True
    return await made(admin, DEPARTMENTS, {"name": "Vendas"})


async def test_what_is_made_is_shown(admin: httpx.AsyncClient, support: dict[str, str], sales: dict[str, str]) -> None:
    listed = await admin.get(DEPARTMENTS)
    one = await admin.get(f"{DEPARTMENTS}/{support['id']}")

    assert [(item["name"], item["is_default"]) for item in listed.json()["items"]] == [
        ("Suporte", True),
        ("Vendas", False),
    ]
    assert one.json() == support
    assert (one.headers["etag"], sales["people"]) == ('"1"', [])
    assert (await audited(admin)).count("department.created") == 2


@pytest.mark.parametrize("name", ["Suporte", " suporte ", "SUPORTÉ"])
async def test_names_that_people_call_the_same_are_a_conflict(
    admin: httpx.AsyncClient, support: dict[str, str], name: str
) -> None:
    made_again = await admin.post(DEPARTMENTS, json={"name": name})
    renamed = await admin.put(f"{DEPARTMENTS}/{support['id']}", json={"name": name})

    assert (made_again.status_code, error_of(made_again).code) == (409, "DEPARTMENT_TAKEN")
    assert renamed.status_code == 200


async def test_the_default_moves_to_another_and_is_never_lost(
    admin: httpx.AsyncClient, support: dict[str, str], sales: dict[str, str]
) -> None:
    refused = [
        await admin.put(f"{DEPARTMENTS}/{support['id']}", json={"is_default": False}),
        await admin.delete(f"{DEPARTMENTS}/{support['id']}"),
    ]
    moved = await admin.put(f"{DEPARTMENTS}/{sales['id']}", json={"is_default": True, "description": None})

    assert {error_of(answer).code for answer in refused} == {"DEFAULT_DEPARTMENT"}
    assert moved.json()["is_default"] is True
    items = (await admin.get(DEPARTMENTS)).json()["items"]
    assert [item["name"] for item in items if item["is_default"]] == ["Vendas"]
    assert (await admin.delete(f"{DEPARTMENTS}/{support['id']}")).status_code == 204
    assert (await admin.get(f"{DEPARTMENTS}/{support['id']}")).status_code == 404


async def test_one_with_open_conversations_stays(
    admin: httpx.AsyncClient, sales: dict[str, str], uow_of_app: UnitOfWork, tenant_id: TenantId
) -> None:
    config, contact = a_config(), a_contact()
    conversation = a_conversation(contact, config)
    conversation.hand_to_people(department_id=DepartmentId(sales["id"]), reason=None, by=BOT, now=NOW)
    async with uow_of_app(tenant_id) as tx:
        await tx.whatsapp_configs.add(config)
        await tx.contacts.add(contact)
        await tx.conversations.add(conversation)
    assert (await admin.get(f"{DEPARTMENTS}/{sales['id']}")).json()["waiting_conversations"] == 1

    refused = await admin.delete(f"{DEPARTMENTS}/{sales['id']}")
    async with uow_of_app(tenant_id) as tx:
        settled = await tx.conversations.get(conversation.id)
        settled.resolve(resolution="solved", by=SYSTEM, now=NOW)
        await tx.conversations.save(settled)

    assert (refused.status_code, error_of(refused).code) == (409, "DEPARTMENT_IN_USE")
    assert (await admin.delete(f"{DEPARTMENTS}/{sales['id']}")).status_code == 204


async def test_members_are_replaced_and_their_capacity_is_summed(
    admin: httpx.AsyncClient, support: dict[str, str]
) -> None:
    ana = await made(admin, USERS, a_person(email="ana@x.example", name="Ana", capacity=4))
    bia = await made(admin, USERS, a_person(email="bia@x.example", name="Bia", capacity=6))
    address = f"{DEPARTMENTS}/{support['id']}"

    both = await admin.put(f"{address}/members", json={"user_ids": [bia["id"], ana["id"]]})
    await admin.post(f"{USERS}/{bia['id']}/deactivate")
    one_less = await admin.get(address)
    nobody = await admin.put(f"{address}/members", json={"user_ids": []})

    assert [person["name"] for person in both.json()["people"]] == ["Ana", "Bia"]
    assert (both.json()["members"], both.json()["capacity"], one_less.json()["capacity"]) == (2, 10, 4)
    assert nobody.json()["people"] == []
    assert (await admin.get(f"{USERS}/{ana['id']}")).json()["department_ids"] == []


async def test_members_are_people_of_the_company(
    admin: httpx.AsyncClient, calling: Caller, support: dict[str, str]
) -> None:
    stranger = calling(Role.ADMIN, tenant=TenantId(NOWHERE))
    theirs = (await stranger.get("/api/v1/auth/me")).json()["id"]
    address = f"{DEPARTMENTS}/{support['id']}/members"

    answers = [
        await admin.put(address, json={"user_ids": [theirs]}),
        await admin.put(address, json={"user_ids": [str(NOWHERE)]}),
    ]

    assert [error_of(answer).fields for answer in answers] == [["user_ids"], ["user_ids"]]


async def test_a_lost_race_is_a_conflict(admin: httpx.AsyncClient, support: dict[str, str]) -> None:
    address, headers = f"{DEPARTMENTS}/{support['id']}", {"if-match": f'"{support["version"]}"'}

    first = await admin.put(address, json={"name": "N2"}, headers=headers)
    second = await admin.put(address, json={"name": "N3"}, headers=headers)

    assert (first.status_code, error_of(second).code) == (200, "VERSION_CONFLICT")


async def test_other_companies_departments_are_404(
    admin: httpx.AsyncClient, calling: Caller, support: dict[str, str]
) -> None:
    stranger = calling(Role.ADMIN, tenant=TenantId(NOWHERE))
    address = f"{DEPARTMENTS}/{support['id']}"

    answers = [
        await stranger.get(address),
        await stranger.put(address, json={"name": "X"}),
        await stranger.delete(address),
        await stranger.put(f"{address}/members", json={"user_ids": []}),
    ]

    assert {error_of(answer).code for answer in answers} == {"DEPARTMENT_NOT_FOUND"}
    assert (await stranger.get(DEPARTMENTS)).json()["items"] == []
    assert (await admin.get(address)).json() == support


async def test_supervisors_manage_them_and_agents_do_not(calling: Caller) -> None:
    supervisor, agent = calling(Role.SUPERVISOR), calling(Role.AGENT)

    assert (await supervisor.post(DEPARTMENTS, json={"name": "Suporte"})).status_code == 201
    assert error_of(await agent.get(DEPARTMENTS)).code == "PERMISSION_DENIED"
