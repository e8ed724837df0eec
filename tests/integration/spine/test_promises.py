"""A promise is made when somebody waits, warned of, broken and kept, by the frozen clock."""

from datetime import timedelta

import pytest

from application.conversations.resolve_conversation import ResolveConversation
from application.conversations.take_over_conversation import TakeOverConversation
from application.conversations.update_conversation import UpdateConversation, UpdateConversationHandler
from application.messages.send_message import SendMessage, SendMessageHandler
from application.support.add_sla_policy import AddSlaPolicy, AddSlaPolicyHandler
from application.support.sweep_promises import SweepPromises, SweepPromisesHandler
from domain.conversations.conversation import Priority
from domain.shared.content import Text
from domain.shared.ids import ConversationId
from domain.support.sla import SlaScope
from tests.integration.spine.orders import do_orders
from tests.integration.spine.spine import Spine
from tests.integration.spine.test_waiting import hear

MINUTE = timedelta(minutes=1)
_STATE = """
SELECT kind || ':' || (warned_at IS NOT NULL) || ':' || (breached_at IS NOT NULL) || ':' || (met_at IS NOT NULL)
FROM conversation_slas ORDER BY kind
"""
_NOTICES = "SELECT data ->> 'kind' FROM platform.events WHERE type = 'notification' ORDER BY id"
_STORY = "SELECT kind FROM timeline WHERE kind LIKE 'sla%' ORDER BY id"


async def promise(spine: Spine, **changed: object) -> None:
    add = await spine.container.get(AddSlaPolicyHandler)
    policy = {"name": "Padrão", "first_response": 60 * MINUTE, "is_business_time": False, **changed}
    await add(await spine.agent(), AddSlaPolicy(**policy))  # type: ignore[arg-type]  # as the test says


async def wait(spine: Spine) -> ConversationId:
    await hear(spine, "oi")
    await do_orders(spine)
    return ConversationId(await spine.conversation_id())


async def test_who_is_not_answered_is_warned_of_and_broken_once(spine: Spine) -> None:
    await promise(spine)
    await wait(spine)
    assert await spine.column(_STATE) == ["first_response:false:false:false"]

    await spine.advance(49 * MINUTE)
    await do_orders(spine)
    assert await spine.column(_STATE) == ["first_response:true:false:false"]

    await spine.advance(12 * MINUTE)
    await do_orders(spine)
    await (await spine.container.get(SweepPromisesHandler))(SweepPromises())
    await do_orders(spine)

    assert await spine.column(_STATE) == ["first_response:true:true:false"]
    assert await spine.column(_STORY) == ["sla_warned", "sla_breached"]


async def test_an_answer_meets_the_first_and_the_end_the_other(spine: Spine) -> None:
    await promise(spine, resolution=120 * MINUTE)
    conversation_id, agent = await wait(spine), await spine.agent()
    await (await spine.container.get(TakeOverConversation))(agent, conversation_id)
    say = await spine.container.get(SendMessageHandler)
    await say(agent, SendMessage(conversation_id=conversation_id, content=Text(body="Olá!")))
    await do_orders(spine)
    assert await spine.column(_STATE) == ["first_response:false:false:true", "resolution:false:false:false"]

    await (await spine.container.get(ResolveConversation))(agent, conversation_id, resolution=None)
    await spine.advance(180 * MINUTE)
    await do_orders(spine)

    assert await spine.column(_STATE) == ["first_response:false:false:true", "resolution:false:false:true"]
    assert await spine.column(_STORY) == []


async def test_another_priority_is_another_promise_from_the_same_moment(spine: Spine) -> None:
    await promise(spine, place=1)
    await promise(
        spine, name="Urgente", first_response=5 * MINUTE, applies_to=SlaScope(priorities=("urgent",)), place=0
    )
    conversation_id = await wait(spine)
    await spine.advance(MINUTE)
    update = await spine.container.get(UpdateConversationHandler)

    await update(await spine.agent(), UpdateConversation(conversation_id=conversation_id, priority=Priority.URGENT))
    await do_orders(spine)
    due = await spine.one("SELECT due_at - started_at FROM conversation_slas")

    assert due == 5 * MINUTE
    assert await spine.one("SELECT count(*) FROM conversation_slas") == 1


@pytest.mark.parametrize("is_lost", [False, True])
async def test_a_lost_order_is_found(spine: Spine, *, is_lost: bool) -> None:
    await promise(spine)
    await wait(spine)
    await spine.advance(70 * MINUTE)
    if is_lost:
        await spine.owner.execute("DELETE FROM platform.jobs WHERE entrypoint = 'tend_promises'")
        await do_orders(spine)
        assert await spine.column(_STORY) == []
        await (await spine.container.get(SweepPromisesHandler))(SweepPromises())

    await do_orders(spine)

    assert await spine.column(_STORY) == ["sla_breached"]
