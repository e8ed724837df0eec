"""The flows that come with PyTake: each loads, could be published as it is, and passes every test beside it."""

from uuid import UUID

import pytest

from adapters.expressions.cel import Cel
from adapters.expressions.liquid import Liquid
from adapters.expressions.regex import Re2
from adapters.gallery.packaged import PackagedGallery
from application.ports.flow_gallery import FlowCategory, FlowNeed, FlowTemplate, FlowTemplateNotFoundError
from domain.flows.codec import decode_flow, encode_flow
from domain.flows.flow import FlowVersion
from domain.flows.inspection import Severity, inspect
from domain.flows.nodes.ai import Ai
from domain.flows.nodes.business_hours import BusinessHours
from domain.flows.nodes.erp import Erp
from domain.flows.nodes.message import Message
from domain.flows.nodes.question import Question
from domain.flows.nodes.transfer import Transfer
from domain.flows.saved_tests import SavedTest, read_tests
from domain.flows.testing import run_test
from domain.flows.tools import Tools
from domain.shared.ids import FlowId, FlowTestId, FlowVersionId

GALLERY = PackagedGallery()
KEYS = [template.key for template in GALLERY.all()]
TOOLS = Tools(expressions=Cel(), templates=Liquid(), regex=Re2())


@pytest.fixture(params=KEYS)
def template(request: pytest.FixtureRequest) -> FlowTemplate:
    return GALLERY.get(request.param)


def version_of(template: FlowTemplate) -> FlowVersion:
    document = decode_flow(bytes(template.document))
    return FlowVersion(
        id=FlowVersionId(UUID(int=2)), flow_id=FlowId(UUID(int=1)), number=1, name=document.name, document=document
    )


def test_there_is_one_of_each_kind() -> None:
    assert len(KEYS) >= 8
    assert {template.category for template in GALLERY.all()} == set(FlowCategory)
    with pytest.raises(FlowTemplateNotFoundError):
        GALLERY.get("nothing")


def test_it_could_be_published_as_it_is(template: FlowTemplate) -> None:
    document = decode_flow(bytes(template.document))

    findings = inspect(document, TOOLS.language)

    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    assert decode_flow(encode_flow(document)) == document


def test_it_passes_its_own_tests_and_they_go_everywhere(template: FlowTemplate) -> None:
    version = version_of(template)
    saved = [
        SavedTest(id=FlowTestId(UUID(int=number)), name=name, document=document)
        for number, (name, document) in enumerate(read_tests(template.tests))
    ]

    runs = [(test.name, run_test(version, test.test(), TOOLS)) for test in saved]

    assert [(name, run.failures) for name, run in runs if not run.passed] == []
    visited = {step.node for _, run in runs for step in run.trace}
    assert len(visited) >= 0.7 * len(version.document.nodes), sorted({*version.nodes} - visited)


def test_it_is_a_bot_that_knows_what_to_do(template: FlowTemplate) -> None:
    """A timeout at each question, a person at the end of what goes wrong, and what it needs said."""
    document = decode_flow(bytes(template.document))
    asking = [
        node
        for node in document.nodes
        if isinstance(node, Question) or (isinstance(node, Message) and node.menu.choices)
    ]
    needed = {
        FlowNeed.ERP: any(isinstance(node, Erp) for node in document.nodes),
        FlowNeed.AI: any(isinstance(node, Ai) for node in document.nodes),
        FlowNeed.BUSINESS_HOURS: any(isinstance(node, BusinessHours) for node in document.nodes),
        FlowNeed.KNOWLEDGE_BASE: any(isinstance(node, Ai) and node.data.knowledge_base for node in document.nodes),
    }

    assert [node.id for node in asking if node.data.timeout_minutes is None] == []
    assert any(isinstance(node, Transfer) for node in document.nodes)
    assert {need for need, is_needed in needed.items() if is_needed} == set(template.needs)
    assert all(text.strip() for words in (template.title, template.description) for text in (words.pt_br, words.en))
