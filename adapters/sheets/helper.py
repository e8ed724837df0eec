"""The process that reads one table of somebody else's and says its rows. It has no secrets, little memory, some time.

A file that is made to break its reader breaks this process, and nothing else.
"""

import resource
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import msgspec

from adapters.sheets.csv_rows import csv_rows, lines_in
from adapters.sheets.protocol import CHUNK_CHARS, CHUNK_ROWS, MAX_ROW_CHARS, MAX_ROWS, Said
from adapters.sheets.xlsx_rows import XlsxRows
from application.ports.sheets import SheetProblem, SheetRefusedError, SheetRow
from domain.contacts.contact_import import SheetFormat
from domain.contacts.import_plan import MAX_COLUMNS, MAX_HEADING
from domain.shared.phrases import phrase

MEMORY = 512 * 1024**2
"""Bytes of address space: the shared texts of a million rows, and Python."""
CPU_SECONDS = 120
"""A million rows take a quarter of it on a slow machine."""

_ENCODER = msgspec.json.Encoder()
Rows = Iterable[tuple[int, list[str]]]


def said_of(path: Path, kind: SheetFormat, *, skip: int) -> Iterator[Said]:
    """Say what is in a file."""
    try:
        if kind is SheetFormat.XLSX:
            book = XlsxRows(path)
            yield from _said(book, about=book.about, skip=skip)
        else:
            yield from _said(csv_rows(path), about=lines_in(path), skip=skip)
    except SheetRefusedError as error:
        yield Said(problem=error.problem, message=error.message)
    except (MemoryError, RecursionError):
        yield Said(problem=SheetProblem.TOO_LARGE_INSIDE, message="The file takes too much memory.")


def _said(found: Rows, *, about: int | None, skip: int) -> Iterator[Said]:
    rows = _filled(found)
    headings = next(rows, None)
    if headings is None:
        raise SheetRefusedError("The file is empty.", problem=SheetProblem.EMPTY)
    yield Said(headings=tuple(cell[:MAX_HEADING] for cell in headings.cells), about=about)
    for chunk in _chunks(islice(rows, skip, None)):
        yield Said(rows=chunk)


def _filled(found: Rows) -> Iterator[SheetRow]:
    """Give the rows that are not empty, trimmed. Raises SheetRefusedError."""
    count = 0
    for number, cells in found:
        if len(cells) > MAX_COLUMNS:
            raise SheetRefusedError(
                str(phrase("The table has more than {limit} columns.", limit=MAX_COLUMNS)),
                problem=SheetProblem.TOO_MANY_COLUMNS,
            )
        trimmed = [cell.strip() for cell in cells]
        if not any(trimmed):
            continue
        if sum(map(len, trimmed)) > MAX_ROW_CHARS:
            raise SheetRefusedError(
                str(phrase("Row {number} is too long.", number=number)), problem=SheetProblem.ROW_TOO_LONG
            )
        count += 1
        if count > MAX_ROWS + 1:
            raise SheetRefusedError(
                str(phrase("More than {limit} rows.", limit=MAX_ROWS)), problem=SheetProblem.TOO_MANY_ROWS
            )
        yield SheetRow(number, trimmed)


def _chunks(rows: Iterator[SheetRow]) -> Iterator[list[SheetRow]]:
    chunk, chars = list[SheetRow](), 0
    for row in rows:
        chunk.append(row)
        chars += sum(map(len, row.cells))
        if len(chunk) >= CHUNK_ROWS or chars >= CHUNK_CHARS:
            yield chunk
            chunk, chars = [], 0
    if chunk:
        yield chunk


def main() -> None:
    """Read the file that the command line names, and say it."""
    path, kind, skip = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    out = sys.stdout.buffer
    for said in said_of(Path(path), SheetFormat(kind), skip=int(skip)):
        out.write(_ENCODER.encode(said))
        out.write(b"\n")
        out.flush()
    out.write(b"{}\n")
    out.flush()


if __name__ == "__main__":
    main()
