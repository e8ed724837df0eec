"""Plain text and Markdown: only the encoding has to be found."""

import codecs
from pathlib import Path

from domain.ai.errors import DocumentProblem, DocumentRefusedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(path: Path) -> str:
    """Read a text: by its mark, else as UTF-8, else as Windows-1252. Raises DocumentRefusedError for what is none."""
    raw = path.read_bytes()
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    if b"\x00" in raw:
        raise DocumentRefusedError("This is no text.", problem=DocumentProblem.DAMAGED)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
