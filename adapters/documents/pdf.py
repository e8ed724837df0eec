"""PDF as text, a heading for each page."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
from pypdf.errors import PyPdfError

from domain.ai.errors import DocumentProblem, DocumentRefusedError
from domain.ai.knowledge import MAX_TEXT

MAX_PAGES = 2_000
PAGE = "Página"
"""As a source is shown to people: "Manual.pdf › Página 12"."""

_BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    TypeError,
    ValueError,
)
"""What a broken file makes of a library that believes it."""


def text_of_pdf(path: Path) -> str:
    """Give the text. Raises DocumentRefusedError, MemoryError, RecursionError."""
    try:
        return "\n\n".join(_pages(_opened(path)))
    except _BROKEN as error:
        raise DocumentRefusedError("The document is damaged.", problem=DocumentProblem.DAMAGED) from error


def _opened(path: Path) -> pypdf.PdfReader:
    reader = pypdf.PdfReader(path, strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentRefusedError("The document has a password.", problem=DocumentProblem.ENCRYPTED)
    if len(reader.pages) > MAX_PAGES:
        raise DocumentRefusedError(f"More than {MAX_PAGES} pages.", problem=DocumentProblem.TOO_LONG)
    return reader


def _pages(reader: pypdf.PdfReader) -> Iterator[str]:
    length = 0
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text().strip()
        length += len(text)
        if length > MAX_TEXT:
            raise DocumentRefusedError("The document is too long.", problem=DocumentProblem.TOO_LONG)
        if text:
            yield f"# {PAGE} {number}\n\n{text}"
