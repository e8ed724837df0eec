"""Rows of the first visible sheet of a workbook (ECMA-376), read as a stream; no formula is run."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from adapters.sheets.workbooks import open_workbook
from adapters.sheets.xlsx_cells import day_text, number_text
from adapters.sheets.xlsx_parts import BookParts, parts_of
from adapters.sheets.xml_parts import blocks_of, parse
from application.ports.sheets import SheetProblem, SheetRefusedError
from domain.contacts.import_plan import MAX_COLUMNS
from domain.shared.phrases import phrase

_DIGITS = "0123456789"
_LETTERS = 26
_LONGEST_COLUMN = 3


class XlsxRows:
    """A workbook that is open. `about` is how many rows it says it has. Raises SheetRefusedError, MemoryError."""

    def __init__(self, path: Path) -> None:
        self._book = open_workbook(path)
        self._parts = parts_of(self._book)
        self.about = rows_about(self._book, self._parts.sheet)

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Give every row with its number."""
        reader = _SheetReader(self._parts)
        blocks = blocks_of(self._book, self._parts.sheet)
        for _ in parse(blocks, start=reader.start, end=reader.end, text=reader.text):
            rows, reader.rows = reader.rows, []
            yield from rows


def rows_about(book: zipfile.ZipFile, sheet: str) -> int | None:
    """Give how many rows a sheet says it has, without its headings."""
    head = next(blocks_of(book, sheet), b"")[:4096].decode("utf-8", "replace")
    _, _, rest = head.partition("dimension ref=")
    last = rest[1:40].partition(rest[:1] or '"')[0].rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return max(0, int(last) - 1) if last.isdigit() else None


class _SheetReader:
    """Builds rows while expat calls; the prefix of the file's elements is that of the first one."""

    def __init__(self, parts: BookParts) -> None:
        self.rows: list[tuple[int, list[str]]] = []
        self._parts = parts
        self._columns: dict[str, int] = {}
        self._prefix: str | None = None
        self._cell, self._value, self._row_name, self._text_name, self._sound = "c", "v", "row", "t", "rPh"
        self._row: list[str] = []
        self._number, self._column, self._kind, self._style = 0, -1, "n", ""
        self._texts: list[str] = []
        self._is_value, self._is_sound = False, False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note where we are."""
        if name == self._cell:
            self._column = self._column_of(attributes.get("r"))
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._texts = []
        elif name in (self._value, self._text_name):
            self._is_value = not self._is_sound
        elif name == self._row_name:
            given = attributes.get("r", "")
            self._number = int(given) if given.isdigit() and len(given) < 8 else self._number + 1  # noqa: PLR2004
            self._row, self._column = [], -1
        elif name == self._sound:
            self._is_sound = True
        elif self._prefix is None:
            self._take_prefix(name)

    def end(self, name: str) -> None:
        """Take what is complete."""
        if name in (self._value, self._text_name):
            self._is_value = False
        elif name == self._cell:
            if self._texts:
                self._keep(self._read("".join(self._texts)))
        elif name == self._row_name:
            if self._row:
                self.rows.append((self._number, self._row))
        elif name == self._sound:
            self._is_sound = False

    def text(self, text: str) -> None:
        """Collect a cell's text."""
        if self._is_value:
            self._texts.append(text)

    def _take_prefix(self, root: str) -> None:
        self._prefix = root[: -len(root.rpartition(":")[2])]
        self._cell, self._value, self._row_name = (self._prefix + name for name in ("c", "v", "row"))
        self._text_name, self._sound = self._prefix + "t", self._prefix + "rPh"

    def _column_of(self, place: str | None) -> int:
        if place is None:
            return self._column + 1
        letters = place.rstrip(_DIGITS)
        if (column := self._columns.get(letters)) is None:
            column = self._columns[letters] = _number_of(letters)
        return column

    def _read(self, value: str) -> str:
        match self._kind:
            case "s":
                place = int(value) if value.isdigit() else -1
                return self._parts.texts[place] if 0 <= place < len(self._parts.texts) else ""
            case "n":
                is_day = self._style in self._parts.day_styles
                return day_text(value, is_1904=self._parts.is_1904) if is_day else number_text(value)
            case "b":
                return "true" if value == "1" else "false"
            case "e":
                return ""
            case _:
                return value

    def _keep(self, text: str) -> None:
        if not text:
            return
        if self._column >= MAX_COLUMNS:
            raise SheetRefusedError(
                str(phrase("The sheet has more than {limit} columns.", limit=MAX_COLUMNS)),
                problem=SheetProblem.TOO_MANY_COLUMNS,
            )
        self._row.extend([""] * (self._column + 1 - len(self._row)))
        self._row[self._column] = text


def _number_of(letters: str) -> int:
    """Give a column's number from 0: A, …, Z, AA, …; what is none counts as too far."""
    if not letters or len(letters) > _LONGEST_COLUMN or not letters.isascii() or not letters.isupper():
        return MAX_COLUMNS
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1
