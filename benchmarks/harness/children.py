"""The processes under measurement: each started from the command line that an operator would use."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec

from benchmarks.harness.machine import cpu_seconds
from entrypoints.embedded import launch

PATIENCE = 30.0
"""Seconds for a process to listen, and to end."""


class ChildFailedError(Exception):
    """A process ended or did not come up; its output's end is in the message."""


class Child(msgspec.Struct, frozen=True, kw_only=True):
    """A running process, and the port it listens on (0 when it does not)."""

    pid: int
    port: int

    def cpu_seconds(self) -> float:
        """Give what it has used."""
        return cpu_seconds(self.pid)


def free_port() -> int:
    """Give a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def child(*arguments: str, environment: Mapping[str, str], port: int = 0) -> AsyncIterator[Child]:
    """Run `python …arguments`, wait until it listens on `port`, and end it with SIGTERM."""
    with tempfile.TemporaryFile() as output:
        watched = [str(number) for number in (0, 0, int(signal.SIGKILL), os.getpid())]
        process = subprocess.Popen(  # noqa: ASYNC220, S603 - our own modules; starting takes no time
            [sys.executable, "-I", "-S", str(launch.__file__), *watched, sys.executable, *arguments],
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        )
        try:
            await _listens(process, port=port)
            yield Child(pid=process.pid, port=port)
        except ChildFailedError as error:
            raise ChildFailedError(_tail(output)) from error
        finally:
            process.terminate()
            await asyncio.to_thread(_end, process)


async def _listens(process: subprocess.Popen[bytes], *, port: int) -> None:
    until = time.monotonic() + PATIENCE
    while port and not _accepts(port):
        if process.poll() is not None or time.monotonic() > until:
            raise ChildFailedError("it does not listen")
        await asyncio.sleep(0.05)


def _accepts(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _tail(output: object) -> str:
    output.seek(0)  # type: ignore[attr-defined]  # a temporary file
    return output.read().decode(errors="replace")[-3000:]  # type: ignore[attr-defined, no-any-return]
