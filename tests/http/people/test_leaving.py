import httpx
import pytest
from dishka import AsyncContainer

from adapters.postgres.database import Database
from application.people.leave_conversations import LeaveConversations
from application.people.send_away import LeaveConversationsOf
from application.ports.unit_of_work import UnitOfWork
from domain.conversations.conversation import Conversation, ConversationStatus, Handler
from domain.conversations.timeline import by_user
from domain.identity.permissions import Role
from domain.shared.ids import DepartmentId, TenantId, UserId
from tests.accounts import Accounts
from tests.contract.repositories.stored import NOW, a_config, a_contact, a_conversation, event_types
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.people.people import API_KEYS, DEPARTMENTS, LOGIN, ME, PASSWORD, USERS, a_person, audited, made


@pytest.fixture
async def agent_id(accounts: Accounts, tenant_id: TenantId) -> UserId:
    """An agent of the company."""
    return (await accounts.a_session(Role.AGENT, tenant=tenant_id)).user_id


@pytest.fixture
async def conversation(uow_of_app: UnitOfWork, tenant_id: TenantId, agent_id: UserId) -> Conversation:
    """What the agent has in hand."""
    config, contact = a_config(), a_contact()
    conversation = a_conversation(contact, config, assigned_to=agent_id, handler=Handler.AGENT)
    async with uow_of_app(tenant_id) as tx:
        await tx.whatsapp_configs.add(config)
        await tx.contacts.add(contact)
        await tx.conversations.add(conversation)
    return conversation


async def loaded(uow: UnitOfWork, tenant_id: TenantId, conversation: Conversation) -> Conversation:
    async with uow(tenant_id) as tx:
        return await tx.conversations.get(conversation.id)


async def test_whoever_is_deactivated_is_out_at_once(
    admin: httpx.AsyncClient, calling: Caller, agent_id: UserId, http: httpx.AsyncClient
) -> None:
    first, second = calling(Role.AGENT, user=agent_id), calling(Role.AGENT, user=agent_id)
    assert [(await client.get(ME)).status_code for client in (first, second)] == [200, 200]

    answer = await admin.post(f"{USERS}/{agent_id}/deactivate")

    assert (answer.status_code, answer.json()["is_active"]) == (200, False)
    assert [(await client.get(ME)).status_code for client in (first, second)] == [401, 401]
    assert "user.deactivated" in await audited(admin)
    assert http is not first


async def test_whoever_is_deactivated_cannot_log_in_until_activated(
    admin: httpx.AsyncClient, http: httpx.AsyncClient
) -> None:
    bia = await made(admin, USERS, a_person())
    address, login = f"{USERS}/{bia['id']}", {"email": bia["email"], "password": PASSWORD}

    await admin.post(f"{address}/deactivate")
    refused = await http.post(LOGIN, json=login)
    again = await admin.post(f"{address}/deactivate")
    activated = await admin.post(f"{address}/activate")
    let_in = await http.post(LOGIN, json=login)

    assert (refused.status_code, again.status_code, let_in.status_code) == (401, 200, 200)
    assert activated.json()["is_active"] is True


async def test_their_keys_stop_and_work_again_when_they_do(
    admin: httpx.AsyncClient, calling: Caller, http: httpx.AsyncClient
) -> None:
    second = await made(admin, USERS, a_person(role="admin"))
    theirs = calling(Role.ADMIN, user=UserId(second["id"]))
    key = await made(theirs, API_KEYS, {"name": "Site", "scopes": ["users:read"]})
    headers = {"x-api-key": key["key"]}
    assert (await http.get(USERS, headers=headers)).status_code == 200

    await admin.post(f"{USERS}/{second['id']}/deactivate")
    stopped = await http.get(USERS, headers=headers)
    await admin.post(f"{USERS}/{second['id']}/activate")

    assert (stopped.status_code, error_of(stopped).code) == (401, "API_KEY_INVALID")
    assert (await http.get(USERS, headers=headers)).status_code == 200


async def test_their_keys_end_with_them(admin: httpx.AsyncClient, calling: Caller, http: httpx.AsyncClient) -> None:
    second = await made(admin, USERS, a_person(role="admin"))
    key = await made(calling(Role.ADMIN, user=UserId(second["id"])), API_KEYS, {"name": "X", "scopes": ["users:read"]})

    await admin.delete(f"{USERS}/{second['id']}")

    assert (await http.get(USERS, headers={"x-api-key": key["key"]})).status_code == 401
    assert (await admin.get(API_KEYS)).json()["items"] == []


@pytest.mark.parametrize("way", ["deactivate", "delete"])
async def test_their_conversations_wait_for_others_in_the_same_commit(
    admin: httpx.AsyncClient,
    uow_of_app: UnitOfWork,
    platform_database: Database,
    tenant_id: TenantId,
    agent_id: UserId,
    conversation: Conversation,
    way: str,
) -> None:
    department = await made(admin, DEPARTMENTS, {"name": "Geral"})
    address = f"{USERS}/{agent_id}"

    answer = await (admin.delete(address) if way == "delete" else admin.post(f"{address}/deactivate"))

    assert answer.status_code in {200, 204}, answer.text
    left = await loaded(uow_of_app, tenant_id, conversation)
    assert (left.status, left.handler, left.assigned_to) == (ConversationStatus.WAITING, Handler.NONE, None)
    assert (str(left.department_id), left.needs_attention) == (department["id"], True)
    assert left.waiting_since is not None
    assert await event_types(platform_database, tenant_id) == ["conversation_updated"]


async def test_what_they_take_in_the_last_moment_waits_for_others_too(
    admin: httpx.AsyncClient,
    uow_of_app: UnitOfWork,
    container: AsyncContainer,
    tenant_id: TenantId,
    agent_id: UserId,
    conversation: Conversation,
) -> None:
    await admin.post(f"{USERS}/{agent_id}/deactivate")
    async with uow_of_app(tenant_id) as tx:
        late = await tx.conversations.get(conversation.id)
        late.take_over(agent_id, by=by_user(agent_id), now=NOW)
        await tx.conversations.save(late)

    once_more = await container.get(LeaveConversations)
    await once_more(LeaveConversationsOf(tenant_id=tenant_id, user_id=agent_id))
    await once_more(LeaveConversationsOf(tenant_id=tenant_id, user_id=agent_id))

    assert (await loaded(uow_of_app, tenant_id, conversation)).assigned_to is None


async def test_who_is_back_keeps_what_they_take(
    uow_of_app: UnitOfWork, container: AsyncContainer, tenant_id: TenantId, agent_id: UserId, conversation: Conversation
) -> None:
    once_more = await container.get(LeaveConversations)

    await once_more(LeaveConversationsOf(tenant_id=tenant_id, user_id=agent_id))

    assert (await loaded(uow_of_app, tenant_id, conversation)).assigned_to == agent_id


async def test_a_conversation_stays_in_the_department_it_was_in(
    admin: httpx.AsyncClient,
    uow_of_app: UnitOfWork,
    tenant_id: TenantId,
    agent_id: UserId,
    conversation: Conversation,
) -> None:
    await made(admin, DEPARTMENTS, {"name": "Geral"})
    sales = await made(admin, DEPARTMENTS, {"name": "Vendas"})
    async with uow_of_app(tenant_id) as tx:
        conversation = await tx.conversations.get(conversation.id)
        conversation.department_id = DepartmentId(sales["id"])
        await tx.conversations.save(conversation)

    await admin.post(f"{USERS}/{agent_id}/deactivate")

    assert str((await loaded(uow_of_app, tenant_id, conversation)).department_id) == sales["id"]
