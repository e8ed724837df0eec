"""Run a command of PyTake's and note its statements: `python -m benchmarks.harness.capture FILE serve …`.

A note is when the statement was answered (on the machine's monotonic clock, so that processes can be compared), on
which connection, its SQL and its arguments. They are written when the command ends.
"""

import pickle
import sys
import time
from itertools import count
from pathlib import Path

import asyncpg

from adapters.postgres import json_codec
from entrypoints.cli.main import main

Note = tuple[int, int, str, tuple[object, ...]]

_notes: list[Note] = []
_numbers = count()
_install = json_codec.install


async def install_and_listen(connection: asyncpg.Connection) -> None:
    """Do what PyTake does with a new connection, and then listen to it."""
    await _install(connection)
    number = next(_numbers)

    def note(logged: object) -> None:
        if logged.exception is None:  # type: ignore[attr-defined]  # asyncpg's LoggedQuery
            _notes.append((time.monotonic_ns(), number, logged.query, tuple(logged.args or ())))  # type: ignore[attr-defined]

    connection.add_query_logger(note)


if __name__ == "__main__":
    json_codec.install = install_and_listen
    file = Path(sys.argv.pop(1))
    try:
        main()
    finally:
        file.write_bytes(pickle.dumps(_notes))
