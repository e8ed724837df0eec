"""Each side of the benchmark of sockets: a server in a process of its own, and all its clients."""

import resource
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec

from benchmarks.harness.children import Child, child, free_port
from benchmarks.harness.followers import Followers, saying
from benchmarks.harness.machine import family
from benchmarks.harness.socket_clients import Crowd, SocketClient, SocketIoClient, connect_all

Tell = Callable[[Sequence[int]], Awaitable[None]]


class Hall(msgspec.Struct, frozen=True, kw_only=True):
    """One server with all its clients; `tell` has something happen in companies by their places, in this order."""

    server: Child
    crowd: Crowd
    clients: list[SocketClient]
    tell: Tell
    kib: float
    connected_in: float


@asynccontextmanager
async def pytake_hall(environment: dict[str, str], followers: Followers, companies: list[int]) -> AsyncIterator[Hall]:
    """Serve as an operator would, and have everybody in."""
    port, crowd = free_port(), Crowd()
    arguments = ("-m", "entrypoints.cli.main", "serve", "--port", str(port))

    async def greet(client: SocketClient, number: int) -> None:
        await enter(client, followers.tokens[number])

    async def tell(places: Sequence[int]) -> None:
        await followers.happen([followers.tenants[place] for place in places])

    async with child(*arguments, environment=environment, port=port) as server:
        before, began = _resident(server.pid), time.monotonic()
        clients = await connect_all(crowd, port, ["/ws"] * sum(companies), greet)
        yield _hall(server, crowd, clients, tell, before=before, began=began)
        kill(clients)


@asynccontextmanager
async def bare_hall(companies: list[int]) -> AsyncIterator[Hall]:
    """Serve the limit, and have as many in."""
    paths = [f"/hear/{place}" for place in _places(companies)]
    says = [f"/say/{place}" for place in range(len(companies))]

    def words(_place: int) -> str:
        return saying().decode()

    async with _peer("benchmarks.peers.sockets", SocketClient, paths, says, words) as hall:
        yield hall


@asynccontextmanager
async def socketio_hall(companies: list[int]) -> AsyncIterator[Hall]:
    """Serve what people take for it, and have as many in."""
    path = "/socket.io/?EIO=4&transport=websocket&company="
    paths = [f"{path}{place}" for place in _places(companies)]

    def words(place: int) -> str:
        return f'42["say","{place}",{saying().decode()}]'

    says = [f"{path}nobody" for _ in companies]
    async with _peer("benchmarks.peers.socketio_sockets", SocketIoClient, paths, says, words) as hall:
        yield hall


@asynccontextmanager
async def _peer(
    module: str, kind: type[SocketClient], paths: list[str], says: list[str], words: Callable[[int], str]
) -> AsyncIterator[Hall]:
    port, crowd = free_port(), Crowd()

    async def greet(client: SocketClient, _number: int) -> None:
        if kind is SocketIoClient:
            await client.settled

    async with child("-m", module, "--port", str(port), environment={}, port=port) as server:
        before, began = _resident(server.pid), time.monotonic()
        clients = await connect_all(crowd, port, paths, greet, kind=kind)
        speakers = await connect_all(crowd, port, says, greet, kind=kind)

        async def tell(places: Sequence[int]) -> None:
            for place in places:
                speakers[place].say(words(place))

        yield _hall(server, crowd, clients, tell, before=before, began=began)
        kill([*clients, *speakers])


def _places(companies: list[int]) -> list[int]:
    return [place for place, count in enumerate(companies) for _ in range(count)]


def _hall(server: Child, crowd: Crowd, clients: list[SocketClient], tell: Tell, *, before: int, began: float) -> Hall:
    took = time.monotonic() - began
    kib = (_resident(server.pid) - before) / 1024 / len(clients)
    return Hall(server=server, crowd=crowd, clients=clients, tell=tell, kib=kib, connected_in=took)


async def enter(client: SocketClient, token: str, *, after: int | None = None) -> None:
    """Authenticate, follow, resume, and wait until that is done."""
    client.say(f'{{"type": "auth", "token": "{token}"}}')
    client.say('{"type": "subscribe", "channels": ["messages", "conversations"]}')
    if after is not None:
        client.keeps_numbers = True
        client.say(f'{{"type": "resume", "after": {after}}}')
    client.say('{"type": "ping"}')
    await client.settled


def kill(clients: Sequence[SocketClient]) -> None:
    """Have all vanish."""
    for client in clients:
        client.kill()


def _resident(pid: int) -> int:
    pages = sum(int(Path(f"/proc/{one}/statm").read_text(encoding="ascii").split()[1]) for one in family(pid))
    return pages * resource.getpagesize()
