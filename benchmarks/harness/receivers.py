"""The three receivers of webhooks, each on its own database, all up at once, one loaded at a time."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from importlib.util import find_spec

import msgspec

from benchmarks.harness.children import Child, child, free_port
from benchmarks.harness.world import World, ask, clone, company, drop, rows
from benchmarks.peers.tables import TABLES

PYTAKE, BARE, FASTAPI = "PyTake", "bare insert", "FastAPI + ORM"

_IDS = r"SELECT (regexp_matches(convert_from(body, 'UTF8'), '\"id\":\"(wamid\.[^\"]+)\"', 'g'))[1] AS id FROM {table}"


class Receiver(msgspec.Struct, frozen=True, kw_only=True):
    """A server, where its webhooks go, how to read back which updates it has, and how to make it forget them."""

    name: str
    server: Child
    path: str
    stored: Callable[[], Awaitable[list[str]]]
    clear: Callable[[], Awaitable[None]]


def has_fastapi() -> bool:
    """Whether the peer is installed (the `bench` extra)."""
    return find_spec("fastapi") is not None


@asynccontextmanager
async def receivers(world: World) -> AsyncIterator[dict[str, Receiver]]:
    """Start all receivers that are installed."""
    async with AsyncExitStack() as stack:
        found = [await stack.enter_async_context(_pytake(world)), await stack.enter_async_context(_bare(world))]
        if has_fastapi():
            found.append(await stack.enter_async_context(_fastapi(world)))
        yield {receiver.name: receiver for receiver in found}


@asynccontextmanager
async def _pytake(world: World) -> AsyncIterator[Receiver]:
    port = free_port()
    async with company(world, name="ingest_pytake", public_url=f"http://127.0.0.1:{port}") as found:
        arguments = ("-m", "entrypoints.cli.main", "serve", "--port", str(port))
        async with child(*arguments, environment=found.environment, port=port) as server:
            yield Receiver(
                name=PYTAKE,
                server=server,
                path=found.webhook_path,
                stored=_reader(found.owner_url, _IDS.format(table="platform.webhook_journal")),
                clear=_clearer(found.owner_url, "platform.webhook_journal, platform.lanes"),
            )


@asynccontextmanager
async def _bare(world: World) -> AsyncIterator[Receiver]:
    async with _peer(world, "bare", table="bare_journal", sql=_IDS.format(table="bare_journal")) as receiver:
        yield msgspec.structs.replace(receiver, name=BARE)


@asynccontextmanager
async def _fastapi(world: World) -> AsyncIterator[Receiver]:
    async with _peer(world, "fastapi_orm", table="orm_updates", sql="SELECT wamid AS id FROM orm_updates") as receiver:
        yield msgspec.structs.replace(receiver, name=FASTAPI)


@asynccontextmanager
async def _peer(world: World, name: str, *, table: str, sql: str) -> AsyncIterator[Receiver]:
    database = f"ingest_{name}"
    url = await clone(world, name=database, template="template1")
    environment = {"DATABASE_URL": url, "WHATSAPP_APP_SECRETS": "sim-app-secret"}
    await ask(url, TABLES[name])
    port = free_port()
    arguments = ("-m", "benchmarks.peers.serve", name, "--port", str(port))
    async with child(*arguments, environment=environment, port=port) as server:
        yield Receiver(name=name, server=server, path="/webhook", stored=_reader(url, sql), clear=_clearer(url, table))
    await drop(world, database)


def _reader(url: str, sql: str) -> Callable[[], Awaitable[list[str]]]:
    async def read() -> list[str]:
        return [row["id"] for row in await rows(url, sql)]

    return read


def _clearer(url: str, tables: str) -> Callable[[], Awaitable[None]]:
    async def clear() -> None:
        await ask(url, f"TRUNCATE {tables}", "CHECKPOINT")

    return clear
