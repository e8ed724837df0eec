"""What tests and imports of flows say is said in Portuguese too, of the same values."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from domain.flows.importing.imported import ImportNote, ImportReport
from domain.flows.testing import FlowTestFailure
from domain.flows.unmet import UNMET, Unmet
from entrypoints.http.texts.flow_tests import FAILURES, failure_told
from entrypoints.http.texts.import_notes import IMPORT_NOTES, report_told
from entrypoints.http.texts.message import ENGLISH, PORTUGUESE

TYPEBOT = Path(__file__).parents[3] / "domain/flows/importing/typebot"


def written() -> Iterator[tuple[str, str]]:
    """Give the code and the English text of every note that an import makes."""
    for file in TYPEBOT.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                said = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                if node.func.attr in {"changed", "lost"} and said:
                    yield said[-2], said[-1]


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


NOTES = sorted(set(written()))


def test_every_code_is_said_in_both_languages() -> None:
    assert FAILURES.keys() == UNMET.keys()
    assert IMPORT_NOTES.keys() == {code for code, _ in NOTES}
    assert len(NOTES) == len(IMPORT_NOTES), "a code says one thing"


@pytest.mark.parametrize(("code", "english"), [*UNMET.items(), *NOTES])
def test_both_languages_say_it_of_the_same_values(code: str, english: str) -> None:
    if "{{" in english:
        return
    assert gaps({**FAILURES, **IMPORT_NOTES}[code]) == gaps(english)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (ENGLISH, 'expected "total" = 10, got "10"'),
        (PORTUGUESE, 'esperava "total" = 10, veio "10"'),
    ],
)
def test_a_failure_is_told_in_the_readers_language(language: str, told: str) -> None:
    unmet = Unmet(code="expected_variable", values={"name": "total", "expected": 10, "got": "10"})

    assert failure_told(FlowTestFailure.of(0, unmet), language=language).message == told


def test_a_note_is_told_in_the_readers_language() -> None:
    note = ImportNote(place="", kind="Code", code="ai_task", message="x", lost=True, values={"task": "Speak"})

    [told] = report_told(ImportReport(format="typebot", notes=(note,)), language=PORTUGUESE).notes

    assert told.message == "A tarefa 'Speak' não tem equivalente."
