"""Story, on PostgreSQL."""

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.story import PostgresStory
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.story import ConversationNoteRow
from application.shared.page import PageRequest
from domain.conversations.conversation import Conversation
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.note import Note
from domain.conversations.timeline import BOT, by_user
from domain.conversations.visibility import Viewer
from domain.shared.ids import NoteId, TenantId, UserId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import MINUTE, NOW, a_contact, a_conversation, new_id

ANA, BIA = UserId(new_id()), UserId(new_id())
EVERYTHING = Viewer(user_id=BIA, sees_all=True)
OF_BIA = Viewer(user_id=BIA)
PAGE = PageRequest()


@pytest.fixture
def story(app_database: Database) -> PostgresStory:
    return PostgresStory(app_database)


@pytest.fixture
async def told(uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig) -> Conversation:
    """A conversation of Ana's that the bot had, with a note."""
    contact = a_contact()
    conversation = a_conversation(contact, config)
    async with uow(tenant_id) as tx:
        await tx.contacts.add(contact)
        await tx.conversations.add(conversation)
        conversation.hand_to_people(department_id=None, reason="pediu", by=BOT, now=NOW)
        conversation.take_over(ANA, by=by_user(ANA), now=NOW + MINUTE)
        await tx.conversations.save(conversation)
        note_id = NoteId(new_id())
        await tx.notes.add(
            Note(id=note_id, conversation_id=conversation.id, user_id=ANA, body="Oi", mentions=(BIA,), created_at=NOW)
        )
    return conversation


async def test_the_timeline_is_read_from_its_end_a_page_at_a_time(
    story: PostgresStory, tenant_id: TenantId, told: Conversation
) -> None:
    one_by_one = PageRequest(limit=1, cursor="")
    first = await story.timeline(tenant_id, viewer=EVERYTHING, conversation_id=told.id, page=one_by_one)
    after = msgspec.structs.replace(one_by_one, cursor=first.next_cursor)
    second = await story.timeline(tenant_id, viewer=EVERYTHING, conversation_id=told.id, page=after)

    assert [row.kind for row in (*first.items, *second.items)] == ["taken_over", "waiting"]
    assert second.next_cursor is None
    assert (first.items[0].actor, first.items[0].user_id, first.items[0].at) == ("user", ANA, NOW + MINUTE)


async def test_transfers_say_who_had_it(story: PostgresStory, tenant_id: TenantId, told: Conversation) -> None:
    page = await story.transfers(tenant_id, viewer=EVERYTHING, conversation_id=told.id, page=PAGE)

    assert [(row.from_bot, row.to_user, row.reason) for row in page.items] == [
        (False, ANA, "takeover"),
        (True, None, "pediu"),
    ]


async def test_notes_say_whom_they_mention(story: PostgresStory, tenant_id: TenantId, told: Conversation) -> None:
    page = await story.notes(tenant_id, viewer=EVERYTHING, conversation_id=told.id, page=PAGE)

    [note] = page.items
    assert note == ConversationNoteRow(id=note.id, user_id=ANA, body="Oi", mentions=[BIA], created_at=NOW)


async def test_what_one_may_not_see_is_not_there(story: PostgresStory, tenant_id: TenantId, told: Conversation) -> None:
    for read in (story.timeline, story.transfers, story.notes):
        with pytest.raises(ConversationNotFoundError):
            await read(tenant_id, viewer=OF_BIA, conversation_id=told.id, page=PAGE)
