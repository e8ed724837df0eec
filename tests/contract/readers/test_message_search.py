"""MessageSearch, on PostgreSQL."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers import message_search, word_search
from adapters.postgres.readers.message_search import PostgresMessageSearch
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.message_search import SearchFilters
from domain.conversations.conversation import Conversation
from domain.conversations.message import Direction, Message
from domain.conversations.search import terms_of
from domain.conversations.visibility import Viewer
from domain.shared.content import Content, Document, Image, Reaction, Text
from domain.shared.errors import MalformedError
from domain.shared.ids import (
    ContactId,
    ConversationId,
    MessageId,
    ProviderMessageId,
    TenantId,
    UserId,
    WhatsAppConfigId,
)
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import a_contact, a_conversation, a_message, new_id

ALL = Viewer(user_id=UserId(new_id()), sees_all=True)
ANYWHERE = SearchFilters()
DAY = timedelta(days=1)

Write = Callable[..., Awaitable[Message]]
Find = Callable[..., Awaitable[list[str]]]


def message_id_at(at: datetime) -> MessageId:
    """Give an id that was made at a time."""
    return MessageId(UUID(int=word_search.first_id_at(at).int | (0x7 << 76) | (new_id().int & 0xFFFF)))


@pytest.fixture
def search(app_database: Database) -> PostgresMessageSearch:
    return PostgresMessageSearch(app_database)


@pytest.fixture
def write(uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation) -> Write:
    async def written(content: str | Content, *, within: Conversation = conversation, **changed: object) -> Message:
        said = Text(body=content) if isinstance(content, str) else content
        message = a_message(within, content=said, **changed)
        async with uow(tenant_id) as tx:
            await tx.messages.add(message)
        return message

    return written


@pytest.fixture
def find(search: PostgresMessageSearch, tenant_id: TenantId) -> Find:
    async def found(
        typed: str, *, viewer: Viewer = ALL, filters: SearchFilters = ANYWHERE, tenant: TenantId = tenant_id
    ) -> list[str]:
        page = await search.find(tenant, viewer=viewer, terms=terms_of(typed), filters=filters, limit=20, cursor=None)
        return [words_of(item.content) for item in page.items]

    return found


def words_of(content: msgspec.Raw) -> str:
    said = msgspec.json.decode(content)
    return str(said.get("body") or said.get("caption") or said.get("filename"))


class TestWords:
    @pytest.mark.parametrize(
        "typed",
        ["boleto", "BOLETOS", "bol", "bolé", "fatura", "marco", "março", "boleto fatura", '"fatura de março"', "12-34"],
    )
    async def test_find_whatever_the_accents_number_and_ending(self, typed: str, write: Write, find: Find) -> None:
        await write("Segue o boleto da Fatura de Março, nº 12-34.")

        assert len(await find(typed)) == 1

    @pytest.mark.parametrize("typed", ["oleto", "boleto pix", '"boleto fatura"', "1234", "x"])
    async def test_do_not_find_what_is_not_there(self, typed: str, write: Write, find: Find) -> None:
        await write("Segue o boleto da Fatura de Março, nº 12-34.")

        assert await find(typed) == []

    @pytest.mark.parametrize(
        "typed",
        [
            "boleto & !pix | x:* <-> ()",
            "boleto' OR '1'='1",
            "boleto\\",
            "boleto'::tsquery",
            '"boleto',
            "boleto %_",
            " boleto ",
        ],
    )
    async def test_take_operators_for_signs(self, typed: str, write: Write, find: Find) -> None:
        await write("boleto tsquery x or 1 1 pix")

        assert len(await find(typed)) == 1

    async def test_are_those_of_captions_and_file_names(self, write: Write, find: Find) -> None:
        await write(Image(link="https://cdn.example/a.png", caption="Comprovante"))
        await write(Document(link="https://cdn.example/b.pdf", filename="contrato-2026.pdf"))

        assert await find("comprovantes") == ["Comprovante"]
        assert await find("contrato") == ["contrato-2026.pdf"]

    async def test_are_not_those_of_reactions(self, write: Write, find: Find) -> None:
        await write(Reaction(target=ProviderMessageId("wamid.1"), emoji="ok"))

        assert await find("ok") == []

    @pytest.mark.parametrize("text", ["a" * 10_000, "á " * 5_000, "b\u0301oleto '\" \\ : & 東京 🙂", "ﬁ ½ ² ß İ"])
    async def test_can_be_kept_of_anything(self, text: str, write: Write, find: Find) -> None:
        message = await write(f"boleto {text}")

        assert message.id
        assert len(await find("boleto")) == 1


class TestChanges:
    async def test_are_found_by_the_words_that_are_there_now(
        self, write: Write, find: Find, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        message = await write("boleto")
        message.edit("fatura", at=datetime.now(UTC))
        async with uow(tenant_id) as tx:
            await tx.message_changes.amend(message)
        assert (await find("boleto"), await find("fatura")) == ([], ["fatura"])

        message.revoke(at=datetime.now(UTC))
        async with uow(tenant_id) as tx:
            await tx.message_changes.amend(message)
        assert await find("fatura") == []


class TestOrder:
    async def test_is_the_newest_first_over_pages_and_years(
        self, write: Write, search: PostgresMessageSearch, tenant_id: TenantId, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(word_search, "MOST_CANDIDATES", 2)
        now = datetime.now(UTC)
        ages = [0, 0, 0, 1, 3, 3, 20, 61, 62, 63, 64, 400, 400, 800]
        times = [now - DAY * age - timedelta(seconds=n) for n, age in enumerate(ages)]
        made = [await write("boleto", id=message_id_at(at)) for at in times]
        newest_first = sorted((message.id for message in made), reverse=True)

        seen: list[UUID] = []
        cursor: str | None = ""
        while cursor is not None:
            page = await search.find(
                tenant_id, viewer=ALL, terms=terms_of("boleto"), filters=ANYWHERE, limit=3, cursor=cursor
            )
            seen += [item.id for item in page.items]
            cursor = page.next_cursor

        assert seen == newest_first

    async def test_goes_on_where_few_may_be_seen(
        self,
        write: Write,
        search: PostgresMessageSearch,
        tenant_id: TenantId,
        uow: PostgresUnitOfWork,
        config: WhatsAppConfig,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(word_search, "MOST_CANDIDATES", 1)
        monkeypatch.setattr(message_search, "MOST_ROUNDS", 2)
        contact = a_contact()
        theirs = a_conversation(contact, config, assigned_to=UserId(new_id()))
        async with uow(tenant_id) as tx:
            await tx.contacts.add(contact)
            await tx.conversations.add(theirs)
        mine = await write("boleto")
        for _ in range(5):
            await write("boleto", within=theirs)
        agent = Viewer(user_id=UserId(new_id()))

        pages, cursor = [], ""
        while cursor is not None:
            page = await search.find(
                tenant_id, viewer=agent, terms=terms_of("boleto"), filters=ANYWHERE, limit=3, cursor=cursor
            )
            pages.append([item.id for item in page.items])
            cursor = page.next_cursor

        assert len(pages) > 2
        assert [found for page in pages for found in page] == [mine.id]

    async def test_refuses_a_cursor_that_is_none(self, search: PostgresMessageSearch, tenant_id: TenantId) -> None:
        with pytest.raises(MalformedError):
            await search.find(tenant_id, viewer=ALL, terms=terms_of("oi"), filters=ANYWHERE, limit=3, cursor="bm9wZQ")


class TestLimits:
    async def test_are_those_of_the_filters(
        self, write: Write, find: Find, conversation: Conversation, config: WhatsAppConfig
    ) -> None:
        now = datetime.now(UTC)
        await write("boleto", direction=Direction.INBOUND, id=message_id_at(now - DAY * 10))

        def asked(**filters: object) -> SearchFilters:
            return SearchFilters(**filters)  # type: ignore[arg-type]  # any of its fields

        for filters in (
            asked(conversation_id=conversation.id),
            asked(contact_id=conversation.contact_id),
            asked(config_id=config.id, type="text", direction=Direction.INBOUND),
            asked(since=now - DAY * 11, until=now - DAY * 9),
        ):
            assert await find("boleto", filters=filters) == ["boleto"]
        for filters in (
            asked(conversation_id=ConversationId(new_id())),
            asked(contact_id=ContactId(new_id())),
            asked(contact_id=conversation.contact_id, direction=Direction.OUTBOUND),
            asked(config_id=WhatsAppConfigId(new_id())),
            asked(direction=Direction.OUTBOUND),
            asked(type="image"),
            asked(since=now - DAY * 9),
            asked(until=now - DAY * 11),
            asked(conversation_id=conversation.id, since=now - DAY * 9),
        ):
            assert await find("boleto", filters=filters) == []

    async def test_are_those_of_the_company(self, write: Write, find: Find, other_tenant_id: TenantId) -> None:
        await write("boleto")

        assert await find("boleto", tenant=other_tenant_id) == []

    async def test_are_those_of_the_viewer(
        self, write: Write, find: Find, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig
    ) -> None:
        contact, me = a_contact(), UserId(new_id())
        theirs = a_conversation(contact, config, assigned_to=me)
        async with uow(tenant_id) as tx:
            await tx.contacts.add(contact)
            await tx.conversations.add(theirs)
        await write("boleto", within=theirs)

        assert await find("boleto", viewer=Viewer(user_id=me)) == ["boleto"]
        assert await find("boleto", viewer=Viewer(user_id=UserId(new_id()))) == []
        within = SearchFilters(conversation_id=theirs.id)
        assert await find("boleto", viewer=Viewer(user_id=UserId(new_id())), filters=within) == []
