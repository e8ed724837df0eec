"""The readers of the inbox where there is much: a page reads little of it, and asks a handful of statements."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from adapters.postgres.connection import TenantConnection
from adapters.postgres.contact_words import contact_vector
from adapters.postgres.database import Database
from adapters.postgres.readers.contacts import PostgresContactList
from adapters.postgres.readers.conversation_rows import is_open
from adapters.postgres.readers.conversations import PostgresConversationList
from adapters.postgres.readers.inbox_counts import PostgresInboxCounter
from adapters.postgres.readers.message_search import PostgresMessageSearch
from adapters.postgres.readers.threads import PostgresThread
from adapters.postgres.search_words import vector_of
from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import conversations
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.contacts import ContactFilters
from application.ports.readers.conversations import ConversationFilters
from application.ports.readers.message_search import SearchFilters
from application.ports.readers.messages import MessageFilters
from application.shared.page import PageRequest
from domain.conversations.conversation import Conversation, ConversationStatus
from domain.conversations.search import terms_of
from domain.conversations.visibility import Viewer
from domain.shared.ids import ConversationId, TenantId, UserId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import NOW, a_contact, fetch, new_id

MADE = 5_000
"""Resolved conversations, and messages: half of them in one conversation, which is open, the others with a file."""
MOST_BUFFERS = 600
"""Pages of 8 KiB that one screen may look at; a plan that is wrong reads thousands."""
MOST_OF_ONE = 200
"""What looking for one contact may look at, who lies among 300 pages of contacts, and in the inbox 150 more."""
MOST_OF_NOTHING = 30
"""What looking for the files of a long thread without any may look at."""
ALL = Viewer(user_id=UserId(new_id()), sees_all=True)
AGENT = Viewer(user_id=UserId(new_id()))

FILL = """
WITH made AS (
  SELECT number, ($7 || '-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid AS id
  FROM generate_series(1, $5) AS number),
people AS (
  INSERT INTO contacts (tenant_id, id, attributes, source, version, created_at, updated_at, search)
  SELECT $1, id, '{}', 'test', 0, $4, $4, $8::text::tsvector FROM made),
talks AS (
  INSERT INTO conversations (tenant_id, id, contact_id, whatsapp_config_id, status, handler, needs_attention,
    unread_count, last_message_at, last_message_preview, metadata, version, created_at, updated_at)
  SELECT $1, id, id, $3, 'resolved', 'none', false, 0, $4 - number * interval '1 minute', 'oi', '{}', 0, $4, $4
  FROM made)
INSERT INTO messages (tenant_id, id, conversation_id, whatsapp_config_id, direction, type, sender, content, status,
  status_at, version, created_at, search, media_id)
SELECT $1, id, CASE WHEN number % 2 = 0 THEN id ELSE $2 END, $3, 'inbound',
  'text', 'contact', '{"type": "text", "body": "boleto"}', 'received', '{}', 0, $4,
  $6::text::tsvector, CASE WHEN number % 2 = 0 THEN id END
FROM made
"""
TIDY = "VACUUM (ANALYZE) conversations; VACUUM (ANALYZE) messages; VACUUM (ANALYZE) contacts"


class Counting(TenantConnection):
    """Says of each statement how much it read, by having PostgreSQL explain what it does."""

    blocks = 0

    async def fetch(self, statement, **values):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN003
        """Explain it, and then give its rows."""
        arguments = self._fill(statement, values)
        plan = await self.driver.fetch(f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) {statement.sql}", *arguments)
        type(self).blocks += sum(
            int(word.partition("=")[2])
            for word in next((str(row[0]) for row in plan if "Buffers: shared" in row[0]), "").split()
            if word.startswith(("hit=", "read="))
        )
        return await super().fetch(statement, **values)


@pytest.fixture
async def filled(
    database_url: str, home: str, tenant_id: TenantId, config: WhatsAppConfig, conversation: Conversation
) -> Conversation:
    """An open conversation with many messages, among many that are resolved."""
    now = str(new_id())[:13]
    words = vector_of("boleto", tenant_id=tenant_id, message_id=UUID(f"{now}-7000-8000-000000000000"))
    someone = contact_vector(a_contact(name="Bia Souza", phone="5521977776666"), tenant_id=tenant_id)
    made = (tenant_id, conversation.id, config.id, NOW, MADE, words, now, someone)
    await fetch(database_url, FILL, *made, home=home)
    for statement in TIDY.split("; "):
        await fetch(database_url, statement, home=home)
    return conversation


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> type[Counting]:
    """What is read is counted."""
    Counting.blocks = 0
    monkeypatch.setattr("adapters.postgres.readers.reading.TenantConnection", Counting)
    return Counting


def test_what_is_open_is_written_out() -> None:
    """For a parameter no partial index is found, once PostgreSQL has one plan for all values."""
    assert "$" not in Statement(select(conversations.c.id).where(is_open(conversations))).sql


async def test_a_screen_reads_little(
    filled: Conversation, counted: type[Counting], app_database: Database, tenant_id: TenantId
) -> None:
    inbox, thread = PostgresConversationList(app_database), PostgresThread(app_database)
    counter, search = PostgresInboxCounter(app_database), PostgresMessageSearch(app_database)
    opened = ConversationFilters(statuses=(ConversationStatus.ACTIVE, ConversationStatus.WAITING))
    now = datetime.now(UTC)

    async def cost(question: object) -> int:
        before = counted.blocks
        await question  # type: ignore[misc]  # a reader's answer
        return counted.blocks - before

    for viewer in (ALL, AGENT):
        seen = {"viewer": viewer, "now": now}
        page = PageRequest(cursor="", expand=frozenset({"contact", "messages"}))
        assert await cost(inbox.page(tenant_id, **seen, filters=ConversationFilters(), page=page)) < MOST_BUFFERS
        assert await cost(inbox.page(tenant_id, **seen, filters=opened, page=PageRequest())) < MOST_BUFFERS
        urgent = PageRequest(sort="priority", cursor="")
        assert await cost(inbox.page(tenant_id, **seen, filters=ConversationFilters(), page=urgent)) < MOST_BUFFERS
        assert await cost(counter.count(tenant_id, **seen)) < MOST_BUFFERS
    messages = thread.page(
        tenant_id,
        viewer=ALL,
        conversation_id=ConversationId(filled.id),
        filters=MessageFilters(),
        page=PageRequest(cursor=""),
    )
    assert await cost(messages) < MOST_BUFFERS
    files = thread.page(
        tenant_id,
        viewer=ALL,
        conversation_id=ConversationId(filled.id),
        filters=MessageFilters(has_media=True),
        page=PageRequest(cursor=""),
    )
    assert await cost(files) < MOST_OF_NOTHING
    found = search.find(
        tenant_id, viewer=ALL, terms=terms_of("boleto inexistente"), filters=SearchFilters(), limit=20, cursor=None
    )
    assert await cost(found) < MOST_BUFFERS


async def test_one_contact_among_many_is_found_by_an_index(
    filled: Conversation,
    counted: type[Counting],
    uow: PostgresUnitOfWork,
    app_database: Database,
    tenant_id: TenantId,
) -> None:
    people, inbox = PostgresContactList(app_database), PostgresConversationList(app_database)
    now = datetime.now(UTC)
    async with uow(tenant_id) as tx:
        contact = await tx.contacts.get(filled.contact_id)
        contact.name, contact.phone = "Zuleide", "5511988881234"
        await tx.contacts.save(contact)

    async def blocks(typed: str) -> tuple[int, int]:
        page, before = PageRequest(search=typed), counted.blocks
        listed = await people.page(tenant_id, filters=ContactFilters(), page=page, now=now)
        between = counted.blocks
        talks = await inbox.page(tenant_id, viewer=AGENT, now=now, filters=ConversationFilters(), page=page)
        assert [row.name for row in listed.items] == [row.contact_name for row in talks.items] == ["Zuleide"]
        return between - before, counted.blocks - between

    await blocks("zuleide")  # reads the catalogue besides
    for typed in ("zul", "1234", "(11) 8888-1234"):
        assert max(await blocks(typed)) < MOST_OF_ONE
