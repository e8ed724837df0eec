"""Helper processes that read other people's files: a few, each with a time for one file, replaced when it is over."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path

import msgspec

from adapters.media.tasks import Answer, Task
from application.ports.media_tools import Looks, Sniffed
from domain.media.errors import MediaProblem, MediaRefusedError

HELPERS = 2
"""Files at once; each takes a core."""
SECONDS = 20.0
"""For one file; half an hour of recording is written in ten on a slow machine."""
FILES_EACH = 200
"""After which a helper is replaced, so that what leaks in the libraries does not add up."""
LONGEST_LINE = 4 * 1024 * 1024
"""Bytes; an answer holds a thumbnail of some ten thousand."""
ROOT = Path(__file__).resolve().parents[2]

_ANSWER = msgspec.json.Decoder(Answer)


class MediaWorkshop:
    """Implements MediaTools. Helpers start when they are first needed, and end with `close`."""

    def __init__(self, *, helpers: int = HELPERS, seconds: float = SECONDS) -> None:
        self._places = asyncio.Semaphore(helpers)
        self._idle: list[_Helper] = []
        self._seconds = seconds

    async def sniff(self, path: Path) -> Sniffed:
        """Say what a file is. Raises MediaRefusedError."""
        answer = await self._ask(Task(do="sniff", path=str(path)))
        return answer.sniffed or Sniffed(mime=None)

    async def clean_picture(self, path: Path) -> Looks:
        """Write a picture without notes of its maker. Raises MediaRefusedError."""
        return (await self._ask(Task(do="clean_picture", path=str(path)))).looks or Looks()

    async def watch(self, path: Path) -> Looks:
        """Measure a film or a sound, and draw a film's first picture. Raises MediaRefusedError."""
        return (await self._ask(Task(do="watch", path=str(path)))).looks or Looks()

    async def make_voice(self, source: Path, *, target: Path) -> Looks:
        """Write a recording as Ogg with Opus, mono. Raises MediaRefusedError."""
        return (await self._ask(Task(do="make_voice", path=str(source), target=str(target)))).looks or Looks()

    async def close(self) -> None:
        """End the helpers."""
        idle, self._idle = self._idle, []
        for helper in idle:
            await helper.end()

    async def _ask(self, task: Task) -> Answer:
        async with self._places:
            helper = self._idle.pop() if self._idle else _Helper(await _start())
            try:
                async with asyncio.timeout(self._seconds):
                    answer = await helper.ask(task)
            except BaseException as error:
                await helper.end()
                if isinstance(error, TimeoutError):
                    raise MediaRefusedError("It takes too long to read.", problem=MediaProblem.TOO_SLOW) from error
                raise
            if helper.files < FILES_EACH:
                self._idle.append(helper)
            else:
                await helper.end()
        if answer.problem is not None:
            raise MediaRefusedError(answer.message, problem=answer.problem)
        return answer


class _Helper:
    """One process, and how many files it has read."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.files = 0

    async def ask(self, task: Task) -> Answer:
        """Hand it a task. Raises MediaRefusedError when the file breaks it."""
        self.files += 1
        assert self._process.stdin is not None  # noqa: S101 - both are pipes
        assert self._process.stdout is not None  # noqa: S101
        with suppress(ConnectionError):  # then there is no answer either
            self._process.stdin.write(msgspec.json.encode(task) + b"\n")
            await self._process.stdin.drain()
        line = await self._process.stdout.readline()
        if not line:
            raise MediaRefusedError("The file breaks whoever reads it.", problem=MediaProblem.DAMAGED)
        return _ANSWER.decode(line)

    async def end(self) -> None:
        """Be rid of it."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()


async def _start() -> Process:
    """Start one with an environment of its own: ours holds secrets."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "adapters.media.helper",
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        limit=LONGEST_LINE,
    )
