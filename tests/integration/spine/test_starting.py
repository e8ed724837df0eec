"""Somebody starts a flow with a contact who wrote nothing; and somebody ends one."""

import pytest

from application.conversations.take_over_conversation import TakeOverConversation
from application.messages.addressing import Address
from application.triggers.cancel_flow_session import CancelFlowSession
from domain.contacts.errors import ContactBlockedError
from domain.flows.errors import FlowNotPublishedError
from domain.flows.starts import FlowNotStartedError, FlowSessionOverError
from domain.messages.errors import ContactOptedOutError
from domain.shared.errors import PyTakeError
from domain.shared.ids import ContactId, ConversationId, FlowSessionId
from domain.tenants.tenant import Isolation
from tests.integration.spine import flows
from tests.integration.spine.spine import Spine
from tests.integration.spine.starting import PHONE, add_contact, invites, says_of, start


@pytest.fixture
def isolation() -> Isolation:
    """One kind of tenant will do: the statements are tried with both in their own suites."""
    return Isolation.SHARED


_REASONS = "SELECT data ->> 'reason' FROM timeline WHERE kind = 'flow_not_started'"
_SESSIONS = "SELECT status FROM flow_sessions ORDER BY id"


async def _talks(spine: Spine, document: dict[str, object]) -> ConversationId:
    await spine.run(document)
    await spine.says(PHONE, "oi")
    await spine.drain()
    return ConversationId(await spine.conversation_id())


async def _takes_over(spine: Spine, conversation_id: ConversationId) -> None:
    take_over = await spine.container.get(TakeOverConversation)
    await take_over(await spine.agent(), conversation_id)


async def test_it_begins_with_somebody_nobody_knew(spine: Spine) -> None:
    await spine.read_templates()
    flow_id = await spine.run(invites(trigger={"type": "manual"}))

    started = await start(spine, flow_id, Address(phone="11 98888-7777"))
    await spine.drain()

    assert [(row.to, row.type) for row in spine.sent()] == [(PHONE, "template")]
    [session] = await spine.rows("SELECT id, cause, contact_id FROM flow_sessions")
    assert (session["id"], session["cause"], session["contact_id"]) == (
        started.session_id,
        "manual",
        started.contact_id,
    )


async def test_it_knows_the_variables_that_it_was_given(spine: Spine) -> None:
    conversation_id = await _talks(spine, flows.echo())
    flow_id = await spine.run(flows.echo("Pedido {{vars.pedido}}", trigger={"type": "manual"}))

    await start(spine, flow_id, Address(conversation_id=conversation_id), variables={"pedido": "4711"})
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi", "Pedido 4711"]


async def test_free_words_outside_the_window_fail_and_a_person_sees_it(spine: Spine) -> None:
    flow_id = await spine.run(flows.asks(trigger={"type": "manual"}))

    await start(spine, flow_id, Address(phone=PHONE))
    await spine.drain()

    assert spine.sent() == []
    assert spine.refused() == []
    assert await spine.column("SELECT error_code FROM messages") == ["WINDOW_CLOSED"]
    assert await spine.column("SELECT status FROM conversations") == ["waiting"]


async def test_of_two_starts_the_second_is_told_or_replaces_the_first(spine: Spine) -> None:
    conversation_id = await _talks(spine, flows.asks())
    flow_id = await spine.run(flows.asks(trigger={"type": "manual"}))
    where = Address(conversation_id=conversation_id)

    with pytest.raises(FlowNotStartedError) as refused:
        await start(spine, flow_id, where)
    await start(spine, flow_id, where, replaces=True)
    await spine.drain()

    assert [detail.text for detail in refused.value.details] == ["flow_running"]
    assert await spine.column(_SESSIONS) == ["cancelled", "waiting"]
    assert await spine.one("SELECT count(*) FROM flow_timers") == 1


async def test_who_takes_the_conversation_meanwhile_keeps_it(spine: Spine) -> None:
    conversation_id = await _talks(spine, flows.echo())
    flow_id = await spine.run(flows.echo("Olá", trigger={"type": "manual"}))
    await start(spine, flow_id, Address(conversation_id=conversation_id))

    await _takes_over(spine, conversation_id)
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]
    assert await spine.column(_REASONS) == ["person_has_it"]


@pytest.mark.parametrize(
    ("blocked", "said_no", "error"), [(True, False, ContactBlockedError), (False, True, ContactOptedOutError)]
)
async def test_who_wants_no_message_gets_none(
    spine: Spine, *, blocked: bool, said_no: bool, error: type[PyTakeError]
) -> None:
    contact_id = await add_contact(spine, 1, blocked=blocked)
    if said_no:
        await says_of(spine, contact_id, granted=False)
    flow_id = await spine.run(flows.echo(trigger={"type": "manual"}))

    with pytest.raises(error):
        await start(spine, flow_id, Address(contact_id=contact_id))


async def test_a_draft_is_not_started(spine: Spine) -> None:
    contact_id: ContactId = await add_contact(spine, 1)
    flow_id = await spine.draft(invites(trigger={"type": "manual"}))

    with pytest.raises(FlowNotPublishedError):
        await start(spine, flow_id, Address(contact_id=contact_id))


async def test_what_is_wanted_twice_begins_once(spine: Spine) -> None:
    conversation_id = await _talks(spine, flows.echo())
    flow_id = await spine.run(flows.echo("Olá", trigger={"type": "manual"}))
    started = await start(spine, flow_id, Address(conversation_id=conversation_id))
    [item] = await spine.rows("SELECT * FROM platform.inbound_items")
    await spine.drain()

    await spine.rows(
        "INSERT INTO platform.inbound_items (tenant_id, id, lane_key, item, received_at) VALUES ($1, $2, $3, $4, $5)",
        *(item[name] for name in ("tenant_id", "id", "lane_key", "item", "received_at")),
    )
    await spine.rows("UPDATE platform.lanes SET due_at = now() WHERE key = $1", item["lane_key"])
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi", "Olá"]
    assert await spine.one("SELECT count(*) FROM flow_sessions WHERE id = $1", started.session_id) == 1


class TestCancelling:
    async def _session(self, spine: Spine) -> FlowSessionId:
        await _talks(spine, flows.asks())
        return FlowSessionId(await spine.one("SELECT id FROM flow_sessions"))  # type: ignore[arg-type]  # a UUID

    async def _cancel(self, spine: Spine, session_id: FlowSessionId, *, hand_over: bool = False) -> None:
        cancel = await spine.container.get(CancelFlowSession)
        await cancel(await spine.agent(), session_id, hand_over=hand_over)

    async def test_it_ends_and_the_next_message_starts_a_flow(self, spine: Spine) -> None:
        session_id = await self._session(spine)

        await self._cancel(spine, session_id)

        assert await spine.rows("SELECT * FROM flow_timers") == []
        await spine.says(PHONE, "oi de novo")
        await spine.drain()
        assert await spine.column(_SESSIONS) == ["cancelled", "waiting"]

    async def test_people_get_the_conversation_where_that_is_asked(self, spine: Spine) -> None:
        session_id = await self._session(spine)

        await self._cancel(spine, session_id, hand_over=True)

        assert await spine.column("SELECT status FROM conversations") == ["waiting"]

    async def test_what_is_over_is_not_cancelled(self, spine: Spine) -> None:
        session_id = await self._session(spine)
        await self._cancel(spine, session_id)

        with pytest.raises(FlowSessionOverError):
            await self._cancel(spine, session_id)
