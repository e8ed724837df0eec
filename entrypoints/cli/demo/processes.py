"""The demo's child processes: each with its log, each ended with us, in the reverse of the order they started in."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

import click

from entrypoints.embedded import launch

PATIENCE = 30.0
"""Seconds for a process to answer: four times what a slow machine needs."""
GRACE = 15.0
"""Seconds for a process to end by itself: a worker finishes what it has in hand."""


def require_free_ports(host: str, *ports: int) -> None:
    """End the command with a line about the first port that somebody has, or that two of ours would share."""
    if len({*ports}) < len(ports):
        raise click.ClickException(f"Each needs a port of its own, and {ports} has one twice.")
    for port in ports:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                raise click.ClickException(
                    f"Port {port} is taken: stop what listens there, or choose others with "
                    f"`make demo PORT=… SIMULATOR_PORT=…`."
                ) from error


class Processes:
    """What the demo started."""

    def __init__(self, *, logs: Path, environment: Mapping[str, str]) -> None:
        self._logs, self._environment = logs, environment
        self._running: list[tuple[str, subprocess.Popen[bytes]]] = []
        logs.mkdir(parents=True, exist_ok=True)

    def start(self, name: str, *arguments: str) -> None:
        """Start `python …arguments`, its output in `<name>.log`; it ends when we are killed."""
        with (self._logs / f"{name}.log").open("wb") as log:
            with_us = [str(number) for number in (0, 0, int(signal.SIGTERM), os.getpid())]
            process = subprocess.Popen(  # noqa: S603 - our own modules
                [sys.executable, "-I", "-S", str(launch.__file__), *with_us, sys.executable, *arguments],
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env={**os.environ, **self._environment},
                start_new_session=True,
            )
        self._running.append((name, process))

    def wait_for(self, name: str, url: str) -> None:
        """Wait until `url` answers 200, or end the command with the end of the process's log."""
        until = time.monotonic() + PATIENCE
        while not _answers(url):
            if self.is_dead(name) or time.monotonic() > until:
                raise click.ClickException(f"The {name} does not answer at {url}. Its log ends:\n{self._tail(name)}")
            time.sleep(0.05)

    def is_dead(self, name: str) -> bool:
        """Whether a process has ended."""
        return any(process.poll() is not None for known, process in self._running if known == name)

    def first_dead(self) -> str | None:
        """Name a process that has ended, with the end of its log."""
        return next((f"{name}:\n{self._tail(name)}" for name, _ in self._running if self.is_dead(name)), None)

    def stop(self) -> None:
        """End all of them, the youngest first."""
        for _, process in reversed(self._running):
            process.terminate()
        for _, process in reversed(self._running):
            try:
                process.wait(GRACE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running.clear()

    def _tail(self, name: str) -> str:
        lines = (self._logs / f"{name}.log").read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-15:])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - an address of our own
            return bool(answer.status == 200)  # noqa: PLR2004 - HTTP's own number
    except (urllib.error.URLError, OSError):
        return False
