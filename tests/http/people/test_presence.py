import httpx
import pytest
from dishka import AsyncContainer
from redis.asyncio import Redis

from application.people.keep_presence import KeepPresence
from application.ports.unit_of_work import UnitOfWork
from domain.conversations.conversation import Handler
from domain.identity.permissions import Role
from domain.shared.ids import TenantId, UserId
from tests.accounts import Accounts
from tests.contract.repositories.stored import a_config, a_contact, a_conversation
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.people.people import API_KEYS, DEPARTMENTS, ME, NOWHERE, ONLINE, STATUS, USERS, made


@pytest.fixture
async def agent_id(accounts: Accounts, tenant_id: TenantId) -> UserId:
    """An agent of the company."""
    return (await accounts.a_session(Role.AGENT, tenant=tenant_id)).user_id


async def online(client: httpx.AsyncClient, container: AsyncContainer, query: str = "") -> list[dict[str, object]]:
    await (await container.get(KeepPresence)).close()
    answer = await client.get(f"{ONLINE}?{query}")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, object]] = answer.json()["items"]
    return items


async def test_who_makes_requests_is_there(
    admin: httpx.AsyncClient, calling: Caller, container: AsyncContainer, agent_id: UserId
) -> None:
    agent = calling(Role.AGENT, user=agent_id)
    assert (await agent.get(ME)).status_code == 200

    items = await online(admin, container)

    shown = next(item for item in items if item["id"] == str(agent_id))
    assert (shown["status"], shown["chosen_status"], shown["is_automatic"]) == ("online", "online", False)
    assert (shown["open_conversations"], shown["capacity"], shown["role"]) == (0, 10, "agent")
    assert shown["last_seen_at"] is not None


async def test_a_program_is_nobody_at_work(
    admin: httpx.AsyncClient, http: httpx.AsyncClient, container: AsyncContainer, redis_url: str
) -> None:
    key = await made(admin, API_KEYS, {"name": "Site", "scopes": ["users:read"]})
    await (await container.get(KeepPresence)).close()
    async with Redis.from_url(redis_url) as redis:
        await redis.flushdb()

    answer = await http.get(ONLINE, headers={"x-api-key": key["key"]})

    assert answer.json()["items"] == []


async def test_one_chooses_how_to_be_seen(
    admin: httpx.AsyncClient, calling: Caller, container: AsyncContainer, agent_id: UserId
) -> None:
    agent = calling(Role.AGENT, user=agent_id)

    answer = await agent.put(STATUS, json={"status": "busy"})

    assert answer.status_code == 200, answer.text
    assert (answer.json()["status"], answer.json()["chosen_status"]) == ("busy", "busy")
    assert [item["id"] for item in await online(admin, container, "status=busy")] == [str(agent_id)]
    await agent.put(STATUS, json={"status": "offline"})
    assert str(agent_id) not in [item["id"] for item in await online(admin, container)]
    assert str(agent_id) in [item["id"] for item in await online(admin, container, "status=offline")]
    assert (await agent.put(STATUS, json={"status": "asleep"})).status_code == 422


async def test_of_one_department_and_by_pages(
    admin: httpx.AsyncClient, calling: Caller, container: AsyncContainer, agent_id: UserId
) -> None:
    department = await made(admin, DEPARTMENTS, {"name": "Suporte"})
    await admin.put(f"{DEPARTMENTS}/{department['id']}/members", json={"user_ids": [str(agent_id)]})
    await calling(Role.AGENT, user=agent_id).get(ME)

    assert [item["id"] for item in await online(admin, container, f"department={department['id']}")] == [str(agent_id)]
    page = (await admin.get(f"{ONLINE}?limit=1")).json()
    assert (page["total"], len(page["items"])) == (2, 1)
    assert page["next_cursor"] is not None


async def test_what_one_has_in_hand_is_counted(
    admin: httpx.AsyncClient,
    calling: Caller,
    container: AsyncContainer,
    uow_of_app: UnitOfWork,
    tenant_id: TenantId,
    agent_id: UserId,
) -> None:
    config, contact = a_config(), a_contact()
    async with uow_of_app(tenant_id) as tx:
        await tx.whatsapp_configs.add(config)
        await tx.contacts.add(contact)
        await tx.conversations.add(a_conversation(contact, config, assigned_to=agent_id, handler=Handler.AGENT))
    await calling(Role.AGENT, user=agent_id).get(ME)
    await admin.patch(f"{USERS}/{agent_id}", json={"capacity": 3})

    shown = next(item for item in await online(admin, container) if item["id"] == str(agent_id))
    stats = (await admin.get(f"{USERS}/{agent_id}/stats")).json()

    assert (shown["open_conversations"], shown["capacity"]) == (1, 3)
    assert stats == {
        "handled_today": 0,
        "open_conversations": 1,
        "resolved_last_7_days": 0,
        "average_first_response_seconds": None,
        "capacity": 3,
    }


async def test_nobody_is_seen_from_another_company(
    calling: Caller, container: AsyncContainer, agent_id: UserId
) -> None:
    await calling(Role.AGENT, user=agent_id).get(ME)
    stranger = calling(Role.ADMIN, tenant=TenantId(NOWHERE))

    items = await online(stranger, container)

    assert str(agent_id) not in [item["id"] for item in items]
    assert error_of(await stranger.get(f"{USERS}/{agent_id}/stats")).code == "USER_NOT_FOUND"
