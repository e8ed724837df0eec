"""Flows from files: Typebot's, held to golden data, and our own, which come back as they left."""

from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.flows.codec import decode_flow, encode_flow
from domain.flows.errors import ImportRefusedError
from domain.flows.exported import exported
from domain.flows.flow import FlowVersion
from domain.flows.importing.read_import import read_import
from domain.flows.inspection import Severity, inspect
from domain.flows.saved_tests import SavedTest
from domain.flows.testing import FlowTest, FlowTestStep, run_test
from domain.flows.tools import Tools
from domain.shared.errors import InvalidError
from domain.shared.ids import FlowId, FlowTestId, FlowVersionId
from tests.unit.flows.random_flows import documents

DATA = Path(__file__).parents[2] / "data/typebot"
CASES = sorted(file.stem for file in DATA.glob("*.json") if not file.stem.endswith(".expected"))
MENDED_BY_HAND = {"flow_missing"}
"""What an import leaves to its author, and says so: the flow that another Typebot became."""


def read(case: str) -> tuple[dict[str, object], dict[str, object]]:
    """Give the document and the report that a case comes to, as JSON."""
    found = read_import((DATA / f"{case}.json").read_bytes())
    return msgspec.json.decode(bytes(found.document)), msgspec.json.decode(msgspec.json.encode(found.report))


@pytest.mark.parametrize("case", CASES)
def test_a_typebot_becomes_what_is_written_down(case: str) -> None:
    document, report = read(case)

    expected = msgspec.json.decode((DATA / f"{case}.expected.json").read_bytes())
    assert {"document": document, "report": report} == expected


@pytest.mark.parametrize("case", CASES)
def test_what_became_of_a_typebot_has_no_errors_of_ours(case: str, tools: Tools) -> None:
    found = read_import((DATA / f"{case}.json").read_bytes())

    findings = inspect(decode_flow(bytes(found.document)), tools.language)

    errors = {finding.code for finding in findings if finding.severity is Severity.ERROR}
    assert errors <= MENDED_BY_HAND


def test_an_imported_typebot_can_be_talked_to(tools: Tools) -> None:
    found = read_import((DATA / "lead.json").read_bytes())
    version = FlowVersion(
        id=FlowVersionId(UUID(int=1)),
        flow_id=FlowId(UUID(int=1)),
        number=1,
        name=found.name,
        document=decode_flow(bytes(found.document)),
    )
    steps = tuple(FlowTestStep(say=words) for words in ("oi", "Ana", "nada", "ana@aurora.example"))

    run = run_test(version, FlowTest(steps=steps), tools)

    said = [line.text for line in run.transcript if line.by == "bot"]
    assert said[0].startswith("Olá! Sou a *Lia* da Aurora Fibra.")
    assert said[4:] == [
        "Como você se chama?",
        "Prazer, Ana! Qual é o seu e-mail?",
        "Esse e-mail não parece certo.",
        "Qual é o seu telefone, com DDD?",
    ]


@settings(max_examples=30, deadline=None)
@given(documents())
def test_what_is_exported_comes_back_the_same(source: object) -> None:
    try:
        document = msgspec.Raw(encode_flow(decode_flow(msgspec.json.encode(source))))
    except InvalidError:
        return
    test = SavedTest(id=FlowTestId(UUID(int=9)), name="responde", document=msgspec.Raw(b'{"steps": [{"say": "oi"}]}'))
    file = exported(
        flow_id=FlowId(UUID(int=1)), name="Fluxo", description="para testes", version=3, document=document, tests=[test]
    )

    back = read_import(msgspec.json.encode(file))

    assert (back.name, back.description) == ("Fluxo", "para testes")
    assert msgspec.json.decode(bytes(back.document)) == msgspec.json.decode(bytes(document))
    assert [msgspec.json.decode(bytes(one)) for one in back.tests] == [{"name": "responde", "steps": [{"say": "oi"}]}]


def test_a_document_alone_may_hold_its_tests() -> None:
    source = {"name": "Oi", "nodes": [{"id": "n1", "type": "start"}], "tests": [{"name": "um", "steps": []}]}

    found = read_import(msgspec.json.encode(source))

    assert "tests" not in msgspec.json.decode(bytes(found.document))
    assert len(found.tests) == 1


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"[]",
        b"{}",
        b'{"document": {"nodes": []}, "format_version": 2}',
        b'{"groups": [{"id": 1}]}',
        b'{"groups": []}',
    ],
)
def test_what_is_no_flow_is_refused(file: bytes) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read_import(file)

    assert refused.value.details


KINDS = [
    *("text", "image", "video", "audio", "embed", "text input", "number input", "choice input", "rating input"),
    *(
        "Condition",
        "AB test",
        "Set variable",
        "Redirect",
        "Wait",
        "Typebot link",
        "Jump",
        "Webhook",
        "OpenAI",
        "Chatwoot",
    ),
]
words = st.sampled_from(
    [
        "",
        "a",
        "{{Nome}}",
        "{{={ 1 }=}}",
        "{{" * 5,
        "{{x}} + 1",
        "[" * 600,
        "1e999",
        "Equal to",
        "Custom",
        "g1",
        "https://a",
    ]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**30) | st.floats(allow_nan=False) | words,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("richText", "children", "text", "type", "url", "items", "comparisons", "variableId", "value"),
                    *("comparisonOperator", "expressionToEvaluate", "webhook", "body", "headers", "key", "groupId"),
                    *("isMultipleChoice", "secondsToWaitFor", "aPercent", "messages", "role", "content", "task"),
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
objects = st.dictionaries(st.sampled_from(["id", "content", "outgoingEdgeId"]), values, max_size=3)
blocks = st.fixed_dictionaries(
    {"id": st.sampled_from("abcdefgh"), "type": st.sampled_from(KINDS)},
    optional={
        "content": values,
        "options": values,
        "items": st.lists(objects, max_size=4),
        "outgoingEdgeId": st.sampled_from(["e1", "e2", "e9"]),
    },
)
groups = st.fixed_dictionaries({"id": st.sampled_from(["g1", "g2"]), "blocks": st.lists(blocks, max_size=4)})
edge = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["e0", "e1", "e2"]),
        "to": st.fixed_dictionaries({"groupId": st.sampled_from(["g1", "g2", "g9"])}),
    }
)


@settings(max_examples=50, deadline=None)
@given(st.lists(groups, max_size=3), st.lists(edge, max_size=4))
def test_any_typebot_is_read_or_refused(group_list: object, edges: object) -> None:
    file = {
        "version": "6",
        "events": [{"id": "s", "type": "start", "outgoingEdgeId": "e0"}],
        "groups": group_list,
        "edges": edges,
        "variables": [{"id": "Nome", "name": "Nome"}, {"id": "a", "name": "Nome"}],
    }

    try:
        found = read_import(msgspec.json.encode(file))
    except InvalidError:
        return

    decode_flow(bytes(found.document))


def test_a_text_made_to_be_slow_is_not() -> None:
    text = {"richText": [{"type": "p", "children": [{"text": "{{" * 200_000 + "{{=" * 100_000}]}]}
    bot = msgspec.json.decode((DATA / "lead.json").read_bytes())
    bot["groups"][0]["blocks"][0]["content"] = text
    bot["variables"] = [{"id": str(number), "name": "x"} for number in range(2_000)]

    assert read_import(msgspec.json.encode(bot)).name == "Captação de clientes"


def test_a_secret_in_a_header_does_not_come_along() -> None:
    document, report = read("integrations")

    assert "abc.def" not in str(document) + str(report)
