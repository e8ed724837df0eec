"""Whatever the document, the replies and the news: the engine ends, loses no reply, and repeats itself."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from unittest.mock import patch
from uuid import UUID

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.flows import joining
from domain.flows.codec import decode_flow, encode_flow
from domain.flows.effects import SendMessage, SetTimer
from domain.flows.engine import replay, resume, start
from domain.flows.inspection import inspect
from domain.flows.limits import MAX_STEPS
from domain.flows.moves import Move
from domain.flows.nodes.base import Node
from domain.flows.run import Run
from domain.flows.session import Reply, Session, SessionStatus
from domain.flows.tools import Tools
from domain.shared.errors import InvalidError
from domain.shared.ids import MessageId
from tests.unit.flows.random_flows import (
    AT,
    TOOLS,
    documents,
    happenings,
    json_values,
    opening,
    play,
    played,
    stimuli,
    stimulus,
    talks,
    texts,
    version,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), stimuli)
def test_the_engine_is_total_bounded_and_repeats_itself(document: dict[str, object], happened: list[tuple[str, str]]):
    flow = version(document)
    if flow is None:
        return

    sprints = play(flow, happened)

    effects = [effect for sprint in sprints for effect in sprint.effects]
    assert msgspec.json.encode(sprints) == msgspec.json.encode(play(flow, happened))
    assert len({effect.id for effect in effects}) == len(effects)
    assert all(len(sprint.trace) <= 4 * MAX_STEPS for sprint in sprints)
    assert all(sprint.trace for sprint in sprints)
    assert msgspec.json.decode(msgspec.json.encode(sprints[-1].session), type=Session) is not None
    for sprint in sprints:
        asked = sprint.session.asked
        assert asked is None or any(isinstance(effect, SendMessage) and effect.id == asked for effect in effects)
        expiry = sprint.session.expiry
        assert expiry is None or any(isinstance(effect, SetTimer) and effect.id == expiry for effect in effects)


class Ears:
    """Notes which replies nodes are told, each with the pieces that it was joined from."""

    def __init__(self) -> None:
        self.told: set[MessageId] = set()
        self._parts: dict[MessageId, set[MessageId]] = {}
        self._hear, self._joined = Run.hear, joining.joined

    def hearing(self) -> Callable[[Run, Node, Reply], Move]:
        def hear(run: Run, node: Node, reply: Reply) -> Move:
            self.told |= self.parts(reply)
            return self._hear(run, node, reply)

        return hear

    def joined(self, replies: tuple[Reply, ...]) -> Reply:
        whole = self._joined(replies)
        self._parts[whole.message_id] = set().union(*map(self.parts, replies))
        return whole

    def parts(self, reply: Reply) -> set[MessageId]:
        return self._parts.get(reply.message_id, set()) | {reply.message_id}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.one_of(documents(), talks()), happenings(least=3))
def test_no_reply_is_lost(document: dict[str, object], happened: list[tuple[str, str]]):
    """Each reply to a live session is told to a node, or kept, unless somebody ends the session as it is gathered."""
    flow = version(document)
    if flow is None:
        return
    ears = Ears()

    with (
        patch.object(Run, "hear", ears.hearing()),
        patch.object(joining, "joined", ears.joined),
    ):
        sprints = play(flow, happened)

    last = sprints[-1].session
    found = ears.told.union(*(ears.parts(reply) for reply in (*last.pending, *last.heard)))
    for number, (before, after) in enumerate(pairwise(sprints), start=1):
        if after.session.status is SessionStatus.CANCELLED and not before.session.status.is_over:
            found |= {reply.message_id for reply in before.session.heard}
        if happened[number - 1][0] in {"say", "press", "photo"} and not before.session.status.is_over:
            assert MessageId(UUID(int=number)) in found | {reply.message_id for reply in after.session.heard}
    for number, before in enumerate(sprints[:-1], start=1):
        if happened[number - 1][0] in {"say", "press", "photo"} and not before.session.status.is_over:
            assert MessageId(UUID(int=number)) in found


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), stimuli)
def test_a_replay_is_equal_and_so_is_what_was_stored_between(
    document: dict[str, object], happened: list[tuple[str, str]]
):
    flow = version(document)
    if flow is None:
        return
    sprints = played(flow, happened)
    told = [(at, what) for _, at, what in sprints if what is not None]
    session, tools = opening(flow)

    again = replay(flow, session=session, stimuli=told, tools=tools)
    stored = start(flow, session=session, at=session.started_at, tools=tools)
    for at, what in told:
        state = msgspec.json.decode(msgspec.json.encode(stored.session), type=Session)
        stored = resume(flow, session=state, stimulus=what, at=at, tools=tools)

    assert msgspec.json.encode(again.session) == msgspec.json.encode(sprints[-1][0].session)
    assert again.effects == tuple(effect for sprint, _, _ in sprints for effect in sprint.effects)
    assert again.trace == tuple(step for sprint, _, _ in sprints for step in sprint.trace)
    assert msgspec.json.encode(stored.session) == msgspec.json.encode(again.session)


ASKING = {"message", "question", "condition", "set_variable", "end"}
"""Kinds that neither sleep nor ask the world nor choose by chance: what they do hangs on what is said alone."""


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(kinds=ASKING, settings={}), st.lists(texts, max_size=4))
def test_replies_one_by_one_come_to_the_same_as_all_at_once(document: dict[str, object], said: list[str]):
    flow = version(document)
    if flow is None:
        return
    session, tools = opening(flow)
    replies = tuple(stimulus("say", text, number, session) for number, text in enumerate(said, start=1))

    through = start(flow, session=msgspec.structs.replace(session, pending=replies), at=AT, tools=tools).session
    step = start(flow, session=session, at=AT, tools=tools).session
    for reply in replies:
        step = resume(flow, session=step, stimulus=reply, at=AT, tools=tools).session

    if through.outcome not in {"loop_limit", "message_limit"}:
        assert [getattr(through, name) for name in STATE] == [getattr(step, name) for name in STATE]


STATE = ("status", "node", "variables", "answers", "outcome", "attempts")


def test_a_flow_of_two_hundred_nodes_runs_to_its_end(at: datetime, tools: Tools):
    rounds = 49
    nodes, edges = [{"id": "s", "type": "start"}], []
    for number in range(rounds):
        nodes += [
            {"id": f"q{number}", "type": "question", "data": {"text": f"{number}?", "kind": "number", "save_as": "x"}},
            {"id": f"v{number}", "type": "set_variable", "data": {"assignments": [{"name": "n", "expression": ADD}]}},
            {"id": f"c{number}", "type": "condition", "data": {"cases": [{"id": "1", "expression": "vars.x > 0"}]}},
            {"id": f"m{number}", "type": "message", "data": {"text": "{{n}}"}},
        ]
        edges += [
            {"source": f"{source}{number}", "target": f"{target}{number}"} for source, target in ("qv", "vc", "cm")
        ]
        edges.append({"source": f"m{number - 1}" if number else "s", "target": f"q{number}"})
    edges.append({"source": f"m{rounds - 1}", "target": "fim"})
    nodes += [{"id": "fim", "type": "end"}, {"id": "longe", "type": "end"}, {"id": "mais", "type": "end"}]
    numbered = [{**edge, "id": f"e{number}"} for number, edge in enumerate(edges)]
    flow = version({"nodes": nodes, "edges": numbered, "variables": {"n": 0}})
    assert flow is not None
    assert len(flow.nodes) == 200
    session, _ = opening(flow)

    sprint = start(flow, session=session, at=at, tools=tools)
    for number in range(rounds):
        reply = stimulus("say", str(number), number, session)
        sprint = resume(flow, session=sprint.session, stimulus=reply, at=at, tools=tools)

    assert sprint.session.status is SessionStatus.COMPLETED
    assert sprint.session.variables["n"] == sum(range(rounds))
    assert [answer.question for answer in sprint.session.answers] == [f"{number}?" for number in range(29, 49)]


ADD = "vars.n + vars.x"


def contains(whole: object, part: object) -> bool:
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and contains(whole[key], part[key]) for key in part)
    if isinstance(part, list):
        return isinstance(whole, list) and len(whole) == len(part) and all(map(contains, whole, part))
    return whole == part


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_a_document_comes_back_whole(document: dict[str, object]):
    raw = msgspec.json.encode(document)
    flow = version(document)
    if flow is None:
        return

    written = encode_flow(flow.document)

    assert contains(msgspec.json.decode(written), msgspec.json.decode(raw))
    assert encode_flow(decode_flow(written)) == written


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_the_check_is_total(document: dict[str, object]):
    flow = version(document)

    assert flow is None or isinstance(inspect(flow.document, TOOLS.language), tuple)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=60), json_values.map(msgspec.json.encode)))
def test_any_bytes_are_a_flow_or_invalid(raw: bytes):
    with suppress(InvalidError):
        assert decode_flow(raw).source is not None
