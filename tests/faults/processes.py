"""Processes of their own, to be killed, stopped and continued; none outlives this one."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

from entrypoints.embedded import launch

REPOSITORY = Path(__file__).parents[2]
GRACE = 20.0
"""Seconds for a process to end by itself."""


class Process:
    """One Python process of ours and its log."""

    def __init__(self, name: str, *arguments: str, log: Path, environment: dict[str, str]) -> None:
        self.name, self.log = name, log
        with_us = ["0", "0", str(int(signal.SIGKILL)), str(os.getpid())]
        with log.open("ab") as output:
            self._popen = subprocess.Popen(  # noqa: S603 - our own modules
                [sys.executable, "-I", "-S", str(launch.__file__), *with_us, sys.executable, *arguments],
                cwd=REPOSITORY,
                stdout=output,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env={**os.environ, **environment},
                start_new_session=True,
            )

    @property
    def is_alive(self) -> bool:
        """Whether it still runs (or is stopped)."""
        return self._popen.poll() is None

    @property
    def status(self) -> int | None:
        """Its exit status; negative for the signal that ended it."""
        return self._popen.poll()

    def freeze(self) -> None:
        """Stop it as a scheduler or a hypervisor may: it notices nothing."""
        self._popen.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on where it was."""
        self._popen.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """End it as the machine's memory guard would."""
        self._popen.kill()
        self._popen.wait()

    async def end(self) -> int:
        """Ask it to end, and insist after a while; give its exit status."""
        if self.is_alive:
            self._popen.send_signal(signal.SIGCONT)
            self._popen.terminate()
        if not await self.ended(seconds=GRACE):
            self._popen.kill()
        return self._popen.wait()

    async def ended(self, *, seconds: float) -> bool:
        """Wait until it has ended by itself."""
        deadline = asyncio.get_running_loop().time() + seconds
        while self.is_alive:
            if asyncio.get_running_loop().time() > deadline:
                return False
            await asyncio.sleep(0.02)
        return True

    def tail(self, lines: int = 15) -> str:
        """Give the end of its log."""
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
