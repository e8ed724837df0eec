"""What the inbox shows over HTTP, and to whom: filters, counts, threads, search, visibility."""

from collections.abc import Awaitable, Callable

import httpx
import pytest

from adapters.system.ids import SystemIds
from application.ports.unit_of_work import UnitOfWork
from domain.conversations.conversation import Conversation
from domain.identity.permissions import Role
from domain.shared.content import Text
from domain.shared.ids import TenantId, UserId
from tests.contract.repositories.stored import a_config, a_contact, a_conversation, a_message
from tests.http.calls import error_of
from tests.http.conftest import Caller

API = "/api/v1"
CONVERSATIONS = f"{API}/conversations"

Put = Callable[..., Awaitable[Conversation]]


@pytest.fixture
async def put(uow_of_app: UnitOfWork, tenant_id: TenantId) -> Put:
    """Puts a conversation with a message into the inbox."""
    number = a_config()
    async with uow_of_app(tenant_id) as tx:
        await tx.whatsapp_configs.add(number)

    async def made(text: str = "Oi", **changed: object) -> Conversation:
        contact = a_contact(name="Bia")
        conversation = a_conversation(contact, number, **changed)
        async with uow_of_app(tenant_id) as tx:
            await tx.contacts.add(contact)
            await tx.conversations.add(conversation)
            await tx.messages.add(a_message(conversation, content=Text(body=text)))
        return conversation

    return made


async def ids(client: httpx.AsyncClient, **params: str) -> list[str]:
    answer = await client.get(CONVERSATIONS, params=params)
    assert answer.status_code == 200, answer.text
    return [row["id"] for row in answer.json()["items"]]


class TestVisibility:
    async def test_what_is_not_an_agents_is_not_there(self, calling: Caller, put: Put, ids_of: SystemIds) -> None:
        me = UserId(ids_of.new())
        agent, supervisor = calling(Role.AGENT, user=me), calling(Role.SUPERVISOR)
        mine = await put("boleto", assigned_to=me)
        theirs = await put("boleto", assigned_to=UserId(ids_of.new()))

        assert await ids(agent) == [str(mine.id)]
        assert set(await ids(supervisor)) == {str(mine.id), str(theirs.id)}
        for address in (
            f"{CONVERSATIONS}/{theirs.id}",
            f"{CONVERSATIONS}/{theirs.id}/messages",
            f"{API}/messages?conversation_id={theirs.id}",
            f"{API}/whatsapp/messages/{theirs.id}",
        ):
            refused, shown = await agent.get(address), await supervisor.get(address)
            assert (refused.status_code, error_of(refused).code) == (404, "CONVERSATION_NOT_FOUND")
            assert shown.status_code == 200
        found = (await agent.get(f"{API}/messages/search", params={"q": "boletos"})).json()["items"]
        assert [item["conversation_id"] for item in found] == [str(mine.id)]
        counts = (await agent.get(f"{CONVERSATIONS}/stats")).json()
        assert (counts["open"], counts["mine"]) == (1, 1)

    async def test_a_department_is_seen_by_who_comes_into_it_and_by_nobody_who_left(
        self, calling: Caller, admin: httpx.AsyncClient, put: Put, ids_of: SystemIds
    ) -> None:
        me = UserId(ids_of.new())
        agent = calling(Role.AGENT, user=me)
        await agent.get(CONVERSATIONS)
        support = (await admin.post(f"{API}/departments", json={"name": "Suporte"})).json()["id"]
        other = (await admin.post(f"{API}/departments", json={"name": "Vendas"})).json()["id"]
        there = await put(department_id=support)
        assert await ids(agent) == []

        answer = await admin.put(f"{API}/departments/{support}/members", json={"user_ids": [str(me)]})
        assert answer.status_code == 200, answer.text
        assert await ids(agent) == await ids(agent, department="mine") == [str(there.id)]
        assert await ids(agent, department=other) == []

        await admin.put(f"{API}/departments/{support}/members", json={"user_ids": []})
        assert await ids(agent) == []


class TestFilters:
    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("status=active,gone", "status"),
            ("priority=most", "priority"),
            ("assigned_to=you", "assigned_to"),
            ("department=all", "department"),
            ("mentioned=you", "mentioned"),
            ("window=ajar", "window"),
            ("created_since=2026-08-12T12:00:00", "created_since"),
            ("last_message_until=yesterday", "last_message_until"),
            ("sort=priority&status=resolved", "sort"),
            ("page=101&limit=100", "page"),
            ("expand=secrets", "expand"),
        ],
    )
    async def test_that_mean_nothing_are_malformed(self, admin: httpx.AsyncClient, query: str, field: str) -> None:
        refused = await admin.get(f"{CONVERSATIONS}?{query}")

        assert (refused.status_code, error_of(refused).fields) == (400, [field])

    async def test_choose(self, admin: httpx.AsyncClient, put: Put) -> None:
        urgent = await put("Segunda via", priority="urgent")
        plain = await put()

        assert await ids(admin, priority="urgent,high") == [str(urgent.id)]
        assert await ids(admin, q="segunda") == [str(urgent.id)]
        assert await ids(admin, department="none", window="closed", snoozed="false", tag="vip") == []
        assert await ids(admin, sort="priority", order="asc") == [str(plain.id), str(urgent.id)]
        assert await ids(admin, status="active,waiting", contact=str(plain.contact_id)) == [str(plain.id)]


class TestThreads:
    async def test_are_read_both_ways_from_a_message(
        self, admin: httpx.AsyncClient, put: Put, uow_of_app: UnitOfWork, tenant_id: TenantId
    ) -> None:
        conversation = await put("1")
        async with uow_of_app(tenant_id) as tx:
            for text in ("2", "3"):
                await tx.messages.add(a_message(conversation, content=Text(body=text)))
        thread = f"{CONVERSATIONS}/{conversation.id}/messages"

        async def texts(**params: str) -> list[str]:
            items = (await admin.get(thread, params=params)).json()["items"]
            return [item["content"]["body"] for item in items]

        newest, middle, oldest = (item["id"] for item in (await admin.get(thread)).json()["items"])

        assert await texts() == ["3", "2", "1"]
        assert await texts(before=middle) == ["1"]
        assert await texts(after=oldest, order="asc") == ["2", "3"]
        assert await texts(after=newest) == []


class TestSearch:
    async def test_shows_where(self, admin: httpx.AsyncClient, put: Put) -> None:
        conversation = await put("Segue o boleto de março")

        answer = await admin.get(f"{API}/messages/search", params={"q": '"boletos de marco"'})

        assert answer.status_code == 200, answer.text
        [found] = answer.json()["items"]
        assert (found["conversation_id"], found["contact_name"]) == (str(conversation.id), "Bia")
        assert [part["text"] for part in found["highlights"] if part["is_match"]] == ["boleto", "de", "março"]
        assert (answer.json()["page"], answer.json()["total"], answer.json()["next_cursor"]) == (None, None, None)

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("", "q"),
            ("q=", "q"),
            ("q=%26%21%7C", "q"),
            ("q=a%00b", "q"),
            (f"q={'x' * 10_000}", "q"),
            ("q=oi&limit=101", "limit"),
            ("q=oi&since=2026-08-12", "since"),
            ("q=oi&page=2", "page"),
            ("q=oi&cursor=bm9wZQ", "cursor"),
            ("q=oi&direction=sideways", "direction"),
        ],
    )
    async def test_refuses_what_is_none(self, admin: httpx.AsyncClient, query: str, field: str) -> None:
        refused = await admin.get(f"{API}/messages/search?{query}")

        assert (refused.status_code, error_of(refused).fields) == (400, [field])


@pytest.fixture
def ids_of(ids: SystemIds) -> SystemIds:
    """Makes ids; `ids` is a name of this module's own."""
    return ids
