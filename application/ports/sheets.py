"""Tables of other people's making, read row by row; and tables written for other people's programs."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import msgspec

from domain.contacts.contact_import import SheetFormat
from domain.shared.errors import InvalidError


class SheetProblem(StrEnum):
    """Why a file is not read, or not to its end."""

    NOT_A_SHEET = "not_a_sheet"
    EMPTY = "empty"
    ENCODING = "encoding"
    DAMAGED = "damaged"
    TOO_LARGE_INSIDE = "too_large_inside"
    TOO_MANY_PARTS = "too_many_parts"
    DOCTYPE = "doctype"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_ROWS = "too_many_rows"
    ROW_TOO_LONG = "row_too_long"
    TOO_SLOW = "too_slow"


class SheetRefusedError(InvalidError):
    """The file is no table that can be taken."""

    code = "SHEET_REFUSED"

    def __init__(self, message: str, *, problem: SheetProblem) -> None:
        super().__init__(message)
        self.problem = problem


class SheetRow(msgspec.Struct, frozen=True, array_like=True):
    """A row that is not empty: its number in the file, counted from 1, and its cells as text."""

    number: int
    cells: list[str]


class Sheet(Protocol):
    """A table that is being read."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The first row."""
        ...

    @property
    def about(self) -> int | None:
        """How many rows there seem to be."""
        ...

    def chunks(self) -> AsyncIterator[list[SheetRow]]:
        """Give the rows that follow the headings, some hundreds at a time. Raises SheetRefusedError."""
        ...


class SheetReader(Protocol):
    """Reads tables where a table that is made to break its reader breaks nothing else."""

    def open(self, path: Path, kind: SheetFormat, *, skip: int = 0) -> AbstractAsyncContextManager[Sheet]:
        """Begin to read, after that many rows. Raises SheetRefusedError."""
        ...


class SheetWriter(Protocol):
    """Writes tables whose cells no spreadsheet takes for formulas."""

    def write(
        self, kind: SheetFormat, rows: AsyncIterator[Sequence[Sequence[str]]], *, headings: Sequence[str]
    ) -> AsyncIterator[bytes]:
        """Give the file's bytes while the rows come, in batches."""
        ...
