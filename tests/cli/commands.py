"""Running commands: in a thread of this process, for each brings a loop of its own; or as a process."""

import asyncio
import contextlib
import signal
import subprocess
from pathlib import Path

from click.testing import CliRunner, Result

from entrypoints.cli.main import main

PATIENCE = 40.0
"""Seconds for a process to start or end on a busy machine; it takes one or two."""


class Commands:
    """`await pytake("tenant", "create", …)` gives what it printed; `fails` expects it to end with another code."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    async def __call__(self, *arguments: str, typed: str | None = None, **variables: str) -> str:
        result = await self._invoke(arguments, typed, variables)
        assert result.exit_code == 0, (result.output, result.exception)
        return result.output

    async def fails(self, *arguments: str, typed: str | None = None, code: int = 1, **variables: str) -> str:
        result = await self._invoke(arguments, typed, variables)
        assert isinstance(result.exception, SystemExit), (result.output, result.exception)
        assert result.exit_code == code, result.output
        return result.output

    async def _invoke(self, arguments: tuple[str, ...], typed: str | None, variables: dict[str, str]) -> Result:
        environment = {**self.environment, **variables}
        return await asyncio.to_thread(CliRunner().invoke, main, arguments, input=typed, env=environment)


class Started:
    """A process of ours, with its output."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def finish(self) -> tuple[int, str]:
        """Wait for its end; give its code and what it wrote."""
        written, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, written

    def terminate(self) -> tuple[int, str]:
        """End it as a supervisor does."""
        self.process.send_signal(signal.SIGTERM)
        return self.finish()

    def end(self) -> None:
        """End it, whatever it does."""
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.communicate(timeout=PATIENCE)
        self.process.kill()
        self.process.communicate()


def children_of(process_id: int) -> set[int]:
    """Give the ids of all processes below one, as Linux knows them."""
    below: dict[int, set[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            below.setdefault(int(parent), set()).add(int(folder.name))
    found: set[int] = set()
    waiting = {process_id}
    while waiting:
        children = below.get(waiting.pop(), set())
        found |= children
        waiting |= children
    return found


def is_running(process_id: int) -> bool:
    """Whether it lives; a zombie does not."""
    try:
        state = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"
