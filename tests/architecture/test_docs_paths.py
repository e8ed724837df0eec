"""Every path of this repository that a document names is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")])

FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"\.?[A-Za-z0-9_*][A-Za-z0-9_.*-]*(/[A-Za-z0-9_.*-]+)*/?")
FILE = re.compile(r"[A-Za-z0-9_.-]+\.(py|md|toml|ini|yml|json|conf|sh|sql|lock|mako)")
MADE_AT_RUN_TIME = (".pytake", ".venv", ".env", "dashboard/dist")
"""What `make`, the demo or the operator makes; it is in no clone."""
NOT_PATHS = {"application/json", "application/javascript"}


def paths_in(document: Path) -> Iterator[str]:
    """Give every path that the document names, as it is written."""
    text = FENCE.sub("", document.read_text(encoding="utf-8"))
    for target in LINK.findall(text):
        if not re.match(r"[a-z]+:|#", target):
            yield target.split("#")[0]
    yield from (span for span in SPAN.findall(text) if is_path(span))


def is_path(span: str) -> bool:
    """Whether a code span names a file or folder of this repository, rather than a word, a route or an example."""
    if span in NOT_PATHS or PATH.fullmatch(span) is None or span.startswith(MADE_AT_RUN_TIME):
        return False
    top = ROOT / span.split("/", maxsplit=1)[0]
    return top.is_dir() if "/" in span else FILE.fullmatch(span) is not None


def is_there(path: str, *, document: Path) -> bool:
    """Whether the path leads somewhere, from the root or from the document's own folder."""
    places = (ROOT, document.parent)
    return any(any(place.glob(path)) if "*" in path else (place / path).exists() for place in places)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.relative_to(ROOT)))
def test_document_names_only_paths_that_exist(document: Path):
    missing = [path for path in paths_in(document) if not is_there(path, document=document)]

    assert missing == []


@pytest.mark.parametrize("span", ["domain/flows/engine.py", "requirements/*.lock", "importlinter.ini", "docs/"])
def test_a_path_is_recognised(span: str):
    assert is_path(span)


@pytest.mark.parametrize(
    "span",
    ["/api/v1/health/live", "application/json", "conversations:reply", ".pytake/logs", "tx.lanes.settle", "and/or"],
)
def test_another_word_is_no_path(span: str):
    assert not is_path(span)
