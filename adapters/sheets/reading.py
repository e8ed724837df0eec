"""Tables read in a process of their own, one a table: rows come through a pipe, and wait in it while we are busy."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import msgspec

from adapters.sheets.protocol import LONGEST_LINE, Said
from application.ports.sheets import SheetProblem, SheetRefusedError, SheetRow
from domain.contacts.contact_import import SheetFormat

HELPERS = 2
"""Tables at once; each takes a core."""
SECONDS = 120.0
"""From one chunk to the next; before the first a workbook's texts are read."""
ROOT = Path(__file__).resolve().parents[2]

HELPER = "adapters.sheets.helper"
"""The module that is run."""

_SAID = msgspec.json.Decoder(Said)


class SheetWorkshop:
    """Implements SheetReader."""

    def __init__(self, *, helpers: int = HELPERS, seconds: float = SECONDS) -> None:
        self._places = asyncio.Semaphore(helpers)
        self._seconds = seconds

    @asynccontextmanager
    async def open(self, path: Path, kind: SheetFormat, *, skip: int = 0) -> AsyncIterator["OpenSheet"]:
        """Begin to read, after that many rows. Raises SheetRefusedError."""
        async with self._places:
            process = await _start(path, kind, skip=skip)
            try:
                sheet = OpenSheet(process, seconds=self._seconds)
                await sheet.begin()
                yield sheet
            finally:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()


class OpenSheet:
    """A table that a helper reads."""

    def __init__(self, process: Process, *, seconds: float) -> None:
        self._process, self._seconds = process, seconds
        self._first = Said()

    @property
    def headings(self) -> tuple[str, ...]:
        """The first row."""
        return self._first.headings or ()

    @property
    def about(self) -> int | None:
        """How many rows there seem to be."""
        return self._first.about

    async def begin(self) -> None:
        """Hear the headings. Raises SheetRefusedError."""
        self._first = await self._hear()

    async def chunks(self) -> AsyncIterator[list[SheetRow]]:
        """Give the rows that follow the headings. Raises SheetRefusedError."""
        while (said := await self._hear()).rows is not None:
            yield said.rows

    async def _hear(self) -> Said:
        assert self._process.stdout is not None  # noqa: S101 - it is a pipe
        try:
            async with asyncio.timeout(self._seconds):
                line = await self._process.stdout.readline()
        except TimeoutError as error:
            raise SheetRefusedError("The file takes too long to read.", problem=SheetProblem.TOO_SLOW) from error
        if not line:
            raise SheetRefusedError("The file breaks whoever reads it.", problem=SheetProblem.DAMAGED)
        said = _SAID.decode(line)
        if said.problem is not None:
            raise SheetRefusedError(said.message, problem=said.problem)
        return said


async def _start(path: Path, kind: SheetFormat, *, skip: int) -> Process:
    """Start one with an environment of its own: ours holds secrets."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        HELPER,
        str(path),
        kind.value,
        str(skip),
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=DEVNULL,
        limit=LONGEST_LINE,
    )
