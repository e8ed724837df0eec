"""A person takes a conversation: from the same commit on the bot is silent."""

import asyncio
from datetime import timedelta

from application.conversations.release_conversation import ReleaseConversation
from application.conversations.resolve_conversation import ResolveConversation
from application.conversations.take_over_conversation import TakeOverConversation
from application.messages.send_message import SendMessage, SendMessageHandler
from application.ports.lanes import LaneKind
from application.shared.actor import Actor
from domain.shared.content import Text
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ConversationId
from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
INBOUND = (LaneKind.JOURNAL, LaneKind.CONTACT)
RACES = 25
"""Rounds of the race; each takes some milliseconds."""
_QUEUED_BY_BOT = """
SELECT count(*) FROM outbound JOIN messages ON messages.id = outbound.message_id WHERE messages.sender = 'bot'
"""


async def _take_over(spine: Spine, actor: Actor | None = None) -> None:
    take_over = await spine.container.get(TakeOverConversation)
    await take_over(actor or await spine.agent(), ConversationId(await spine.conversation_id()))


async def _write(spine: Spine, words: str = "Sou o Bruno") -> None:
    send = await spine.container.get(SendMessageHandler)
    command = SendMessage(conversation_id=ConversationId(await spine.conversation_id()), content=Text(body=words))
    await send(await spine.agent(), command)


async def _bot_has_asked(spine: Spine, *, and_sent: bool) -> None:
    await spine.run(flows.asks())
    await spine.says(PHONE, "oi")
    await spine.drain(kinds=INBOUND)
    if and_sent:
        await spine.drain()


async def test_queued_messages_of_the_bot_are_cancelled(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=False)

    await _take_over(spine)

    assert await spine.column("SELECT status FROM messages WHERE sender = 'bot'") == ["cancelled"]


async def test_cancelled_messages_are_told(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=False)

    await _take_over(spine)

    events = "SELECT data ->> 'status' FROM platform.events WHERE type = 'message_status'"
    assert await spine.column(events) == ["cancelled"]


async def test_cancelled_messages_are_not_sent(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=False)
    await _take_over(spine)

    await spine.drain()

    assert spine.sent() == []


async def test_running_session_is_cancelled(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=True)

    await _take_over(spine)

    assert await spine.column("SELECT status FROM flow_sessions") == ["cancelled"]


async def test_timers_of_the_session_are_gone(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=True)

    await _take_over(spine)

    assert await spine.rows("SELECT * FROM flow_timers") == []


async def test_later_reply_gets_no_answer_of_the_bot(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=True)
    await _take_over(spine)

    await spine.says(PHONE, "Sim")
    await spine.drain()

    assert spine.answers(PHONE) == ["Sim?"]


async def test_message_in_flight_that_is_refused_for_now_is_not_sent_later(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=False)
    spine.fault("131056")
    await spine.before_we_know(lambda _: _take_over(spine))
    await spine.drain()

    await spine.advance(timedelta(minutes=1))
    await spine.drain()

    assert spine.sent() == []


async def test_unknown_message_of_the_bot_is_not_repeated_after_a_takeover(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=False)
    spine.fault("drop_before")
    await spine.drain()
    await _take_over(spine)

    await spine.advance(timedelta(minutes=10))
    await spine.drain()

    assert spine.sent() == []


async def test_person_who_writes_ends_the_bots_session(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=True)

    await _write(spine)

    assert await spine.column("SELECT status FROM flow_sessions") == ["cancelled"]


async def test_timeout_does_not_speak_across_a_person_who_writes(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=True)
    await _write(spine)

    await spine.advance(timedelta(minutes=31))
    await spine.drain()

    assert spine.answers(PHONE) == ["Sim?", "Sou o Bruno"]


async def test_queued_bot_message_does_not_follow_a_person_who_writes(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=False)
    await _write(spine)

    await spine.drain()

    assert spine.answers(PHONE) == ["Sou o Bruno"]


async def test_released_conversation_goes_back_to_the_bot(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=True)
    await _take_over(spine)
    release = await spine.container.get(ReleaseConversation)
    await release(await spine.agent(), ConversationId(await spine.conversation_id()))

    await spine.says(PHONE, "oi")
    await spine.drain()

    assert spine.answers(PHONE) == ["Sim?", "Sim?"]


async def test_message_after_the_end_opens_a_new_conversation(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=True)
    first = await spine.conversation_id()
    resolve = await spine.container.get(ResolveConversation)
    await resolve(await spine.agent(), ConversationId(first), resolution="ok")

    await spine.says(PHONE, "oi")
    await spine.drain()

    assert await spine.conversation_id() != first
    assert spine.answers(PHONE)[-1] == "Sim?"


async def test_nothing_of_the_bot_is_queued_once_a_takeover_has_committed(spine: Spine) -> None:
    await spine.run(flows.echo())
    actor = await spine.agent()
    left = []
    for turn in range(RACES):
        phone = f"55119{turn:08d}"
        await spine.says(phone, "oi")
        await spine.drain()
        await spine.says(phone, "alô")
        await spine.drain(kinds=(LaneKind.JOURNAL,))

        await asyncio.gather(spine.drain(kinds=(LaneKind.CONTACT,)), _insist(spine, actor, phone, delay=turn / 2500))
        left.append(await spine.one(_QUEUED_BY_BOT))
        await spine.drain()

    assert left == [0] * RACES


async def _insist(spine: Spine, actor: Actor, phone: str, *, delay: float) -> None:
    """Take over, again where somebody was faster, as a person would."""
    found = "SELECT conversations.id FROM conversations JOIN contacts ON contacts.id = contact_id WHERE phone = $1"
    conversation_id = await spine.one(found, phone)
    take_over = await spine.container.get(TakeOverConversation)
    await asyncio.sleep(delay)
    while True:
        try:
            await take_over(actor, ConversationId(conversation_id))  # type: ignore[arg-type]
        except StaleVersionError:
            continue
        return


def _echo(spine: Spine, words: str = "Aqui é a Carla") -> wire.Wire:
    echo = {**wire.text("wamid.echo", words, phone=wire.DISPLAY_NUMBER, at=spine.now), "to": PHONE}
    return wire.envelope(wire.change(field="smb_message_echoes", message_echoes=[echo]))


async def test_answer_from_the_phone_app_silences_the_bot(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=True)
    await spine.deliver(_echo(spine))
    await spine.drain()

    await spine.says(PHONE, "Sim")
    await spine.advance(timedelta(minutes=31))
    await spine.drain()

    assert spine.answers(PHONE) == ["Sim?"]


async def test_answer_from_the_phone_app_is_kept(spine: Spine) -> None:
    await _bot_has_asked(spine, and_sent=True)

    await spine.deliver(_echo(spine))
    await spine.drain()

    assert await spine.column("SELECT content ->> 'body' FROM messages WHERE sender = 'agent'") == ["Aqui é a Carla"]


async def test_answer_from_the_phone_app_is_not_sent_by_us(spine: Spine) -> None:
    await spine.deliver(_echo(spine))

    await spine.drain()

    assert spine.sent() == []


async def test_answer_from_the_phone_app_during_a_pause_starts_no_other_flow(spine: Spine) -> None:
    await spine.run(flows.pauses(**flows.keyword("pausa")))
    await spine.run(flows.asks())
    await spine.says(PHONE, "pausa")
    await spine.says(PHONE, "alô?")
    await spine.drain()

    await spine.deliver(_echo(spine))
    await spine.drain()

    assert await spine.column("SELECT status FROM flow_sessions") == ["cancelled"]
