"""Flows, conversations and values made at random, for the property tests."""

from collections.abc import Collection
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
    "random": st.fixed_dictionaries(
        {
            "branches": st.lists(
                st.fixed_dictionaries({"id": st.sampled_from(["1", "2"])}, optional={"weight": st.integers(0, 2)}),
                max_size=3,
            )
        }
    ),
    "business_hours": st.fixed_dictionaries({}, optional={"calendar": st.sampled_from(["", "suporte"])}),
    "api_call": st.fixed_dictionaries(
        {"url": st.sampled_from(["https://example.com/{{x}}", "ftp://x", ""]) | texts},
        optional={
            "query": st.dictionaries(names, texts, max_size=2),
            "headers": st.dictionaries(st.sampled_from(["X-A", "x y"]), texts | st.just("{{secrets.A}}!"), max_size=2),
            "json": json_values,
            "form": st.dictionaries(names, texts, max_size=2),
            "body": texts,
            "save_as": names,
            "mapping": st.dictionaries(names, st.sampled_from(["body.x.0", "status", "headers.a.b", ""]), max_size=3),
        },
    ),
    "erp": st.fixed_dictionaries(
        {},
        optional={
            "operation": st.sampled_from(["invoices", "plans"]),
            "arguments": st.dictionaries(names, json_values, max_size=2),
            "save_as": names,
        },
    ),
    "ai": st.fixed_dictionaries({}, optional={"prompt": texts, "question": texts, "save_as": names}),
    "action": st.fixed_dictionaries(
        {
            "actions": st.lists(
                st.one_of(
                    st.fixed_dictionaries({"type": st.sampled_from(["add_tag", "remove_tag"]), "tag": texts}),
                    st.fixed_dictionaries({"type": st.just("set_attribute"), "name": names, "value": json_values}),
                    st.fixed_dictionaries({"type": st.just("set_email"), "email": texts | st.just("a@b.co")}),
                    st.fixed_dictionaries({"type": st.sampled_from(["notify", "add_note"]), "text": texts}),
                    st.fixed_dictionaries({"type": st.sampled_from(["block", "start_campaign", "grant_consent"])}),
                ),
                max_size=4,
            )
        }
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
KINDS = [*sorted(DATA), "message", "question", "question", "question", "wait", "wait"]
"""Those that wait more often, so that conversations go on."""


def nodes(kinds: Collection[str]) -> st.SearchStrategy[dict[str, object]]:
    return st.sampled_from([kind for kind in KINDS if kind in kinds]).flatmap(
        lambda kind: st.fixed_dictionaries(
            {"type": st.just(kind), "data": DATA[kind]}, optional={"position": json_values}
        )
    )


handles = st.sampled_from(
    [
        *("", "default", "timeout", "invalid", "error", "else", "1", "2", "Sim", "returned", "reply"),
        *("open", "success", "found", "answered", "unsure"),
    ]
)
edges = st.fixed_dictionaries(
    {"id": texts, "source": st.sampled_from(IDS), "target": st.sampled_from(IDS)},
    optional={"source_handle": handles, "condition": expressions, "style": json_values},
)


@st.composite
def documents(
    draw: st.DrawFn, kinds: Collection[str] = KINDS, settings: dict[str, object] | None = None
) -> dict[str, object]:
    body = draw(st.lists(nodes(kinds), min_size=2, max_size=5))
    return {
        "name": draw(texts),
        "variables": draw(st.dictionaries(names, json_values, max_size=3)),
        "settings": settings
        if settings is not None
        else draw(st.sampled_from([{}, {"on_error": "end"}, {"session_timeout_minutes": 1}, {"join_seconds": 30}])),
        "viewport": draw(json_values),
        "nodes": [
            {"id": "start", "type": "start"},
            *({**node, "id": "abcde"[place]} for place, node in enumerate(body)),
        ],
        "edges": [{"id": "first", "source": "start", "target": "a"}, *draw(st.lists(edges, max_size=12))],
    }


ASKED = [
    ("question", {"text": "?"}),
    ("question", {"text": "?", "kind": "number", "retries": 1, "timeout_minutes": 1}),
    ("message", {"text": "?", "buttons": ["Sim", "1"], "timeout_minutes": 1}),
    ("wait", {"for": "reply"}),
    ("wait", {"for": "1m"}),
    ("ai", {"question": "?"}),
]
"""Nodes between which a conversation goes on, with nothing wrong in them."""


@st.composite
def talks(draw: st.DrawFn) -> dict[str, object]:
    """Make a flow that asks and asks, and listens for more before it takes an answer."""
    body = draw(st.lists(st.sampled_from(ASKED), min_size=1, max_size=4))
    ids = "abcd"[: len(body)]
    extra = st.fixed_dictionaries(
        {"id": texts, "source": st.sampled_from(ids), "target": st.sampled_from(ids), "source_handle": handles}
    )
    ring = [{"id": f"r{a}", "source": a, "target": b} for a, b in zip("s" + ids, ids + ids[0], strict=True)]
    return {
        "settings": {"join_seconds": 30},
        "nodes": [
            {"id": "s", "type": "start"},
            *({"id": node, "type": kind, "data": data} for node, (kind, data) in zip(ids, body, strict=True)),
        ],
        "edges": [*ring, *draw(st.lists(extra, max_size=3))],
    }


def happenings(*, least: int = 0) -> st.SearchStrategy[list[tuple[str, str]]]:
    others = st.sampled_from(["press", "photo", "timer", "pause", "done", "answered", "failed", "cancel"])
    said = st.tuples(st.just("say"), texts)
    return st.lists(st.one_of(said, said, st.tuples(others, texts)), min_size=least, max_size=8)


stimuli = happenings()


ANSWER = {"status": 200, "headers": {}, "body": {"x": [1]}, "found": True, "data": [1], "sure": True}
"""What any kind of call could take for its answer."""
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
        "pause": TimerFired(timer_id=session.joining or effect),
        "done": EffectDone(effect_id=effect, result=text),
        "answered": EffectDone(effect_id=effect, result={**ANSWER, "answer": text}),
        "failed": EffectFailed(effect_id=session.asked or effect, code=text),
        "cancel": Cancelled(reason=text),
    }[kind]


def opening(flow: FlowVersion) -> tuple[Session, Tools]:
    session = Session(id=FlowSessionId(UUID(int=3)), flow_id=flow.flow_id, version_id=flow.id, started_at=AT)
    return session, msgspec.structs.replace(TOOLS, flows={flow.flow_id: flow})


def play(flow: FlowVersion, happened: list[tuple[str, str]]) -> list[Sprint]:
    return [sprint for sprint, _, _ in played(flow, happened)]


def played(flow: FlowVersion, happened: list[tuple[str, str]]) -> list[tuple[Sprint, datetime, Stimulus | None]]:
    """Play, and give each sprint with when and by what it was caused. Half of the minutes are seconds."""
    session, tools = opening(flow)
    sprints: list[tuple[Sprint, datetime, Stimulus | None]] = [
        (start(flow, session=session, at=AT, tools=tools), AT, None)
    ]
    at = AT
    for number, (kind, text) in enumerate(happened, start=1):
        at += timedelta(minutes=1) if number % 2 else timedelta(seconds=5)
        session = sprints[-1][0].session
        what = stimulus(kind, text, number, session)
        sprints.append((resume(flow, session=session, stimulus=what, at=at, tools=tools), at, what))
    return sprints
