"""Whether a template that a flow names could be sent as the flow fills it, by any of the company's numbers."""

import msgspec
import pytest

from application.flows.gather_world import template_problems
from domain.flows.nodes.parts import TemplateSpec
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.templates.words import TemplateStatus
from tests.contract.repositories.stored import a_template, new_id


def filled(*texts: str) -> tuple[dict[str, object], ...]:
    return ({"type": "body", "parameters": [{"type": "text", "text": text} for text in texts]},)


@pytest.mark.parametrize(
    ("changed", "status", "codes"),
    [
        ({}, TemplateStatus.APPROVED, set()),
        ({"components": filled("{{contact.name | default: 'cliente'}}" + "x" * 2_000)}, TemplateStatus.APPROVED, set()),
        ({"components": ()}, TemplateStatus.APPROVED, {"template_parameters"}),
        ({"components": filled("a", "b")}, TemplateStatus.APPROVED, {"template_parameters"}),
        ({}, TemplateStatus.PENDING, {"template_not_approved"}),
        ({}, TemplateStatus.DELETED, {"template_missing"}),
        ({"language": "en_US"}, TemplateStatus.APPROVED, {"template_missing"}),
        ({"name": "outro"}, TemplateStatus.APPROVED, {"template_missing"}),
    ],
)
def test_a_template_is_there_approved_and_filled(
    changed: dict[str, object], status: TemplateStatus, codes: set[str]
) -> None:
    stored = a_template(WhatsAppConfigId(new_id()), "Olá {{1}}.")
    stored.status = status
    spec = TemplateSpec(name=stored.name, language=stored.language, components=filled("{{contact.name}}"))

    found = template_problems(msgspec.structs.replace(spec, **changed), [stored])

    assert {problem.code for problem in found} == codes


def test_one_number_that_can_send_it_is_enough() -> None:
    good, bad = a_template(WhatsAppConfigId(new_id()), "Olá {{1}}."), a_template(WhatsAppConfigId(new_id()), "Olá.")
    good.status = bad.status = TemplateStatus.APPROVED
    spec = TemplateSpec(name=good.name, language=good.language, components=filled("Ana"))

    assert list(template_problems(spec, [bad, good])) == []
    assert [problem.code for problem in template_problems(spec, [bad])] == ["template_parameters"]
