"""Flows, conversations and values made at random, for the property tests."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
from hypothesis import strategies as st

from adapters.expressions.cel import Cel
from adapters.expressions.liquid import Liquid
from adapters.expressions.regex import Re2
from domain.flows.codec import decode_flow
from domain.flows.engine import resume, start
from domain.flows.flow import FlowVersion
from domain.flows.session import Reply, Session
from domain.flows.sprint import Sprint
from domain.flows.stimuli import Cancelled, EffectDone, EffectFailed, Stimulus, TimerFired
from domain.flows.tools import Tools
from domain.shared.content import Image, Interactive, Text, plain_text
from domain.shared.errors import InvalidError
from domain.shared.ids import FlowId, FlowSessionId, FlowVersionId, MessageId

AT = datetime(2026, 11, 23, tzinfo=UTC)
IDS = ["a", "b", "c", "a", "b", "c", "d", "e", "nowhere"]
texts = st.one_of(
    st.sampled_from(
        ["", "oi", "{{x}}", "{{", "{% for i in (1..9) %}{{i}}{% endfor %}", "1", "Sim", "ã" * 30, "x" * 5000]
    ),
    st.text(max_size=8),
)
expressions = st.one_of(
    st.sampled_from(
        ["true", "vars.x", "vars.x + 1", "response == 'Sim'", "now", "1/0", "vars.x == 1", "[1].map(i, vars)"]
    ),
    st.text(max_size=6),
)
names = st.sampled_from(["x", "y", "response", "a b", ""])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2**70) | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=6,
)
choices = st.lists(st.one_of(texts, st.fixed_dictionaries({"title": texts}, optional={"id": texts})), max_size=5)
minutes = st.sampled_from([0.1, 5, 1440, 43200])
assignments = st.one_of(
    st.lists(
        st.fixed_dictionaries(
            {"name": names}, optional={"expression": expressions, "template": texts, "value": json_values}
        ),
        max_size=3,
    ),
    st.dictionaries(names, json_values, max_size=3),
)
spoken = {
    "buttons": choices,
    "list": choices,
    "timeout_minutes": minutes,
    "retries": st.integers(0, 3),
    "save_as": names,
}
DATA = {
    "message": st.fixed_dictionaries({"text": texts}, optional=spoken),
    "question": st.fixed_dictionaries(
        {"text": texts},
        optional={
            **spoken,
            "kind": st.sampled_from(
                ["text", "number", "cpf", "cnpj", "email", "phone", "date", "choice", "regex", "media"]
            ),
            "pattern": st.sampled_from(["(", "^a", "(a*)*$"]),
        },
    ),
    "wait": st.one_of(
        st.fixed_dictionaries({"for": st.sampled_from(["reply", "2h", "x"])}, optional={"timeout_minutes": minutes}),
        st.fixed_dictionaries({"until": expressions}),
    ),
    "condition": st.fixed_dictionaries(
        {
            "cases": st.lists(
                st.fixed_dictionaries(
                    {},
                    optional={
                        "id": st.sampled_from(["1", "2", "else"]),
                        "expression": expressions,
                        "variable": names,
                        "operator": st.sampled_from(["eq", "gt", "contains", "in", "is_set", "starts_with", "lte"]),
                        "value": json_values,
                    },
                ),
                max_size=3,
            )
        }
    ),
    "set_variable": st.fixed_dictionaries(
        {"assignments": assignments}, optional={"scope": st.sampled_from(["session", "contact", "conversation"])}
    ),
    "transfer": st.fixed_dictionaries({}, optional={"department": texts, "note": texts, "message": texts}),
    "jump": st.fixed_dictionaries(
        {"flow_id": st.sampled_from([str(UUID(int=1)), str(UUID(int=9)), "?"])},
        optional={
            "return": st.booleans(),
            "variables": assignments,
            "outputs": st.dictionaries(names, names, max_size=2),
        },
    ),
    "end": st.fixed_dictionaries({}, optional={"outcome": texts, "message": texts, "resolve": st.booleans()}),
}
KINDS = [*sorted(DATA), "message", "question", "question", "wait"]
"""Those that wait more often, so that conversations go on."""
nodes = st.sampled_from(KINDS).flatmap(
    lambda kind: st.fixed_dictionaries({"type": st.just(kind), "data": DATA[kind]}, optional={"position": json_values})
)
handles = st.sampled_from(["", "default", "timeout", "invalid", "error", "else", "1", "2", "Sim", "returned", "reply"])
edges = st.fixed_dictionaries(
    {"id": texts, "source": st.sampled_from(IDS), "target": st.sampled_from(IDS)},
    optional={"source_handle": handles, "condition": expressions, "style": json_values},
)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, object]:
    body = draw(st.lists(nodes, min_size=2, max_size=5))
    return {
        "name": draw(texts),
        "variables": draw(st.dictionaries(names, json_values, max_size=3)),
        "settings": draw(st.sampled_from([{}, {"on_error": "end"}, {"session_timeout_minutes": 1}])),
        "viewport": draw(json_values),
        "nodes": [
            {"id": "start", "type": "start"},
            *({**node, "id": "abcde"[place]} for place, node in enumerate(body)),
        ],
        "edges": [{"id": "first", "source": "start", "target": "a"}, *draw(st.lists(edges, max_size=12))],
    }


stimuli = st.lists(
    st.one_of(
        st.tuples(st.just("say"), texts),
        st.tuples(st.sampled_from(["press", "photo", "timer", "done", "failed", "cancel"]), texts),
    ),
    max_size=8,
)
TOOLS = Tools(expressions=Cel(), templates=Liquid(), regex=Re2())


def version(document: dict[str, object]) -> FlowVersion | None:
    try:
        decoded = decode_flow(msgspec.json.encode(document))
    except InvalidError:
        return None
    return FlowVersion(id=FlowVersionId(UUID(int=2)), flow_id=FlowId(UUID(int=1)), number=1, name="f", document=decoded)


def stimulus(kind: str, text: str, number: int, session: Session) -> Stimulus:
    contents = {"say": Text(body=text), "press": Interactive(kind="button", id=text, title=text), "photo": Image()}
    if kind in contents:
        content = contents[kind]
        return Reply(message_id=MessageId(UUID(int=number)), content=content, text=plain_text(content))
    effect = session.awaiting or session.expiry or "0.0"
    return {
        "timer": TimerFired(timer_id=effect),
        "done": EffectDone(effect_id=effect, result=text),
        "failed": EffectFailed(effect_id=session.asked or "0.0", code=text),
        "cancel": Cancelled(reason=text),
    }[kind]


def play(flow: FlowVersion, happened: list[tuple[str, str]]) -> list[Sprint]:
    tools = msgspec.structs.replace(TOOLS, flows={flow.flow_id: flow})
    session = Session(id=FlowSessionId(UUID(int=3)), flow_id=flow.flow_id, version_id=flow.id, started_at=AT)
    sprints = [start(flow, session=session, at=AT, tools=tools)]
    for number, (kind, text) in enumerate(happened, start=1):
        at = AT + timedelta(minutes=number)
        what = stimulus(kind, text, number, sprints[-1].session)
        sprints.append(resume(flow, session=sprints[-1].session, stimulus=what, at=at, tools=tools))
    return sprints
