"""ConversationList and InboxCounter, on PostgreSQL: the views of the inbox."""

from datetime import timedelta

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.conversations import PostgresConversationList
from adapters.postgres.readers.inbox_counts import PostgresInboxCounter
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.conversations import (
    AssigneeShown,
    ConversationFilters,
    ConversationRow,
    TagShown,
    WindowState,
)
from application.shared.page import MOST_COUNTED, Direction, Page, PageRequest
from domain.contacts.contact import Contact
from domain.contacts.tag import Tag
from domain.conversations.conversation import Conversation, ConversationStatus, Handler, Priority
from domain.conversations.note import Note
from domain.conversations.visibility import Viewer
from domain.identity.user import User
from domain.shared.content import Text
from domain.shared.errors import MalformedError
from domain.shared.ids import ConversationId, DepartmentId, NoteId, TagId, TenantId, UserId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import MINUTE, NOW, a_contact, a_conversation, a_message, a_user, new_id

HOUR = timedelta(hours=1)


class Inbox:
    """A company's inbox, as one person sees it."""

    def __init__(self, uow: PostgresUnitOfWork, database: Database, user: User, config: WhatsAppConfig) -> None:
        self.uow, self.user, self.config = uow, user, config
        self.list, self.counter = PostgresConversationList(database), PostgresInboxCounter(database)
        self.viewer = Viewer(user_id=user.id, sees_all=True)

    async def open(self, *, contact: Contact | None = None, **changed: object) -> Conversation:
        person = contact or a_contact()
        made = a_conversation(person, self.config, **changed)
        async with self.uow(self.user.tenant_id) as tx:
            await tx.contacts.add(person)
            await tx.conversations.add(made)
        return made

    async def page(self, page: PageRequest | None = None, **asked: object) -> Page[ConversationRow]:
        filters = ConversationFilters(**asked)  # type: ignore[arg-type]  # any of its fields
        return await self.list.page(
            self.user.tenant_id, viewer=self.viewer, now=NOW, filters=filters, page=page or PageRequest()
        )

    async def ids(self, page: PageRequest | None = None, **asked: object) -> set[ConversationId]:
        found = await self.page(page, **asked)
        assert found.total == len(found.items)
        return {row.id for row in found.items}


@pytest.fixture
async def inbox(uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, config: WhatsAppConfig) -> Inbox:
    user = a_user(tenant_id, name="Ana")
    async with uow(tenant_id) as tx:
        await tx.users.add(user)
    return Inbox(uow, app_database, user, config)


class TestFilters:
    async def test_by_window(self, inbox: Inbox) -> None:
        def recent(**changed: object) -> dict[str, object]:
            return {"last_message_at": NOW - MINUTE, "last_inbound_at": NOW - MINUTE, **changed}

        wide = await inbox.open(**recent(window_expires_at=NOW + 3 * HOUR))
        closing = await inbox.open(**recent(window_expires_at=NOW + HOUR))
        edge = await inbox.open(**recent(window_expires_at=NOW + 2 * HOUR))
        over = await inbox.open(**recent(window_expires_at=NOW))
        never = await inbox.open()

        assert await inbox.ids(window=WindowState.OPEN) == {wide.id}
        assert await inbox.ids(window=WindowState.CLOSING) == {closing.id, edge.id}
        assert await inbox.ids(window=WindowState.CLOSED) == {over.id, never.id}
        windows = {row.id: row.window for row in (await inbox.page()).items}
        assert windows == {
            wide.id: WindowState.OPEN,
            closing.id: WindowState.CLOSING,
            edge.id: WindowState.CLOSING,
            over.id: WindowState.CLOSED,
            never.id: WindowState.CLOSED,
        }

    async def test_by_what_i_have_not_seen(self, inbox: Inbox) -> None:
        new = await inbox.open(inbound_count=2)
        seen = await inbox.open(inbound_count=2)
        more = await inbox.open(inbound_count=5)
        await inbox.open(inbound_count=5, status=ConversationStatus.RESOLVED, handler=Handler.NONE)
        async with inbox.uow(inbox.user.tenant_id) as tx:
            await tx.conversation_marks.see(seen.id, user_id=inbox.user.id, count=2, at=NOW)
            await tx.conversation_marks.see(more.id, user_id=inbox.user.id, count=3, at=NOW)

        await inbox.open(assigned_to=inbox.user.id, inbound_count=5, unread_count=0)

        assert await inbox.ids(unread=True) == {new.id, more.id}
        counts = {row.id: row.unread_count for row in (await inbox.page()).items}
        assert (counts[new.id], counts[seen.id], counts[more.id]) == (2, 0, 2)
        assert sorted(counts.values()) == [0, 0, 0, 2, 2]

    async def test_by_sleep_and_need(self, inbox: Inbox) -> None:
        asleep = await inbox.open(snoozed_until=NOW + HOUR)
        woken = await inbox.open(snoozed_until=NOW, needs_attention=True)

        assert await inbox.ids(snoozed=True) == {asleep.id}
        assert await inbox.ids(snoozed=False) == {woken.id}
        assert await inbox.ids(needs_attention=True) == {woken.id}
        assert await inbox.ids(needs_attention=False) == {asleep.id}

    async def test_by_department_state_priority_and_time(self, inbox: Inbox) -> None:
        support = DepartmentId(new_id())
        async with inbox.uow(inbox.user.tenant_id) as tx:
            await tx.departments.add(support, name="Suporte")
        theirs = await inbox.open(department_id=support, priority=Priority.URGENT, last_message_at=NOW)
        waiting = await inbox.open(status=ConversationStatus.WAITING, handler=Handler.NONE, last_message_at=NOW - HOUR)
        done = await inbox.open(status=ConversationStatus.RESOLVED, handler=Handler.NONE)

        both = (ConversationStatus.ACTIVE, ConversationStatus.WAITING)
        assert await inbox.ids(statuses=both) == {theirs.id, waiting.id}
        assert await inbox.ids(statuses=(ConversationStatus.WAITING, ConversationStatus.RESOLVED)) == {
            waiting.id,
            done.id,
        }
        assert await inbox.ids(departments=frozenset({support})) == {theirs.id}
        assert await inbox.ids(departments=frozenset()) == set()
        assert await inbox.ids(no_department=True) == {waiting.id, done.id}
        assert await inbox.ids(priorities=(Priority.URGENT, Priority.LOW)) == {theirs.id}
        assert await inbox.ids(last_message_since=NOW) == {theirs.id}
        assert await inbox.ids(last_message_until=NOW) == {waiting.id, done.id}
        assert await inbox.ids(created_since=NOW, created_until=NOW + MINUTE) == {theirs.id, waiting.id, done.id}
        assert await inbox.ids(created_until=NOW) == set()

    async def test_by_tag_and_mention(self, inbox: Inbox) -> None:
        tag = Tag(id=TagId(new_id()), name="Vip", color="#16a34a", created_at=NOW)
        tagged, plain = await inbox.open(), await inbox.open()
        note = Note(
            id=NoteId(new_id()),
            conversation_id=plain.id,
            user_id=inbox.user.id,
            body="Veja",
            mentions=(inbox.user.id,),
            created_at=NOW,
        )
        async with inbox.uow(inbox.user.tenant_id) as tx:
            await tx.tags.add(tag)
            await tx.conversation_marks.set_tags(tagged.id, [tag.id], by=inbox.user.id, at=NOW)
            await tx.notes.add(note)

        assert await inbox.ids(tag_id=tag.id) == {tagged.id}
        assert await inbox.ids(tag_name="VIP") == {tagged.id}
        assert await inbox.ids(tag_name="outra") == set()
        assert await inbox.ids(mentioned=True) == {plain.id}
        page = await inbox.page(PageRequest(expand=frozenset({"tags"})), tag_id=tag.id)
        assert page.items[0].tag_ids == [tag.id]
        assert page.items[0].tags == [TagShown(id=tag.id, name="Vip", color="#16a34a")]

    @pytest.mark.parametrize("typed", ["joão", "JOAO s", "98888-7777", "98888", "segunda via", "boleto"])
    async def test_by_what_is_typed(self, typed: str, inbox: Inbox) -> None:
        found = await inbox.open(contact=a_contact(name="João Silva", phone="5511988887777"))
        await inbox.open(contact=a_contact(name="Bia", phone="5511955550002"))
        async with inbox.uow(inbox.user.tenant_id) as tx:
            await tx.messages.add(a_message(found, content=Text(body="Segunda via dos boletos")))

        assert await inbox.ids(PageRequest(search=typed)) == {found.id}


class TestOrders:
    @pytest.mark.parametrize(
        ("sort", "order"),
        [("waiting_since", (1, 2, 0, 3)), ("priority", (2, 0, 1, 3)), ("created_at", (4, 3, 2, 1, 0))],
    )
    @pytest.mark.parametrize("turned", [False, True])
    async def test_are_walked_by_cursor(self, sort: str, order: tuple[int, ...], *, turned: bool, inbox: Inbox) -> None:
        made = [
            await inbox.open(waiting_since=NOW, last_message_at=NOW, priority=Priority.MEDIUM),
            await inbox.open(waiting_since=NOW - HOUR, last_message_at=NOW - HOUR, priority=Priority.MEDIUM),
            await inbox.open(waiting_since=NOW - MINUTE, priority=Priority.URGENT),
            await inbox.open(priority=Priority.LOW, last_message_at=NOW),
            await inbox.open(waiting_since=NOW, status=ConversationStatus.RESOLVED, handler=Handler.NONE),
        ]
        expected = [made[place].id for place in (reversed(order) if turned else order)]
        falls = sort != "waiting_since"
        direction = Direction.DESCENDING if falls is not turned else Direction.ASCENDING

        async def read(page: PageRequest) -> Page[ConversationRow]:
            asked = PageRequest(limit=page.limit, cursor=page.cursor, sort=sort, direction=direction)
            return await inbox.page(asked)

        pages = await walk(read, limit=2)

        assert [row.id for rows in pages for row in rows] == expected

    async def test_of_what_is_open_refuse_what_is_over(self, inbox: Inbox) -> None:
        with pytest.raises(MalformedError):
            await inbox.page(PageRequest(sort="priority"), statuses=(ConversationStatus.RESOLVED,))

    async def test_are_numbered_no_further_than_is_counted(self, inbox: Inbox) -> None:
        with pytest.raises(MalformedError):
            await inbox.page(PageRequest(page=MOST_COUNTED // 100 + 1, limit=100))


async def test_who_has_it_is_shown_when_asked_for(inbox: Inbox) -> None:
    await inbox.open(assigned_to=inbox.user.id)
    await inbox.open(assigned_to=UserId(new_id()))

    page = await inbox.page(PageRequest(expand=frozenset({"assignee"})))

    ana = AssigneeShown(id=inbox.user.id, name="Ana", role="agent", has_avatar=False)
    assert [row.assignee for row in page.items] == [None, ana]


class TestCounts:
    async def test_are_those_of_open_conversations_by_view(self, inbox: Inbox, config: WhatsAppConfig) -> None:
        support = DepartmentId(new_id())
        async with inbox.uow(inbox.user.tenant_id) as tx:
            await tx.departments.add(support, name="Suporte")
        soon = {"last_message_at": NOW, "window_expires_at": NOW + HOUR}
        await inbox.open(assigned_to=inbox.user.id, department_id=support, inbound_count=1, unread_count=1, **soon)
        await inbox.open(status=ConversationStatus.WAITING, handler=Handler.NONE, needs_attention=True)
        await inbox.open(assigned_to=inbox.user.id, snoozed_until=NOW + HOUR, inbound_count=1, unread_count=1, **soon)
        await inbox.open(status=ConversationStatus.RESOLVED, handler=Handler.NONE, inbound_count=3, **soon)

        counts = await inbox.counter.count(inbox.user.tenant_id, viewer=inbox.viewer, now=NOW)

        assert (counts.open, counts.mine, counts.unassigned, counts.waiting, counts.unread) == (3, 1, 1, 1, 1)
        assert (counts.snoozed, counts.mentioned, counts.needs_attention, counts.closing) == (1, 0, 1, 1)
        assert counts.by_status == {ConversationStatus.ACTIVE: 2, ConversationStatus.WAITING: 1}
        assert (counts.by_department, counts.by_config) == ({support: 1}, {config.id: 3})

    async def test_are_those_that_may_be_seen(self, inbox: Inbox, other_tenant_id: TenantId) -> None:
        await inbox.open(assigned_to=inbox.user.id)
        await inbox.open(assigned_to=UserId(new_id()))

        agent = Viewer(user_id=inbox.user.id)
        mine = await inbox.counter.count(inbox.user.tenant_id, viewer=agent, now=NOW)
        elsewhere = await inbox.counter.count(other_tenant_id, viewer=inbox.viewer, now=NOW)

        assert (mine.open, mine.mine, elsewhere.open) == (1, 1, 0)
