"""What the tests of the embedded services ask of the outside: processes, a query, another owner."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg

from entrypoints.embedded.folders import digest
from entrypoints.embedded.processes import PROC, command_line

REPOSITORY = Path(__file__).parents[2]


def marked(home: Path) -> list[int]:
    """Find every process that carries the mark of the data folder."""
    pids = [int(entry.name) for entry in PROC.glob("[0-9]*")]
    return [pid for pid in pids if f"pytake-{digest(home)}" in command_line(pid)]


async def query(url: str, sql: str) -> object:
    """Ask PostgreSQL for one value, over a connection of its own."""
    connection = await asyncpg.connect(dsn=url)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


@contextmanager
def running_owner(code: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run Python code in another process; it is killed when the block ends."""
    command = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(  # noqa: S603 - code of the tests
        command,
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    ) as owner:
        try:
            yield owner
        finally:
            if owner.poll() is None:
                owner.kill()


@contextmanager
def changed(path: Path, text: str | None) -> Iterator[None]:
    """Change or remove a file for the duration of the block."""
    original = path.read_bytes()
    try:
        if text is None:
            path.unlink()
        else:
            path.write_text(text)
        yield
    finally:
        path.write_bytes(original)
        path.chmod(0o644)  # the servers' account reads it although we own it now
