"""What PostgreSQL alone can do: the very statements of a captured run, in their order, replayed by pgbench.

Each stream is one connection on its own copy of the database as it was before the run. Statements are prepared once,
as asyncpg does; a transaction stands where it was committed. So nothing is left of PyTake but its SQL.
"""

import asyncio
import pickle
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import asyncpg
import msgspec

from adapters.postgres import json_codec
from benchmarks.harness.world import REPLAYER, World, address, pgbench, socket_folder

PORT = "5432"
BEGIN, COMMIT, ROLLBACK = "BEGIN", "COMMIT", "ROLLBACK"


class Statement(msgspec.Struct, frozen=True):
    """A statement as it was sent; without arguments it may be several, in one message."""

    sql: str
    arguments: tuple[object, ...]


def in_order(files: Iterable[Path], *, since: int, until: int) -> list[Statement]:
    """Merge what several processes noted: lone statements where they ended, transactions where they committed."""
    units: list[tuple[int, list[Statement]]] = []
    for file in files:
        by_connection: dict[int, list[Statement]] = defaultdict(list)
        for at, connection, sql, arguments in pickle.loads(file.read_bytes()):  # noqa: S301 - our own process wrote it
            if not since <= at <= until:
                continue
            pending = by_connection[connection]
            pending.append(Statement(sql, arguments))
            is_open = pending[0].sql.startswith(BEGIN) and sql not in {COMMIT, ROLLBACK}
            if not is_open:
                if sql != ROLLBACK:
                    units.append((at, list(pending)))
                pending.clear()
    return [statement for _, unit in sorted(units, key=lambda unit: unit[0]) for statement in unit]


async def script(url: str, statements: Sequence[Statement]) -> str:
    """Write them for pgbench: every distinct statement prepared once, then executed with its literal arguments."""
    names: dict[str, str] = {}
    types: dict[str, list[str]] = {}
    connection = await asyncpg.connect(url)
    try:
        for sql in dict.fromkeys(statement.sql for statement in statements if "$1" in statement.sql):
            parameters = (await connection.prepare(sql)).get_parameters()
            names[sql], types[sql] = f"s{len(names)}", [_type(parameter) for parameter in parameters]
    finally:
        await connection.close()
    prepared = [f"PREPARE {name} AS {sql.strip()};" for sql, name in names.items()]
    executed = [
        _execution(names[statement.sql], types[statement.sql], statement.arguments)
        if statement.sql in names
        else f"{statement.sql.strip().replace(';', chr(92) + ';')};"
        for statement in statements
    ]
    return "\n".join([*prepared, *executed]) + "\n"


def _type(parameter: object) -> str:
    return str(parameter.name)  # type: ignore[attr-defined]  # asyncpg's Type


def _execution(name: str, types: list[str], arguments: tuple[object, ...]) -> str:
    literals = [_literal(argument, kind) for argument, kind in zip(arguments, types, strict=True)]
    return f"EXECUTE {name}({', '.join(literals)});"


def _literal(value: object, kind: str) -> str:
    if value is None:
        return "NULL"
    text = _array(value, kind[:-2]) if kind.endswith("[]") else _text(value, kind)
    return "'" + text.replace("'", "''") + "'"


def _array(values: object, kind: str) -> str:
    parts = ["NULL" if value is None else _quoted(_text(value, kind)) for value in values]  # type: ignore[attr-defined]
    return "{" + ",".join(parts) + "}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _text(value: object, kind: str) -> str:
    if kind == "jsonb":
        return json_codec.encode(value)[1:].decode()
    match value:
        case bool():
            return "true" if value else "false"
        case bytes():
            return f"\\x{value.hex()}"
        case datetime():
            return value.isoformat()
        case timedelta():
            return f"{value.total_seconds()} seconds"
        case _:
            return str(value)


async def replay(world: World, databases: Sequence[str], file: Path) -> float:
    """Run a stream in each database at once; give the seconds it took. Raises when a statement fails."""
    began = time.perf_counter()
    await asyncio.gather(*(_stream(world, database, file) for database in databases))
    return time.perf_counter() - began


async def _stream(world: World, database: str, file: Path) -> None:
    arguments = ["-h", socket_folder(world.owner_url), "-p", PORT, "-U", REPLAYER]
    arguments += ["-n", "-c", "1", "-t", "1", "-M", "simple", "-f", str(file), database]
    process = await asyncio.create_subprocess_exec(
        str(pgbench()), *arguments, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    output, _ = await process.communicate()
    if process.returncode or b"actually processed: 1/1" not in output:
        raise AssertionError(f"pgbench failed: {output.decode(errors='replace')[-1500:]}")


def owner_url(world: World, database: str) -> str:
    """Give the owner's address of a database."""
    return address(world.owner_url, name=database)
