"""Every template of a detail has its Portuguese with the same gaps, and every Portuguese is some template's."""

from string import Formatter

import pytest

from domain.flows.inspection import Finding
from domain.shared.errors import ErrorDetail
from domain.shared.phrases import phrase
from entrypoints.http.details import told_details
from entrypoints.http.texts import detail_catalogue
from entrypoints.http.texts.detail_catalogue import DETAILS, kept_text, known_text, phrase_text
from entrypoints.http.texts.details.foreign import foreign_text
from entrypoints.http.texts.message import ENGLISH, PORTUGUESE
from tests.unit.http.sayings import sources, templates


@pytest.fixture(scope="module")
def code() -> list[str]:
    return sources()


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_template_is_translated(code: list[str]) -> None:
    found = templates(code)

    assert len(found) > 200
    assert {text for text in found if text not in DETAILS and foreign_text(text) is None} == set()


def test_every_translation_is_of_some_text_in_the_code(code: list[str]) -> None:
    left = DETAILS.keys() - templates(code)

    assert {text for text in left if not any(text in source for source in code)} == set()


def test_a_translation_has_the_gaps_of_its_template() -> None:
    assert {text for text, portuguese in DETAILS.items() if gaps(text) != gaps(portuguese)} == set()


def test_translations_are_sentences() -> None:
    wrong = {
        text
        for text in DETAILS.values()
        if "{" not in text[0] and not (text[0].isupper() and text.endswith((".", "}")))
    }

    assert wrong == {"pt-BR ou en.", "'{name}' aparece duas vezes.", "'{node_id}' aparece duas vezes."}


def test_a_detail_is_said_in_the_readers_language() -> None:
    wrong = ErrorDetail(field="name", message="1 to {limit} characters", values={"limit": 200})

    assert [one.message for one in told_details([wrong], language=PORTUGUESE)] == ["De 1 a 200 caracteres."]
    assert [one.message for one in told_details([wrong], language=ENGLISH)] == ["1 to 200 characters"]


def test_braces_are_braces_where_there_is_nothing_to_fill() -> None:
    said = phrase("must number its gaps {{1}}, {{2}} and so on, leaving none out")

    assert "{{1}}, {{2}}" in str(said)
    assert "{{1}}, {{2}}" in phrase_text(said, language=PORTUGUESE)


def test_a_value_that_is_a_text_of_ours_is_translated_too() -> None:
    finding = Finding(code="too_many_nodes", message="at most 500 nodes", params={"limit": 500})

    assert phrase_text(phrase("{finding}", finding=finding), language=PORTUGUESE) == "No máximo 500 blocos."
    assert phrase_text(phrase("{finding}", finding=finding), language=ENGLISH) == "at most 500 nodes"


def test_why_a_text_cannot_be_read_is_translated_too() -> None:
    said = phrase("it is no template: {reason}", reason="unknown filter 'x'")

    assert phrase_text(said, language=PORTUGUESE) == "O texto não pode ser montado: o filtro 'x' não existe."


@pytest.mark.parametrize(
    ("english", "portuguese"),
    [
        ("a phone number with 6 to 15 digits", "Um telefone com 6 a 15 dígitos."),
        ("at most 20 tags", "No máximo 20 etiquetas."),
        ("1 to 200 characters, and no line breaks", "De 1 a 200 caracteres, sem quebras de linha."),
        ("no column Nome; outra", "O arquivo não tem a coluna Nome; outra."),
        ("a number between -9 and 9", "Um número entre -9 e 9."),
    ],
)
def test_what_was_kept_in_english_is_read_in_portuguese(english: str, portuguese: str) -> None:
    assert kept_text(english, language=PORTUGUESE) == portuguese
    assert kept_text(english, language=ENGLISH) == english


def test_what_nobody_knows_stays_and_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(detail_catalogue, "untold", lambda text: seen.append(text) or text)

    assert known_text("sheer nonsense") is None
    assert phrase_text(phrase("sheer nonsense"), language=ENGLISH) == "sheer nonsense"
    assert seen == ["sheer nonsense"]
