"""What is done with a message that is there: sent again, answered with an emoji, marked as read."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from application.messages.mark_message_read import MarkMessageRead
from application.messages.react_to_message import ReactToMessage, ReactToMessageHandler
from application.messages.retry_message import RetryMessage
from application.messages.send_message import SendMessage, SendMessageHandler
from application.messages.show_read import ShowReadHandler
from application.messages.show_typing import ShowTypingHandler
from application.ports.receipts import ShowRead, ShowTyping
from domain.conversations.errors import WindowClosedError
from domain.messages.errors import (
    MessageNotFailedError,
    MessageNotFoundError,
    NoReactionPossibleError,
    NotReceivedError,
)
from domain.shared.content import Text
from domain.shared.ids import ConversationId, MessageId
from simulator.inbound import Inbound, write_messages
from tests.integration.spine import wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"


async def _writes(spine: Spine, words: str = "oi") -> str:
    """Have the customer write, under the name that the provider gave it."""
    message = {"type": "text", "text": {"body": words}}
    inbound = Inbound(sender=PHONE, message=message, phone_number_id=wire.NUMBER_ID)
    [receipt] = write_messages(spine.world, [inbound])
    await spine.says(PHONE, words, wamid=receipt.id)
    await spine.drain()
    return receipt.id


async def _send(spine: Spine) -> MessageId:
    send = await spine.container.get(SendMessageHandler)
    conversation_id = ConversationId(await spine.conversation_id())
    sent: MessageId = await send(
        await spine.agent(), SendMessage(conversation_id=conversation_id, content=Text(body="olá"))
    )
    return sent


async def _failed(spine: Spine) -> MessageId:
    await _writes(spine)
    spine.fault("131009")
    message_id = await _send(spine)
    await spine.drain()
    return message_id


async def _id_of(spine: Spine, direction: str = "inbound") -> MessageId:
    found = await spine.one("SELECT id FROM messages WHERE direction = $1", direction)
    assert isinstance(found, UUID)
    return MessageId(found)


async def _retry(spine: Spine, message_id: MessageId) -> None:
    retry = await spine.container.get(RetryMessage)
    await retry(await spine.agent(), message_id)


async def _react(spine: Spine, message_id: MessageId, emoji: str | None = "👍") -> None:
    react = await spine.container.get(ReactToMessageHandler)
    await react(await spine.agent(), ReactToMessage(message_id=message_id, emoji=emoji))


class TestRetrying:
    async def test_message_that_failed_goes_out_as_a_new_one_that_it_names(self, spine: Spine) -> None:
        failed = await _failed(spine)

        await _retry(spine, failed)
        await spine.drain()

        first, second = await spine.rows("SELECT id, status, retried_as FROM messages WHERE direction = 'outbound'")
        assert (first["status"], first["retried_as"]) == ("failed", second["id"])
        assert (second["status"], second["retried_as"]) == ("sent", None)
        assert [row.text for row in spine.sent()] == ["olá"]

    async def test_two_people_who_send_it_again_at_once_send_it_once(self, spine: Spine) -> None:
        failed = await _failed(spine)

        results = await asyncio.gather(*(_retry(spine, failed) for _ in range(4)), return_exceptions=True)
        await spine.drain()

        assert [type(result) for result in results].count(MessageNotFailedError) == 3
        assert len(spine.sent()) == 1

    async def test_what_was_sent_is_not_sent_again(self, spine: Spine) -> None:
        await _writes(spine)
        sent = await _send(spine)
        await spine.drain()

        for message_id in (sent, await _id_of(spine)):
            with pytest.raises(MessageNotFailedError):
                await _retry(spine, message_id)

    async def test_closed_window_holds_for_the_second_try_too(self, spine: Spine) -> None:
        failed = await _failed(spine)
        await spine.advance(timedelta(hours=24))

        with pytest.raises(WindowClosedError):
            await _retry(spine, failed)

    async def test_there_is_no_such_message(self, spine: Spine) -> None:
        with pytest.raises(MessageNotFoundError):
            await _retry(spine, MessageId(spine.tenant_id))


class TestReacting:
    async def test_emoji_is_sent_and_shown_on_its_message(self, spine: Spine) -> None:
        wamid = await _writes(spine)

        await _react(spine, await _id_of(spine))
        await spine.drain()

        message = spine.world.conversations.get(wamid)
        assert message is not None
        assert message.reaction == "👍"
        assert await spine.column("SELECT emoji FROM message_reactions WHERE side = 'business'") == ["👍"]

    async def test_emoji_is_taken_off(self, spine: Spine) -> None:
        wamid = await _writes(spine)
        await _react(spine, await _id_of(spine))
        await spine.advance(timedelta(seconds=1))

        await _react(spine, await _id_of(spine), None)
        await spine.drain()

        message = spine.world.conversations.get(wamid)
        assert message is not None
        assert message.reaction == ""
        assert await spine.column("SELECT emoji FROM message_reactions") == [""]

    async def test_it_is_no_answer(self, spine: Spine) -> None:
        await _writes(spine)
        asked = "SELECT handler, unread_count, first_response_at, last_message_preview FROM conversations"
        before = await spine.rows(asked)

        await _react(spine, await _id_of(spine))

        assert [tuple(row) for row in await spine.rows(asked)] == [tuple(row) for row in before]

    async def test_old_message_and_one_that_never_left_get_none(self, spine: Spine) -> None:
        failed = await _failed(spine)
        with pytest.raises(NoReactionPossibleError):
            await _react(spine, failed)

        await spine.advance(timedelta(days=30, seconds=1))
        with pytest.raises(NoReactionPossibleError):
            await _react(spine, await _id_of(spine))


class TestReceipts:
    async def test_read_message_is_told_to_the_provider_once(self, spine: Spine) -> None:
        wamid = await _writes(spine)
        message_id = await _id_of(spine)
        mark, tell = await spine.container.get(MarkMessageRead), await spine.container.get(ShowReadHandler)

        for _ in range(2):
            await mark(await spine.agent(), message_id)
        [job] = await spine.rows("SELECT payload FROM platform.jobs WHERE entrypoint = 'show_read'")
        await tell(ShowRead(tenant_id=spine.tenant_id, message_id=message_id))

        assert job is not None
        assert [(row.wamid, row.typing) for row in spine.world.ledger.reads.page(after=0, limit=9)] == [(wamid, False)]
        assert await spine.column("SELECT status_at ? 'read' FROM messages") == [True]

    async def test_only_what_a_contact_wrote_is_marked(self, spine: Spine) -> None:
        await _writes(spine)
        mark = await spine.container.get(MarkMessageRead)

        with pytest.raises(NotReceivedError):
            await mark(await spine.agent(), await _send(spine))

    async def test_typing_is_shown_by_the_last_message_of_the_contact(self, spine: Spine) -> None:
        await _writes(spine, "um")
        wamid = await _writes(spine, "dois")
        show = await spine.container.get(ShowTypingHandler)

        await show(ShowTyping(tenant_id=spine.tenant_id, conversation_id=ConversationId(await spine.conversation_id())))

        assert [(row.wamid, row.typing) for row in spine.world.ledger.reads.page(after=0, limit=9)] == [(wamid, True)]

    async def test_what_the_provider_does_not_know_is_let_go(self, spine: Spine) -> None:
        await spine.says(PHONE, "oi")
        await spine.drain()
        show = await spine.container.get(ShowReadHandler)

        await show(ShowRead(tenant_id=spine.tenant_id, message_id=await _id_of(spine)))

        assert spine.world.ledger.reads.total == 0
