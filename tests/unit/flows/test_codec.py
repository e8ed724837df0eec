"""A document is read, refused with the place, and written back whole."""

import json
import sys
from pathlib import Path

import msgspec
import pytest

from domain.flows.codec import decode_flow, encode_flow
from domain.flows.document import FlowDocument
from domain.flows.limits import MAX_DOCUMENT_BYTES
from domain.flows.nodes import ALIASES, NODE_TYPES
from domain.flows.nodes.base import Node
from domain.flows.nodes.message import Message
from domain.flows.triggers import EventHappened, Keyword, Manual, Match, MessageReceived, Referral, Schedule
from domain.shared.errors import InvalidError

EXAMPLE = {
    "name": "Atendimento inicial",
    "trigger": "keyword",
    "trigger_value": "oi",
    "variables": {"tentativas": 0},
    "settings": {"session_timeout_minutes": 1440, "on_error": "transfer"},
    "nodes": [
        {"id": "n1", "type": "start", "data": {}, "position": {"x": 0, "y": 0}, "selected": True},
        {
            "id": "n2",
            "type": "message",
            "data": {"text": "Olá {{contact.name}}!", "buttons": ["Suporte", "Vendas"], "color": "#fff"},
            "position": {"x": 0, "y": 120},
        },
        {"id": "n3", "type": "handoff", "data": {"department": "suporte"}, "position": {"x": -120, "y": 260}},
    ],
    "edges": [
        {"id": "e1", "source": "n1", "target": "n2", "animated": True},
        {"id": "e2", "source": "n2", "target": "n3", "condition": "response == 'Suporte'"},
    ],
    "viewport": {"x": 1.5, "y": 2, "zoom": 1},
}


def decode(document: object) -> FlowDocument:
    return decode_flow(msgspec.json.encode(document))


def faults(document: object) -> dict[str, str]:
    with pytest.raises(InvalidError) as raised:
        decode(document)
    return {detail.field: detail.message for detail in raised.value.details}


def with_nodes(*nodes: object) -> dict[str, object]:
    return {"nodes": list(nodes)}


def test_reads_the_example():
    document = decode(EXAMPLE)

    assert document.trigger == Keyword(keywords=("oi",))
    assert document.variables == {"tentativas": 0}
    assert isinstance(document.nodes[1], Message)
    assert document.nodes[1].choices == (("Suporte", "Suporte"), ("Vendas", "Vendas"))
    assert document.edges[1].condition == "response == 'Suporte'"


def test_writes_every_key_back_and_aliases_canonically():
    written = msgspec.json.decode(encode_flow(decode(EXAMPLE)))

    assert written["nodes"][2].pop("type") == "transfer"
    expected = msgspec.json.decode(msgspec.json.encode(EXAMPLE))
    assert expected["nodes"][2].pop("type") == "handoff"
    assert written == expected


@pytest.mark.parametrize(("alias", "kind"), sorted(ALIASES.items()))
def test_a_word_of_older_documents_is_read_as_ours(alias: str, kind: str):
    document = decode(with_nodes({"id": "a", "type": alias}))

    assert document.nodes[0].type == kind
    assert document.source["nodes"] == [{"id": "a", "type": kind}]


@pytest.mark.parametrize(
    ("fields", "trigger"),
    [
        ({}, Manual()),
        ({"trigger": "manual"}, Manual()),
        ({"trigger": "message_received"}, MessageReceived()),
        ({"trigger": "keyword", "trigger_value": ["oi", "olá"]}, Keyword(keywords=("oi", "olá"))),
        ({"trigger": "event", "trigger_value": "conversation.resolved"}, EventHappened(event="conversation.resolved")),
        ({"trigger": "referral", "trigger_value": "ad-1"}, Referral(source_id="ad-1")),
        ({"trigger": "schedule", "trigger_value": "0 9 * * 1-5"}, Schedule(cron="0 9 * * 1-5")),
        (
            {"trigger": {"type": "keyword", "keywords": ["^oi"], "match": "regex"}},
            Keyword(keywords=("^oi",), match=Match.REGEX),
        ),
    ],
)
def test_reads_a_trigger_as_a_word_or_an_object(fields: dict[str, object], trigger: object):
    assert decode(fields).trigger == trigger


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ([], ""),
        (with_nodes({"id": "a", "type": "start"}, {"id": "b", "type": "teleport"}), "nodes[1].type"),
        (with_nodes({"id": "a", "type": "message", "data": {"text": 3}}), "nodes[0].data.text"),
        (
            with_nodes({"id": "a", "type": "message", "data": {"buttons": ["x", {"title": 1}]}}),
            "nodes[0].data.buttons[1].title",
        ),
        (with_nodes({"type": "start"}), "nodes[0].id"),
        (with_nodes({"id": "a"}), "nodes[0].type"),
        (with_nodes({"id": "a", "type": ["start"]}), "nodes[0].type"),
        (with_nodes({"id": "a", "type": "start"}, {"id": "a", "type": "end"}), "nodes[1].id"),
        (with_nodes({"id": "a", "type": "question", "data": {"kind": "mood"}}), "nodes[0].data.kind"),
        (with_nodes({"id": "a", "type": "wait", "data": {"timeout_minutes": 0}}), "nodes[0].data.timeout_minutes"),
        ({"edges": [{"id": "e", "source": "a"}]}, "edges[0].target"),
        ({"nodes": {}}, "nodes"),
        ({"nodes": [{"id": str(n), "type": "end"} for n in range(501)]}, "nodes"),
        ({"settings": {"on_error": "panic"}}, "settings.on_error"),
        ({"trigger": {"type": "schedule"}}, "trigger.cron"),
        ({"trigger": "telepathy"}, "trigger.type"),
        ({"variables": [1]}, "variables"),
    ],
)
def test_refuses_with_the_place(document: object, field: str):
    assert field in faults(document)


def test_names_every_fault_at_once():
    found = faults({**with_nodes({"id": "a", "type": "x"}, {"id": "b", "type": "y"}), "edges": [3], "name": 1})

    assert set(found) == {"nodes[0].type", "nodes[1].type", "edges[0]", "name"}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff",
        b"[" * 100_000,
        b'{"a":' * 40 + b"1" + b"}" * 40,
        b'{"name":"a\\u0000b"}',
        b'{"name":"\\ud800"}',
        b" " * (MAX_DOCUMENT_BYTES + 1),
    ],
    ids=["empty", "cut", "not utf-8", "bottomless", "too deep", "nul", "surrogate", "too large"],
)
def test_refuses_what_is_no_document(raw: bytes):
    with pytest.raises(InvalidError):
        decode_flow(raw)


def test_an_escaped_backslash_before_u0000_is_text():
    assert decode_flow(b'{"name":"a\\\\u0000b"}').name == "a\\u0000b"


@pytest.mark.parametrize("kind", sorted(NODE_TYPES))
def test_the_example_in_a_node_types_own_file_is_read(kind: str):
    examples = examples_of(NODE_TYPES[kind])

    assert {node.type for node in decode(with_nodes(*examples)).nodes} == {kind}


def examples_of(node_type: type[Node]) -> list[object]:
    rest = (sys.modules[node_type.__module__].__doc__ or "").partition("{")
    text, found = rest[1] + rest[2], []
    while text.strip():
        example, end = json.JSONDecoder().raw_decode(text.strip())
        found.append(example)
        text = text.strip()[end:]
    return found


def test_the_demo_flow_stands_alone():
    file = Path(__file__).parents[2] / "data" / "flows" / "aurora.json"
    flow = msgspec.json.decode(file.read_bytes())["flow"]

    assert decode(flow).name == "Provedor Aurora: atendimento"
