"""A worker dies between opening a request and saving its answer: what may be sent again, and what must not."""

from datetime import timedelta
from uuid import UUID

from application.messages.send_message import SendMessage, SendMessageHandler
from application.ports.lanes import LaneKind
from domain.shared.content import Text
from domain.shared.ids import ConversationId, MessageId
from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
NEIGHBOUR = "5511977776666"
INBOUND = (LaneKind.JOURNAL, LaneKind.CONTACT)
PATIENCE = timedelta(minutes=10)


async def _leave_submitting(spine: Spine, *, priority: str = "reply") -> UUID:
    """Let a worker die after it noted that it submits and before it opened the request."""
    await spine.says(PHONE, "oi")
    await spine.drain(kinds=INBOUND)
    message_id = await spine.one("UPDATE outbound SET priority = $1 RETURNING message_id", priority)
    assert isinstance(message_id, UUID)
    uow = await spine.uow()
    async with uow(spine.tenant_id) as tx:
        await tx.outbound.mark_submitting([MessageId(message_id)], now=spine.now)
    return message_id


async def _state(spine: Spine) -> list[object]:
    return await spine.column("SELECT state FROM outbound")


async def _outcome(spine: Spine, message_id: UUID) -> tuple[object, ...]:
    [row] = await spine.rows("SELECT status, error_code FROM messages WHERE id = $1", message_id)
    return tuple(row)


async def test_intent_of_a_dead_worker_becomes_unknown(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _leave_submitting(spine)

    await spine.drain()

    assert await _state(spine) == ["unknown"]


async def test_unknown_is_not_sent_again_before_its_time(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _leave_submitting(spine)
    await spine.drain()

    await spine.advance(PATIENCE - timedelta(seconds=1))
    await spine.drain()

    assert spine.sent() == []


async def test_status_with_our_id_settles_an_unknown(spine: Spine) -> None:
    await spine.run(flows.echo())
    message_id = await _leave_submitting(spine)
    await spine.drain()

    await spine.tells(wire.status("wamid.out", "delivered", phone=PHONE, at=spine.now, echo=message_id))
    await spine.drain()

    assert await _outcome(spine, message_id) == ("delivered", None)


async def test_settled_unknown_is_never_sent_again(spine: Spine) -> None:
    await spine.run(flows.echo())
    message_id = await _leave_submitting(spine)
    await spine.drain()
    await spine.tells(wire.status("wamid.out", "sent", phone=PHONE, at=spine.now, echo=message_id))

    await spine.advance(PATIENCE * 3)
    await spine.drain()

    assert spine.sent() == []


async def test_status_that_comes_before_the_next_worker_settles_a_submitting_one(spine: Spine) -> None:
    await spine.run(flows.echo())
    message_id = await _leave_submitting(spine)
    await spine.tells(wire.status("wamid.out", "sent", phone=PHONE, at=spine.now, echo=message_id))

    await spine.drain(kinds=INBOUND)
    await spine.drain()

    assert await _state(spine) == []


async def test_timeout_of_a_question_settled_by_its_status_counts_from_then(spine: Spine) -> None:
    await spine.run(flows.asks(minutes=30))
    message_id = await _leave_submitting(spine)
    await spine.drain()
    await spine.tells(wire.status("wamid.out", "sent", phone=PHONE, at=spine.now, echo=message_id))
    await spine.drain()

    await spine.advance(timedelta(minutes=30))
    await spine.drain()

    assert spine.answers(PHONE) == ["Ainda aí?"]


async def test_reply_without_a_status_goes_out_once_more(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _leave_submitting(spine)
    await spine.drain()

    await spine.advance(PATIENCE)
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def _lose_twice(spine: Spine) -> UUID:
    message_id = await _leave_submitting(spine)
    await spine.drain()
    spine.fault("drop_before")
    await spine.advance(PATIENCE)
    await spine.drain()
    await spine.advance(PATIENCE)
    await spine.drain()
    return message_id


async def test_second_unknown_is_given_up(spine: Spine) -> None:
    await spine.run(flows.echo())

    message_id = await _lose_twice(spine)

    assert await _outcome(spine, message_id) == ("failed", "OUTCOME_UNKNOWN")


async def test_nothing_is_sent_after_the_second_unknown(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _lose_twice(spine)

    await spine.advance(PATIENCE)
    await spine.drain()

    assert spine.sent() == []


async def test_flow_is_told_of_a_send_that_was_given_up(spine: Spine) -> None:
    await spine.run(flows.asks())

    await _lose_twice(spine)

    assert await spine.column("SELECT status FROM conversations") == ["waiting"]


async def test_person_is_told_of_a_send_that_was_given_up(spine: Spine) -> None:
    await spine.run(flows.echo())

    await _lose_twice(spine)

    told = "SELECT data ->> 'error_code' FROM platform.events WHERE type = 'message_status'"
    assert "OUTCOME_UNKNOWN" in await spine.column(told)


async def test_bulk_message_is_never_repeated(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _leave_submitting(spine, priority="bulk")
    await spine.drain()

    await spine.advance(PATIENCE)
    await spine.drain()

    assert spine.sent() == []


async def test_bulk_message_without_a_status_is_given_up(spine: Spine) -> None:
    await spine.run(flows.echo())
    message_id = await _leave_submitting(spine, priority="bulk")
    await spine.drain()

    await spine.advance(PATIENCE)
    await spine.drain()

    assert await _outcome(spine, message_id) == ("failed", "OUTCOME_UNKNOWN")


async def test_later_messages_of_the_contact_wait_for_the_unknown_one(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _leave_submitting(spine)
    await spine.says(PHONE, "alô?")

    await spine.drain()

    assert spine.sent() == []


async def test_later_messages_of_the_contact_follow_the_unknown_one_in_order(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _leave_submitting(spine)
    await spine.says(PHONE, "alô?")
    await spine.drain()

    await spine.advance(PATIENCE)
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi", "Recebido: alô?"]


async def test_messages_of_other_contacts_go_on(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _leave_submitting(spine)
    await spine.says(NEIGHBOUR, "olá")

    await spine.drain()

    assert spine.answers(NEIGHBOUR) == ["Recebido: olá"]


async def test_persons_message_waits_behind_the_unknown_one(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _leave_submitting(spine)
    send = await spine.container.get(SendMessageHandler)
    command = SendMessage(
        conversation_id=ConversationId(await spine.conversation_id()), content=Text(body="Sou o Bruno")
    )
    await send(await spine.agent(), command)

    await spine.drain()

    assert spine.sent() == []
