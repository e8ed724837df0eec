"""A session that is played again from what was kept of it is the same, byte for byte."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from hypothesis import HealthCheck, given, settings

from domain.flows import engine
from domain.flows.comparison import compare
from domain.flows.effects import SendMessage
from domain.flows.flow import FlowVersion
from domain.flows.language import Facts
from domain.flows.replay import Heard, Recording, as_kept, replay
from domain.flows.retelling import Retelling
from domain.flows.seen import Seen, Witness
from domain.flows.session import Session
from domain.flows.sprint import Sprint
from domain.shared.content import plain_text
from domain.shared.ids import FlowSessionId
from tests.unit.flows.random_flows import AT, TOOLS, documents, stimuli, stimulus, version

FACTS = Facts(
    contact={"name": "Ana", "phone": "5511", "tags": ["vip"], "attributes": {"plano": "ouro", "cpf": "1"}},
    conversation={"status": "active", "metadata": {"a": 1, "b": 2}},
)


class UntilTwo:
    """Open until two in the morning."""

    def is_open(self, calendar: str | None, at: datetime) -> bool | None:
        return None if calendar == "?" else at.hour < 2


def lived(flow: FlowVersion, happened: list[tuple[str, str]]) -> tuple[list[Sprint], Recording]:
    """Run a session as the workers do: everything is kept as JSON between two sprints, and facts change."""
    session = Session(
        id=FlowSessionId(UUID(int=3)), flow_id=flow.flow_id, version_id=flow.id, started_at=AT, variables={"y": 1e16}
    )
    opening, sprints, heard = session, [], []
    for number, (kind, text) in enumerate([("begin", ""), *happened]):
        at = AT + timedelta(hours=number)
        facts = msgspec.structs.replace(FACTS, contact={**FACTS.contact, "name": f"Ana {number}"})
        lent = msgspec.structs.replace(TOOLS, facts=facts, flows={flow.flow_id: flow}, hours=UntilTwo())
        witness = Witness(flow, lent, opening=opening if number == 0 else None)
        told = None if number == 0 else stimulus(kind, text, number, session)
        if told is None:
            sprint = engine.start(flow, session=session, at=at, tools=witness.tools)
        else:
            sprint = engine.resume(flow, session=session, stimulus=told, at=at, tools=witness.tools)
        if told is not None and sprint.session.sprints == session.sprints:
            continue
        kept = msgspec.json.decode(msgspec.json.encode(witness.seen or Seen()), type=Seen)
        sprints.append(sprint)
        heard.append(Heard(stimulus=told, at=at, seen=kept))
        session = as_kept(msgspec.json.decode(msgspec.json.encode(sprint.session), type=Session))
    recording = Recording(session_id=session.id, flow_id=flow.flow_id, version_id=flow.id, heard=tuple(heard))
    return sprints, recording


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), stimuli)
def test_replay_gives_the_same_bytes(document: dict[str, object], happened: list[tuple[str, str]]):
    flow = version(document)
    if flow is None:
        return
    sprints, recording = lived(flow, happened)

    again = replay(recording, versions={flow.id: flow}, tools=TOOLS)

    assert msgspec.json.encode(again) == msgspec.json.encode(sprints)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), stimuli)
def test_the_same_graph_makes_no_difference(document: dict[str, object], happened: list[tuple[str, str]]):
    flow = version(document)
    if flow is None:
        return
    _, recording = lived(flow, happened)
    versions = {flow.id: flow}
    real = replay(recording, versions=versions, tools=TOOLS)

    told = Retelling(flow, recording, real=real, versions=versions, tools=TOOLS).tell()

    assert compare(recording, real=real, told=told).differences == ()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), documents(), stimuli)
def test_any_other_graph_is_told_to_the_end(
    document: dict[str, object], other: dict[str, object], happened: list[tuple[str, str]]
):
    flow, draft = version(document), version(other)
    if flow is None or draft is None:
        return
    _, recording = lived(flow, happened)
    real = replay(recording, versions={flow.id: flow}, tools=TOOLS)

    told = Retelling(draft, recording, real=real, versions={flow.id: flow}, tools=TOOLS).tell()

    compared = compare(recording, real=real, told=told)
    assert len(told) == len(real)
    assert compared.same == (compared.first is None)
    assert [step.real for step in compared.steps if step.real] == [step for sprint in real for step in sprint.trace]


def test_what_was_open_then_is_open_in_a_replay(make_flow: Callable[..., FlowVersion]):
    flow = make_flow(
        ("ask", "question", {"text": "{{contact.name}}?"}),
        ("hours", "business_hours", {}),
        ("open", "message", {"text": "Aberto"}),
        ("shut", "message", {"text": "Fechado"}),
        edges="ask -> hours; hours:open -> open; hours:closed -> shut; open -> ask; shut -> ask",
    )
    sprints, recording = lived(flow, [("say", "a"), ("say", "b"), ("say", "c")])

    again = replay(recording, versions={flow.id: flow}, tools=TOOLS)

    assert msgspec.json.encode(again) == msgspec.json.encode(sprints)
    said = [
        plain_text(effect.content) for sprint in again for effect in sprint.effects if isinstance(effect, SendMessage)
    ]
    assert said == ["Ana 0?", "Aberto", "Ana 1?", "Fechado", "Ana 2?", "Fechado", "Ana 3?"]
    assert [heard.seen.hours for heard in recording.heard] == [{}, {"": True}, {"": False}, {"": False}]
