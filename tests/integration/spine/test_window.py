"""Twenty-four hours after the contact's last message only templates may be sent."""

from datetime import timedelta

import pytest

from application.messages.send_message import SendMessage, SendMessageHandler
from application.ports.lanes import LaneKind
from domain.conversations.errors import WindowClosedError
from domain.shared.content import Content, Template, Text
from domain.shared.ids import ConversationId
from tests.integration.spine import flows
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
INBOUND = (LaneKind.JOURNAL, LaneKind.CONTACT)
A_DAY = timedelta(hours=24)


async def _answer_stays_queued_for_a_day(spine: Spine) -> None:
    await spine.run(flows.asks())
    await spine.says(PHONE, "oi")
    await spine.drain(kinds=INBOUND)
    await spine.advance(A_DAY)
    await spine.drain()


async def _person_sends(spine: Spine, content: Content) -> None:
    send = await spine.container.get(SendMessageHandler)
    await send(
        await spine.agent(), SendMessage(conversation_id=ConversationId(await spine.conversation_id()), content=content)
    )


async def test_message_whose_window_closed_while_it_was_queued_fails(spine: Spine) -> None:
    await _answer_stays_queued_for_a_day(spine)

    assert await spine.column("SELECT error_code FROM messages WHERE status = 'failed'") == ["WINDOW_CLOSED"]


async def test_message_outside_the_window_is_not_even_asked_for(spine: Spine) -> None:
    await _answer_stays_queued_for_a_day(spine)

    assert (spine.sent(), spine.refused()) == ([], [])


async def test_flow_hears_that_the_window_is_closed(spine: Spine) -> None:
    await _answer_stays_queued_for_a_day(spine)

    assert await spine.column("SELECT status FROM conversations") == ["waiting"]


async def test_person_cannot_write_freely_outside_the_window(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.advance(A_DAY)

    with pytest.raises(WindowClosedError):
        await _person_sends(spine, Text(body="bom dia"))


async def test_template_passes_outside_the_window(spine: Spine) -> None:
    await spine.read_templates()
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.advance(A_DAY)
    await _person_sends(spine, Template(name="boas_vindas", language="pt_BR"))

    await spine.drain()

    assert [row.type for row in spine.sent()] == ["template"]


async def test_next_message_of_the_contact_opens_the_window_again(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.advance(A_DAY)

    await spine.says(PHONE, "voltei")
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi", "Recebido: voltei"]


async def test_message_that_arrives_a_day_late_goes_to_people(spine: Spine) -> None:
    await spine.run(flows.echo())

    await spine.says(PHONE, "oi", at=spine.now - A_DAY)
    await spine.drain()

    assert await spine.column("SELECT status FROM conversations") == ["waiting"]


async def test_message_that_arrives_late_moves_no_window_back(spine: Spine) -> None:
    await spine.says(PHONE, "dois")
    await spine.drain()

    await spine.says(PHONE, "um", at=spine.now - timedelta(hours=3))
    await spine.drain()

    assert await spine.column("SELECT window_expires_at FROM conversations") == [spine.now + A_DAY]
