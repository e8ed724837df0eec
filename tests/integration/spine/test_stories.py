"""The story that the lanes tell, and what wakes a conversation that sleeps."""

from datetime import timedelta

import pytest

from application.conversations.assign_conversation import AssignConversation, AssignConversationHandler
from application.conversations.snooze_conversation import SnoozeConversation, SnoozeConversationHandler
from application.conversations.transfer_conversation import TransferConversation, TransferConversationHandler
from application.conversations.wake_conversation import WakeConversation, WakeConversationHandler
from application.ports.lanes import LaneKind
from domain.identity.user import User
from domain.shared.ids import ConversationId
from tests.contract.repositories.stored import a_user
from tests.integration.spine import flows
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
INBOUND = (LaneKind.JOURNAL, LaneKind.CONTACT)
HOUR = timedelta(hours=1)
_STORY = "SELECT kind || ' by ' || actor FROM timeline ORDER BY id"


async def _a_colleague(spine: Spine, **changed: object) -> User:
    user = a_user(spine.tenant_id, name="Carla", **changed)
    async with (await spine.uow())(spine.tenant_id) as tx:
        await tx.users.add(user)
    return user


async def _conversation_id(spine: Spine) -> ConversationId:
    return ConversationId(await spine.conversation_id())


async def test_the_bots_plain_answers_are_no_news(spine: Spine) -> None:
    await spine.run(flows.echo())

    for words in ("oi", "tudo bem?", "tchau"):
        await spine.says(PHONE, words)
        await spine.drain()

    assert await spine.column(_STORY) == ["opened by contact"]
    assert await spine.column("SELECT id FROM conversation_transfers") == []


async def test_what_no_flow_wants_is_told_as_waiting(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()

    assert await spine.column(_STORY) == ["opened by contact", "waiting by bot"]


async def test_a_flow_gives_it_to_the_person_whom_it_names(spine: Spine) -> None:
    colleague = await _a_colleague(spine)
    node = {"id": "people", "type": "transfer", "data": {"user": colleague.email, "note": "VIP"}}
    await spine.run(flows.flow(node, edges=(("start", "people", None),)))

    await spine.says(PHONE, "oi")
    await spine.drain()

    assert await spine.column("SELECT assigned_to FROM conversations") == [colleague.id]
    assert (await spine.column(_STORY))[-1] == "transferred by bot"
    assert await spine.column("SELECT to_user FROM conversation_transfers WHERE from_bot") == [colleague.id]


async def test_a_flow_that_names_who_is_gone_lets_it_wait(spine: Spine) -> None:
    gone = await _a_colleague(spine)
    node = {"id": "people", "type": "transfer", "data": {"user": str(gone.id), "department": "suporte"}}
    await spine.run(flows.flow(node, edges=(("start", "people", None),)))
    async with (await spine.uow())(spine.tenant_id) as tx:
        gone.is_active = False
        await tx.users.save(gone)

    await spine.says(PHONE, "oi")
    await spine.drain()

    assert await spine.column("SELECT status FROM conversations") == ["waiting"]


@pytest.mark.parametrize("how", ["assign", "transfer"])
async def test_whoever_gives_it_to_a_person_silences_the_bot(spine: Spine, how: str) -> None:
    colleague, actor = await _a_colleague(spine), await spine.agent()
    await spine.run(flows.asks())
    await spine.says(PHONE, "oi")
    await spine.drain(kinds=INBOUND)
    conversation_id = await _conversation_id(spine)

    if how == "assign":
        assign = await spine.container.get(AssignConversationHandler)
        await assign(actor, AssignConversation(conversation_id=conversation_id, user_id=colleague.id))
    else:
        transfer = await spine.container.get(TransferConversationHandler)
        await transfer(actor, TransferConversation(conversation_id=conversation_id, user_id=colleague.id))
    await spine.says(PHONE, "Sim")
    await spine.drain()

    assert spine.sent() == []
    assert await spine.column("SELECT status FROM flow_sessions") == ["cancelled"]


async def _snooze(spine: Spine) -> WakeConversation:
    """Let it sleep for an hour; give the order to wake it."""
    await spine.says(PHONE, "oi")
    await spine.drain()
    conversation_id = await _conversation_id(spine)
    snooze = await spine.container.get(SnoozeConversationHandler)
    await snooze(await spine.agent(), SnoozeConversation(conversation_id=conversation_id, until=spine.now + HOUR))
    return WakeConversation(tenant_id=spine.tenant_id, conversation_id=conversation_id)


async def test_it_wakes_at_its_time_and_not_before(spine: Spine) -> None:
    order = await _snooze(spine)
    wake = await spine.container.get(WakeConversationHandler)

    await wake(order)
    asleep = await spine.column("SELECT snoozed_until IS NOT NULL FROM conversations")
    await spine.advance(HOUR)
    await wake(order)
    await wake(order)

    assert asleep == [True]
    assert await spine.column("SELECT snoozed_until FROM conversations") == [None]
    assert (await spine.column(_STORY)).count("woken by system") == 1


async def test_a_message_wakes_it_at_once(spine: Spine) -> None:
    await _snooze(spine)

    await spine.says(PHONE, "alô?")
    await spine.drain()

    assert await spine.column("SELECT snoozed_until FROM conversations") == [None]
    assert (await spine.column(_STORY))[-1] == "woken by contact"
