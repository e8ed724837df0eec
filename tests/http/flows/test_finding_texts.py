"""Every code of the check is told in Portuguese, and every text is some code's; the guide knows them all."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.flows.inspection import Finding, Named
from entrypoints.http.texts.findings import FINDINGS, finding_text
from entrypoints.http.texts.message import ENGLISH, PORTUGUESE

ROOT = Path(__file__).parents[3]
MAKERS = {"Finding", "Problem", "doubt", "fault", "_doubt", "_edge", "_named"}
MADE = {"bad_expression", "bad_template", "bad_pattern", *(f"{kind}_missing" for kind in Named)}
"""Codes that are put together."""


def written() -> Iterator[str]:
    for folder in ("domain/flows", "application/flows"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
                    given = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "code")]
                    yield from (one.value for one in given if isinstance(one, ast.Constant))


CODES = sorted({code for code in written() if isinstance(code, str)} | MADE)


def test_every_code_has_its_text() -> None:
    assert set(CODES) == FINDINGS.keys(), set(CODES) ^ FINDINGS.keys()


@pytest.mark.parametrize("code", CODES)
def test_a_text_can_be_said_of_any_finding(code: str) -> None:
    finding = Finding(code=code, message="in English", params={"name": "{x}"})

    assert finding_text(finding, language=PORTUGUESE) not in ("", "in English")
    assert finding_text(finding, language=ENGLISH) == "in English"


def test_the_guide_names_every_code() -> None:
    guide = (ROOT / "docs/guides/flows.md").read_text("utf-8")
    check = guide[guide.index("## The check") :]

    assert set(re.findall(r"^\| `(\w+)`", check, re.MULTILINE)) >= set(CODES), set(CODES) - set(
        re.findall(r"^\| `(\w+)`", check, re.MULTILINE)
    )
