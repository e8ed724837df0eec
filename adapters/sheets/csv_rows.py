"""Rows of a CSV file (RFC 4180, and what programs make of it): its encoding and delimiter are found by looking."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from adapters.sheets.protocol import MAX_ROW_CHARS
from application.ports.sheets import SheetProblem, SheetRefusedError

DELIMITERS = ",;\t|"
SAMPLE = 64 * 1024
"""Characters that are looked at for the delimiter."""
SAMPLE_ROWS = 50
_BLOCK = 256 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def csv_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Give every row with its number. Raises SheetRefusedError, MemoryError."""
    encoding = encoding_of(path)
    csv.field_size_limit(MAX_ROW_CHARS)
    try:
        with path.open(encoding=encoding, newline="") as file:
            delimiter = delimiter_of(file.read(SAMPLE))
            file.seek(0)
            yield from enumerate(csv.reader(file, delimiter=delimiter), start=1)
    except csv.Error as error:
        raise SheetRefusedError(
            "A field is too long, or a quotation mark is never closed.", problem=SheetProblem.ROW_TOO_LONG
        ) from error
    except UnicodeError as error:
        raise SheetRefusedError("The text has signs of no encoding.", problem=SheetProblem.ENCODING) from error


def lines_in(path: Path) -> int:
    """Count the lines after the first: about as many as rows."""
    with path.open("rb") as file:
        return max(0, sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b"")) - 1)


def encoding_of(path: Path) -> str:
    """Tell the encoding: by its mark, else UTF-8 where all of it is, else Windows-1252.

    Raises SheetRefusedError for what is no text.
    """
    with path.open("rb") as file:
        head = file.read(4)
        for mark, encoding in _MARKS:
            if head.startswith(mark):
                return encoding
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        is_utf8 = True
        for block in iter(lambda: file.read(_BLOCK), b""):
            if b"\x00" in block:
                raise SheetRefusedError("This is no text.", problem=SheetProblem.ENCODING)
            if is_utf8:
                is_utf8 = _decodes(decoder, block)
        if is_utf8 and _decodes(decoder, b"", is_last=True):
            return "utf-8"
    return "cp1252"


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, *, is_last: bool = False) -> bool:
    try:
        decoder.decode(block, is_last)
    except UnicodeDecodeError:
        return False
    return True


def delimiter_of(sample: str) -> str:
    """Tell what stands between the fields: what gives the most rows the same number of them, more than one."""
    sample = sample.rsplit("\n", 1)[0] if sample.count("\n") > 1 else sample
    return max(DELIMITERS, key=lambda delimiter: _agreement(sample, delimiter))


def _agreement(sample: str, delimiter: str) -> tuple[int, int]:
    try:
        widths = [
            len(row) for row, _ in zip(csv.reader(sample.splitlines(keepends=True), delimiter=delimiter),
                                       range(SAMPLE_ROWS), strict=False) if row
        ]  # fmt: skip
    except csv.Error:
        return (0, 0)
    if not widths or widths[0] < 2:  # noqa: PLR2004 - one field is what every delimiter gives
        return (0, 0)
    return (Counter(widths)[widths[0]], widths[0])
