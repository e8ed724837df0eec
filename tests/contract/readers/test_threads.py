"""Thread, on PostgreSQL."""

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.threads import PostgresThread
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.messages import MessageFilters, MessageRow, ReactionShown
from application.shared.page import Direction as Order
from application.shared.page import Page, PageRequest
from domain.conversations.conversation import Conversation
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.message import Direction, SenderKind
from domain.conversations.reaction import MessageReaction, Side
from domain.conversations.visibility import Viewer
from domain.media.kinds import MediaKind
from domain.media.media import Media, MediaDirection, MediaState
from domain.shared.content import Buttons, Choice, Document, Image, Text
from domain.shared.errors import MalformedError
from domain.shared.ids import ConversationId, FlowSessionId, MediaId, MessageId, ProviderMessageId, TenantId, UserId
from domain.shared.message_status import MessageStatus
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import NOW, WAMID, a_message, a_user, new_id
from tests.contract.repositories.structs import as_json

ALL = Viewer(user_id=UserId(new_id()), sees_all=True)


@pytest.fixture
def thread(app_database: Database) -> PostgresThread:
    return PostgresThread(app_database)


class TestBeside:
    async def test_are_reactions_the_quoted_message_the_file_and_the_sender(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, thread: PostgresThread
    ) -> None:
        ana = a_user(tenant_id, name="Ana")
        file = Media(
            id=MediaId(new_id()),
            direction=MediaDirection.OUTBOUND,
            kind=MediaKind.IMAGE,
            state=MediaState.STORED,
            created_at=NOW,
            mime="image/png",
            size=68,
            storage_key="ab/cd",
        )
        asked = a_message(conversation, provider_message_id=WAMID, content=Text(body="Cadê?"))
        answer = a_message(
            conversation, sender=SenderKind.AGENT, user_id=ana.id, reply_to=WAMID, content=Image(media_id=file.id)
        )
        async with uow(tenant_id) as tx:
            await tx.users.add(ana)
            await tx.media.add(file)
            await tx.messages.add(asked)
            await tx.messages.add(answer)
            for side, emoji in ((Side.CONTACT, "👍"), (Side.BUSINESS, None)):
                reaction = MessageReaction(message_id=answer.id, side=side, emoji=emoji, at=NOW)
                await tx.message_changes.react(reaction, conversation_id=conversation.id)

        [shown, first] = (
            await thread.page(
                tenant_id, viewer=ALL, conversation_id=conversation.id, filters=MessageFilters(), page=PageRequest()
            )
        ).items

        assert shown.reactions == [ReactionShown(side=Side.CONTACT, emoji="👍", user_id=None, at=NOW)]
        assert shown.quoted is not None
        assert (shown.quoted.id, shown.quoted.type, shown.sender_name) == (asked.id, "text", "Ana")
        assert shown.media is not None
        assert (shown.media.id, shown.media.state, shown.media.has_thumbnail) == (file.id, "stored", False)
        assert (first.reactions, first.quoted, first.media, first.sender_name) == ([], None, None, None)

    async def test_is_where_its_files_are_read_alone_page_by_page(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, thread: PostgresThread
    ) -> None:
        files = [
            a_message(conversation, content=content)
            for content in (
                Image(media_id=MediaId(new_id())),
                Text(body="oi"),
                Buttons(
                    body="Sua fatura",
                    buttons=(Choice(id="1", title="Pagar"),),
                    header_media=Document(media_id=MediaId(new_id())),
                ),
                Image(link="https://cdn.example/a.jpg"),
            )
        ]
        gone = a_message(conversation, content=Image(media_id=MediaId(new_id())), revoked_at=NOW)
        async with uow(tenant_id) as tx:
            for message in (*files, gone):
                await tx.messages.add(message)

        async def ask(cursor: str) -> Page[MessageRow]:
            return await thread.page(
                tenant_id,
                viewer=ALL,
                conversation_id=conversation.id,
                filters=MessageFilters(has_media=True),
                page=PageRequest(cursor=cursor, limit=1),
            )

        newest = await ask("")
        last = await ask(newest.next_cursor or "")
        assert [row.id for row in (*newest.items, *last.items)] == [files[2].id, files[0].id]
        assert last.next_cursor is None

    async def test_is_read_from_a_message_both_ways(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, thread: PostgresThread
    ) -> None:
        messages = [a_message(conversation) for _ in range(3)]
        async with uow(tenant_id) as tx:
            for message in messages:
                await tx.messages.add(message)

        async def found(direction: Order, **asked: MessageId) -> list[MessageId]:
            filters = MessageFilters(**asked)
            page = PageRequest(direction=direction)
            read = await thread.page(tenant_id, viewer=ALL, conversation_id=conversation.id, filters=filters, page=page)
            return [row.id for row in read.items]

        first, second, third = (message.id for message in messages)
        assert await found(Order.ASCENDING, after=first) == [second, third]
        assert await found(Order.DESCENDING, before=third) == [second, first]


class TestMessages:
    async def test_are_shown_whole(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, thread: PostgresThread
    ) -> None:
        message = a_message(
            conversation,
            sender=SenderKind.AGENT,
            user_id=UserId(new_id()),
            content=Image(link="https://cdn.example/a.png", caption="Foto"),
            status=MessageStatus.FAILED,
            status_at={"failed": NOW},
            error_code="131053",
            error_detail="Media upload error",
            provider_message_id=ProviderMessageId("wamid.1"),
            reply_to=ProviderMessageId("wamid.0"),
            flow_session_id=FlowSessionId(new_id()),
        )
        async with uow(tenant_id) as tx:
            await tx.messages.add(message)

        [row] = (
            await thread.page(
                tenant_id, viewer=ALL, conversation_id=conversation.id, filters=MessageFilters(), page=PageRequest()
            )
        ).items

        assert as_json(row) == as_json(
            MessageRow(
                id=message.id,
                direction=Direction.OUTBOUND,
                type="image",
                sender=SenderKind.AGENT,
                user_id=message.user_id,
                sender_name=None,
                media_id=None,
                edited_at=None,
                revoked_at=None,
                referral=None,
                retried_as=None,
                content=msgspec.Raw(msgspec.json.encode(message.content)),
                status=MessageStatus.FAILED,
                status_at=msgspec.Raw(msgspec.json.encode(message.status_at)),
                error_code="131053",
                error_detail="Media upload error",
                provider_message_id=message.provider_message_id,
                reply_to=message.reply_to,
                flow_session_id=message.flow_session_id,
                created_at=NOW,
            )
        )

    async def test_come_newest_first_each_once(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, thread: PostgresThread
    ) -> None:
        messages = [a_message(conversation) for _ in range(5)]
        async with uow(tenant_id) as tx:
            for message in messages:
                await tx.messages.add(message)

        async def read(page: PageRequest) -> Page[MessageRow]:
            return await thread.page(
                tenant_id, viewer=ALL, conversation_id=conversation.id, filters=MessageFilters(), page=page
            )

        pages = await walk(read, limit=2)
        numbered = await read(PageRequest(page=2, limit=2))

        newest_first = [message.id for message in reversed(messages)]
        assert [row.id for rows in pages for row in rows] == newest_first
        assert [row.id for row in numbered.items] == newest_first[2:4]
        assert (numbered.page, numbered.total) == (2, 5)

    async def test_are_not_shown_to_another_tenant(
        self, other_tenant_id: TenantId, conversation: Conversation, thread: PostgresThread
    ) -> None:
        with pytest.raises(ConversationNotFoundError):
            await thread.page(
                other_tenant_id,
                viewer=ALL,
                conversation_id=conversation.id,
                filters=MessageFilters(),
                page=PageRequest(),
            )

    async def test_are_not_those_of_a_conversation_that_never_was(
        self, tenant_id: TenantId, thread: PostgresThread
    ) -> None:
        with pytest.raises(ConversationNotFoundError):
            await thread.page(
                tenant_id,
                viewer=ALL,
                conversation_id=ConversationId(new_id()),
                filters=MessageFilters(),
                page=PageRequest(),
            )

    async def test_refuse_a_cursor_that_is_none(
        self, tenant_id: TenantId, conversation: Conversation, thread: PostgresThread
    ) -> None:
        with pytest.raises(MalformedError):
            await thread.page(
                tenant_id,
                viewer=ALL,
                conversation_id=conversation.id,
                filters=MessageFilters(),
                page=PageRequest(cursor="bm9wZQ"),
            )
