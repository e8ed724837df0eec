"""A web service that answers what it is told to, and the hands that make the calls which lie in the jobs."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import msgspec

from adapters.fetching.api_calls import HttpApiCalls, new_api_client
from application.calls.perform_call import PerformCall, PerformCallHandler
from application.ports.api_calls import ApiCalls
from tests.contract.fetching.wire import said
from tests.integration.spine import flows
from tests.integration.spine.flows import Document, ends, says
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
FOUND = said(body=b'{"saldo": 10}', Content_Type="application/json")
_TAKE = "DELETE FROM platform.jobs WHERE entrypoint = 'perform_call' RETURNING payload"
_KEY = re.compile(rb"(?i)\r\nidempotency-key: ([^\r]+)")


class Outside:
    """What the service was asked. `answers` are given in order, the last one for ever; None is silence."""

    def __init__(self) -> None:
        self.url = ""
        self.answers: list[bytes | None] = [FOUND]
        self.asked: list[bytes] = []
        self.when_asked: Callable[[], Awaitable[None]] | None = None

    @property
    def keys(self) -> list[str]:
        """The Idempotency-Key of each request."""
        return [found[1].decode() for found in map(_KEY.search, self.asked) if found is not None]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: *([0-9]+)", head)
            self.asked.append(head + await reader.readexactly(int(length[1]) if length else 0))
            if self.when_asked is not None:
                await self.when_asked()
            answer = self.answers[min(len(self.asked), len(self.answers)) - 1]
            if answer is None:
                await reader.read()  # until the other side hangs up
            else:
                writer.write(answer)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def outside_at() -> AsyncIterator[tuple[Outside, ApiCalls]]:
    """Run it, and give what asks it."""
    service = Outside()
    server = await asyncio.start_server(service.serve, "127.0.0.1", 0)
    service.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server, new_api_client() as client:
        yield service, HttpApiCalls(client, trusted=[service.url])


def asks_outside(url: str, *, after: Document | None = None, **data: object) -> Document:
    """Ask, and say what was answered; or that it was not."""
    call = {"id": "call", "type": "api_call", "data": {"url": url, "mapping": {"saldo": "body.saldo"}, **data}}
    return flows.flow(
        call,
        after or says("Saldo {{vars.saldo}}", node_id="found"),
        says("Tente depois", node_id="failed"),
        ends(),
        edges=(
            ("start", "call", None),
            ("call", (after or {"id": "found"})["id"], "success"),
            ("call", "failed", "error"),
            ((after or {"id": "found"})["id"], "end", None),
            ("failed", "end", None),
        ),
    )


async def jobs(spine: Spine) -> list[PerformCall]:
    """Take the calls that lie in the jobs, whenever they are due."""
    return [msgspec.json.decode(row[0], type=PerformCall) for row in await spine.owner.fetch(_TAKE)]


async def perform(spine: Spine, *, rounds: int = 1, pause: timedelta = timedelta(minutes=1)) -> None:
    """Make the calls; between two rounds some time goes by."""
    handler = await spine.container.get(PerformCallHandler)
    for number in range(rounds):
        if number:
            await spine.advance(pause)
        for job in await jobs(spine):
            await handler(job)
    await spine.drain()


async def begin(spine: Spine, document: Document) -> None:
    """Let the customer write; the flow asks."""
    await spine.run(document)
    await spine.says(PHONE, "oi")
    await spine.drain()
