"""Flows that begin after events: in the conversation that it is about, once, and not for ever."""

from datetime import timedelta

import pytest

from application.conversations.resolve_conversation import ResolveConversation
from application.ports.serving import StartFlowsAfter
from application.triggers.start_flows_after import StartFlowsAfterHandler
from domain.conversations.timeline import SYSTEM, TimelineEntry, TimelineKind
from domain.flows.starts import MAX_STARTS_AN_HOUR
from domain.shared.ids import ConversationId, FlowId
from domain.support.actions import AddNote
from domain.support.actions import StartFlow as StartFlowAction
from domain.support.rules import MAX_DEPTH, RuleEvent
from domain.tenants.tenant import Isolation
from tests.contract.repositories.stored import a_chatbot
from tests.integration.spine import flows
from tests.integration.spine.orders import do_orders
from tests.integration.spine.spine import Spine
from tests.integration.spine.starting import PHONE, add_contact, after, invites, ordered, survey, work
from tests.integration.spine.test_rules import rule


@pytest.fixture
def isolation() -> Isolation:
    """One kind of tenant will do: the statements are tried with both in their own suites."""
    return Isolation.SHARED


_CONVERSATIONS = "SELECT status FROM conversations ORDER BY id"
_REASONS = "SELECT data ->> 'reason' FROM timeline WHERE kind = 'flow_not_started'"
RESOLVED = "conversation.resolved"


async def _resolved(spine: Spine) -> ConversationId:
    """A contact was talked to, and a person resolves it."""
    await spine.says(PHONE, "oi")
    await spine.drain()
    conversation_id = ConversationId(await spine.conversation_id())
    resolve = await spine.container.get(ResolveConversation)
    await resolve(await spine.agent(), conversation_id, resolution=None)
    return conversation_id


async def test_a_survey_speaks_in_the_resolved_conversation_which_stays_so(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.run(survey(RESOLVED))
    await _resolved(spine)
    await work(spine)

    await spine.says(PHONE, "9")
    await work(spine)

    assert spine.answers(PHONE) == ["Recebido: oi", "De 0 a 10?", "Obrigado!"]
    assert await spine.column(_CONVERSATIONS) == ["resolved"]
    assert await spine.one("SELECT unread_count FROM conversations") == 0


async def test_after_the_survey_the_next_message_starts_flows_again(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.run(survey(RESOLVED))
    await _resolved(spine)
    await work(spine)
    await spine.says(PHONE, "9")
    await work(spine)

    await spine.says(PHONE, "outra coisa")
    await work(spine)

    assert spine.answers(PHONE)[-1] == "Recebido: outra coisa"
    assert await spine.column(_CONVERSATIONS) == ["resolved", "active"]


async def test_who_is_not_content_gets_a_person(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.run(survey(RESOLVED))
    await _resolved(spine)
    await work(spine)

    await spine.says(PHONE, "2")
    await work(spine)

    assert await spine.column(_CONVERSATIONS) == ["waiting"]


async def test_a_survey_that_cannot_be_sent_calls_nobody(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.run(survey(RESOLVED))
    await spine.says(PHONE, "oi")
    await spine.drain()
    conversation_id = ConversationId(await spine.conversation_id())
    await spine.advance(timedelta(hours=25))
    resolve = await spine.container.get(ResolveConversation)
    await resolve(await spine.agent(), conversation_id, resolution=None)

    await work(spine)

    assert await spine.column("SELECT error_code FROM messages WHERE status = 'failed'") == ["WINDOW_CLOSED"]
    assert await spine.column(_CONVERSATIONS) == ["resolved"]


async def test_an_event_that_is_told_twice_begins_one_session(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.run(survey(RESOLVED))
    await _resolved(spine)
    [event] = await ordered(spine, StartFlowsAfter)
    start = await spine.container.get(StartFlowsAfterHandler)

    await start(event)
    await spine.drain()
    await start(event)
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi", "De 0 a 10?"]


async def test_a_flow_that_is_published_no_more_begins_no_more(spine: Spine) -> None:
    await spine.run(flows.echo())
    flow_id: FlowId = await spine.run(survey(RESOLVED))
    await spine.rows("UPDATE flows SET published_version_id = NULL WHERE id = $1", flow_id)

    await _resolved(spine)
    await work(spine)

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_events_begin_flows_with_a_contact_so_often_an_hour(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.run(survey(RESOLVED))
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.rows(
        "INSERT INTO flow_sessions SELECT (jsonb_populate_record(s, jsonb_build_object("
        "'id', gen_random_uuid(), 'cause', 'event', 'started_at', $1::timestamptz))).* "
        "FROM flow_sessions AS s, generate_series(1, $2::int)",
        spine.now,
        MAX_STARTS_AN_HOUR,
    )

    resolve = await spine.container.get(ResolveConversation)
    await resolve(await spine.agent(), ConversationId(await spine.conversation_id()), resolution=None)
    await work(spine)

    assert spine.answers(PHONE) == ["Recebido: oi"]
    assert await spine.column(_REASONS) == ["too_many"]


async def test_what_follows_from_too_many_begins_nothing(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.run(survey(RESOLVED))
    await spine.says(PHONE, "oi")
    await spine.drain()

    async with (await spine.uow())(spine.tenant_id) as tx:
        tx.rule_depth = MAX_DEPTH
        conversation = await tx.conversations.get(ConversationId(await spine.conversation_id()))
        conversation.resolve(resolution=None, by=SYSTEM, now=spine.now)
        await tx.conversations.save(conversation)

    assert await ordered(spine, StartFlowsAfter) == []


async def test_where_no_flow_waits_for_it_nothing_is_ordered(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.run(survey("csat.answered"))

    await _resolved(spine)

    assert await ordered(spine, StartFlowsAfter) == []


async def test_a_message_that_starts_a_flow_is_not_answered_by_the_events_flow_too(spine: Spine) -> None:
    await spine.run(flows.asks())
    await spine.run(flows.echo("Bem-vindo", **after("conversation.created")))

    await spine.says(PHONE, "oi")
    await work(spine)

    assert spine.answers(PHONE) == ["Sim?"]
    assert await spine.column(_REASONS) == ["flow_running"]


async def test_what_happens_to_a_contact_alone_begins_where_the_company_speaks(spine: Spine) -> None:
    await spine.read_templates()
    await spine.run(invites(**after("contact.tag_added")))
    contact_id = await add_contact(spine, 1)
    tagged = TimelineEntry(kind=TimelineKind.CONTACT_TAGGED, contact_id=contact_id, by=SYSTEM, at=spine.now)

    async with (await spine.uow())(spine.tenant_id) as tx:
        await tx.timeline.add(tagged)
    await work(spine)

    assert [(row.to, row.type) for row in spine.sent()] == [("5511988880001", "template")]


async def test_a_flow_of_another_numbers_chatbot_hears_nothing_of_it(spine: Spine) -> None:
    await spine.run(flows.echo())
    chatbot = a_chatbot(name="Outro")
    async with (await spine.uow())(spine.tenant_id) as tx:
        await tx.chatbots.add(chatbot)
    await spine.run(survey(RESOLVED), chatbot_id=chatbot.id)

    await _resolved(spine)
    await work(spine)

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_a_rule_starts_a_flow_and_writes_a_note(spine: Spine) -> None:
    flow_id = await spine.run(flows.asks(trigger={"type": "manual"}))
    await spine.run(flows.echo())
    start = StartFlowAction(flow_id=flow_id)
    await rule(spine, RuleEvent.MESSAGE_RECEIVED, start, AddNote(text="Pediu algo"))

    await spine.says(PHONE, "oi")
    await spine.drain()
    await do_orders(spine)
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi", "Sim?"]
    assert await spine.column("SELECT cause FROM flow_sessions ORDER BY started_at, id") == ["message", "rule"]
    assert await spine.column("SELECT body FROM conversation_notes") == ["Pediu algo"]
