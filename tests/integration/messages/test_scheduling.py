"""Messages that are sent at a time: once, whoever works and whatever breaks."""

import asyncio
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from application.conversations.resolve_conversation import ResolveConversation
from application.messages.addressing import Address
from application.messages.cancel_scheduled_message import CancelScheduledMessage
from application.messages.say import Words
from application.messages.schedule_message import ScheduleMessage, ScheduleMessageHandler
from application.messages.send_scheduled_message import SendScheduledMessage, SendScheduledMessageHandler
from application.messages.sweep_scheduled_messages import SweepScheduledMessages, SweepScheduledMessagesHandler
from application.messages.tools import SendTools
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.conversations.errors import ContentRefusedError
from domain.messages.errors import ScheduledMessageNotFoundError, ScheduledMessageOverError
from domain.shared.content import Template, Text
from domain.shared.errors import InvalidError, UnavailableError
from domain.shared.ids import ApiKeyId, ConversationId, ScheduledMessageId
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
HOUR = timedelta(hours=1)
HELLO = Words(content=Text(body="Bom dia!"))
STATES = "SELECT state, error_code FROM scheduled_messages"
JOBS = "SELECT count(*) FROM platform.jobs WHERE entrypoint = 'send_scheduled_message'"


async def _schedule(
    spine: Spine,
    words: Words = HELLO,
    *,
    actor: Actor | None = None,
    address: Address | None = None,
    send_at: datetime | None = None,
    time_zone: str | None = None,
) -> ScheduledMessageId:
    schedule = await spine.container.get(ScheduleMessageHandler)
    command = ScheduleMessage(
        address=address or Address(phone=PHONE),
        words=words,
        send_at=send_at or spine.now + HOUR,
        time_zone=time_zone,
    )
    scheduled_id: ScheduledMessageId = await schedule(actor or await spine.agent(), command)
    return scheduled_id


async def _come(spine: Spine, scheduled_id: ScheduledMessageId, *, after: timedelta = HOUR) -> None:
    """Let its time come, and its job be done."""
    await spine.advance(after)
    send = await spine.container.get(SendScheduledMessageHandler)
    await send(SendScheduledMessage(tenant_id=spine.tenant_id, scheduled_id=scheduled_id))
    await spine.drain()


async def _states(spine: Spine) -> list[tuple[str, str | None]]:
    return [tuple(row) for row in await spine.rows(STATES)]


class TestSending:
    async def test_message_goes_out_when_its_time_has_come(self, spine: Spine) -> None:
        await spine.says(PHONE, "oi")
        await spine.drain()
        scheduled_id = await _schedule(spine)

        await _come(spine, scheduled_id, after=HOUR - timedelta(seconds=1))
        assert spine.sent() == []
        await _come(spine, scheduled_id, after=timedelta(seconds=1))

        assert [row.text for row in spine.sent()] == ["Bom dia!"]
        [row] = await spine.rows("SELECT state, message_id, conversation_id FROM scheduled_messages")
        assert row["state"] == "sent"
        assert await spine.column("SELECT id FROM messages WHERE direction = 'outbound'") == [row["message_id"]]
        assert row["conversation_id"] == await spine.conversation_id()

    async def test_four_workers_send_it_once(self, spine: Spine) -> None:
        await spine.says(PHONE, "oi")
        await spine.drain()
        scheduled_id = await _schedule(spine)
        await spine.advance(HOUR)

        await asyncio.gather(*(_come(spine, scheduled_id, after=timedelta()) for _ in range(4)))

        assert len(spine.sent()) == 1

    async def test_worker_that_dies_before_its_commit_has_sent_nothing(self, spine: Spine) -> None:
        await spine.says(PHONE, "oi")
        await spine.drain()
        scheduled_id = await _schedule(spine)
        await spine.advance(HOUR)
        tools = await spine.container.get(SendTools)

        async def dying(tx: Transaction) -> None:
            await SendScheduledMessageHandler(tools)._send(tx, scheduled_id)
            raise UnavailableError("the machine is gone")

        with pytest.raises(UnavailableError):
            async with tools.uow(spine.tenant_id) as tx:
                await dying(tx)
        await spine.drain()
        assert (spine.sent(), await _states(spine)) == ([], [("scheduled", None)])

        await _come(spine, scheduled_id, after=timedelta())
        assert len(spine.sent()) == 1

    async def test_its_author_takes_nothing_over_by_it(self, spine: Spine) -> None:
        await spine.says(PHONE, "oi")
        await spine.drain()
        asked = "SELECT handler, status, unread_count, first_response_at FROM conversations"
        before = await spine.rows(asked)

        await _come(spine, await _schedule(spine))

        assert [tuple(row) for row in await spine.rows(asked)] == [tuple(row) for row in before]
        assert await spine.column("SELECT sender FROM messages WHERE direction = 'outbound'") == ["agent"]

    async def test_resolving_the_conversation_does_not_cancel_it(self, spine: Spine) -> None:
        await spine.says(PHONE, "oi")
        await spine.drain()
        conversation_id = ConversationId(await spine.conversation_id())
        scheduled_id = await _schedule(spine, address=Address(conversation_id=conversation_id))
        resolve = await spine.container.get(ResolveConversation)
        await resolve(await spine.agent(), conversation_id, resolution=None)

        await _come(spine, scheduled_id)

        assert [row.text for row in spine.sent()] == ["Bom dia!"]
        assert await spine.conversation_id() != conversation_id

    async def test_closed_window_fails_it_and_its_author_is_told(self, spine: Spine) -> None:
        await spine.says(PHONE, "oi")
        await spine.drain()
        scheduled_id = await _schedule(spine, send_at=spine.now + timedelta(days=2))

        await _come(spine, scheduled_id, after=timedelta(days=2))

        assert (spine.sent(), await _states(spine)) == ([], [("failed", "WINDOW_CLOSED")])
        [told] = await spine.rows("SELECT data FROM platform.events WHERE type = 'notification'")
        event = msgspec.json.decode(told["data"])
        author = await spine.one("SELECT created_by FROM scheduled_messages")
        assert (event["kind"], event["user_ids"]) == ("scheduled_message_failed", [str(author)])
        assert event["data"]["error_code"] == "WINDOW_CLOSED"

    async def test_message_of_a_program_is_the_systems(self, spine: Spine) -> None:
        await spine.read_templates()
        person = await spine.agent()
        program = msgspec.structs.replace(person, session_id=None, api_key_id=ApiKeyId(person.user_id))
        welcome = Words(content=Template(name="boas_vindas", language="pt_BR"))

        await _come(spine, await _schedule(spine, welcome, actor=program))

        assert await spine.column("SELECT sender FROM messages") == ["system"]
        assert await spine.column("SELECT handler FROM conversations") == ["none"]


class TestKeeping:
    async def test_what_whatsapp_would_refuse_is_refused_at_once(self, spine: Spine) -> None:
        with pytest.raises(ContentRefusedError):
            await _schedule(spine, Words(content=Text(body="")))

    async def test_it_is_ordered_once_and_the_sweep_orders_it_anew(self, spine: Spine) -> None:
        await _schedule(spine)
        assert await spine.one(JOBS) == 1
        sweep = await spine.container.get(SweepScheduledMessagesHandler)

        await spine.rows("DELETE FROM platform.jobs")
        await sweep(SweepScheduledMessages())
        assert await spine.one(JOBS) == 0
        await spine.advance(HOUR + timedelta(minutes=3))
        for _ in range(2):
            await sweep(SweepScheduledMessages())

        assert await spine.one(JOBS) == 1

    async def test_cancelled_message_is_not_sent(self, spine: Spine) -> None:
        await spine.says(PHONE, "oi")
        await spine.drain()
        scheduled_id = await _schedule(spine)
        cancel, agent = await spine.container.get(CancelScheduledMessage), await spine.agent()

        await cancel(agent, scheduled_id)
        await _come(spine, scheduled_id)

        assert (spine.sent(), await _states(spine)) == ([], [("cancelled", None)])
        with pytest.raises(ScheduledMessageOverError):
            await cancel(agent, scheduled_id)

    async def test_cancelling_and_sending_at_once_do_not_both_happen(self, spine: Spine) -> None:
        await spine.says(PHONE, "oi")
        await spine.drain()
        scheduled_id = await _schedule(spine)
        cancel, agent = await spine.container.get(CancelScheduledMessage), await spine.agent()
        await spine.advance(HOUR)

        cancelled, _ = await asyncio.gather(
            cancel(agent, scheduled_id), _come(spine, scheduled_id, after=timedelta()), return_exceptions=True
        )

        was_cancelled = cancelled is None
        assert len(spine.sent()) == (0 if was_cancelled else 1)
        assert await _states(spine) == [("cancelled" if was_cancelled else "sent", None)]

    async def test_another_persons_message_is_not_there(self, spine: Spine) -> None:
        scheduled_id = await _schedule(spine)
        other = await spine.agent()
        cancel = await spine.container.get(CancelScheduledMessage)

        few = frozenset(one for one in other.permissions if one != "conversations:read_all")
        with pytest.raises(ScheduledMessageNotFoundError):
            await cancel(msgspec.structs.replace(other, permissions=few), scheduled_id)

    async def test_time_without_an_offset_is_of_its_zone_else_of_the_company(self, spine: Spine) -> None:
        local = (spine.now.astimezone(UTC) + HOUR).replace(tzinfo=None)

        await _schedule(spine, send_at=local, time_zone="UTC")
        await _schedule(spine, send_at=local - timedelta(hours=3))

        times = await spine.column("SELECT send_at FROM scheduled_messages")
        assert times == [spine.now + HOUR, spine.now + HOUR]

    async def test_time_lies_ahead_and_not_too_far(self, spine: Spine) -> None:
        times = [datetime(year, 1, 1) for year in (1, 2000, 9999)]  # noqa: DTZ001 - of a zone

        for send_at in (*times, *(at.replace(tzinfo=UTC) for at in times)):
            with pytest.raises(InvalidError):
                await _schedule(spine, send_at=send_at)
