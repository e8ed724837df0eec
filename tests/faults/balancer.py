"""A port in front of several processes: each new connection goes to the next one that takes it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from itertools import cycle

Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def balanced(port: int, *, behind: list[int]) -> AsyncIterator[None]:
    """Pass TCP connections on; one that nobody takes is closed."""
    turns = cycle(behind)
    served: set[asyncio.Task[None]] = set()

    async def serve(here: Stream) -> None:
        for _ in behind:
            with suppress(OSError):
                there = await asyncio.open_connection("127.0.0.1", next(turns))
                return await _join(here, there)
        here[1].close()
        return None

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(serve((reader, writer)))
        served.add(task)
        task.add_done_callback(served.discard)

    server = await asyncio.start_server(begin, "127.0.0.1", port)
    try:
        yield
    finally:
        server.close()
        for task in served:
            task.cancel()
        await asyncio.gather(*served, return_exceptions=True)


async def _join(here: Stream, there: Stream) -> None:
    """Copy both ways until either side ends; then both do."""
    first = {asyncio.create_task(_copy(here[0], there[1])), asyncio.create_task(_copy(there[0], here[1]))}
    try:
        await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in first:
            task.cancel()
        for _, writer in (here, there):
            writer.close()
        await asyncio.gather(*first, return_exceptions=True)


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while piece := await reader.read(65_536):
            writer.write(piece)
            await writer.drain()
