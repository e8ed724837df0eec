"""Documents read in a process of their own, one a document."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path

import msgspec

from adapters.documents.protocol import LONGEST_LINE, Said
from domain.ai.errors import DocumentProblem, DocumentRefusedError

HELPERS = 1
"""Documents at once; each takes a core, and nobody waits for one."""
SECONDS = 60.0
ROOT = Path(__file__).resolve().parents[2]
HELPER = "adapters.documents.helper"
"""The module that is run."""

_SAID = msgspec.json.Decoder(Said)


class DocumentWorkshop:
    """Implements DocumentReader."""

    def __init__(self, *, helpers: int = HELPERS, seconds: float = SECONDS) -> None:
        self._places = asyncio.Semaphore(helpers)
        self._seconds = seconds

    async def read(self, path: Path, *, mime: str) -> str:
        """Give a document's text. Raises DocumentRefusedError."""
        async with self._places:
            process = await _start(path, mime)
            try:
                async with asyncio.timeout(self._seconds):
                    said = await _hear(process)
            except TimeoutError as error:
                raise DocumentRefusedError("It takes too long.", problem=DocumentProblem.TOO_SLOW) from error
            finally:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        if said.problem is not None:
            raise DocumentRefusedError(said.message, problem=said.problem)
        return said.text


async def _hear(process: Process) -> Said:
    assert process.stdout is not None  # noqa: S101 - it is a pipe
    try:
        line = await process.stdout.readline()
    except ValueError as error:  # longer than `LONGEST_LINE`
        raise DocumentRefusedError("The document is too long.", problem=DocumentProblem.TOO_LONG) from error
    if not line:
        raise DocumentRefusedError("The document breaks whoever reads it.", problem=DocumentProblem.DAMAGED)
    try:
        return _SAID.decode(line)
    except msgspec.DecodeError as error:  # whatever it was that it said
        raise DocumentRefusedError("The document breaks whoever reads it.", problem=DocumentProblem.DAMAGED) from error


async def _start(path: Path, mime: str) -> Process:
    """Start one with an environment of its own: ours holds secrets."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        HELPER,
        str(path),
        mime,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=DEVNULL,
        limit=LONGEST_LINE,
    )
