"""A web service that a flow asks, and that thinks for as long as it is told to."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from application.flows.create_flow import CreateFlow, CreateFlowHandler
from application.flows.publish_flow import PublishFlowHandler
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings
from tests.faults.site import Site

_ANSWER = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{"saldo": 10}'
_KEY = re.compile(rb"(?i)\r\nidempotency-key: ([^\r]+)")


class Service:
    """Keeps the Idempotency-Key of whoever asks; while it thinks it answers nobody."""

    def __init__(self) -> None:
        self.url, self.thinks = "", True
        self.keys: list[bytes] = []

    async def was_asked(self, times: int) -> bool:
        return len(self.keys) >= times

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            found = _KEY.search(await reader.readuntil(b"\r\n\r\n"))
            self.keys.append(found[1] if found else b"")
            if self.thinks:
                await reader.read()  # until the other side is no more
            else:
                writer.write(_ANSWER)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def thinking() -> AsyncIterator[Service]:
    """Run it on a port of its own."""
    service = Service()
    server = await asyncio.start_server(service.serve, "127.0.0.1", 0)
    service.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield service


def asking(url: str) -> dict[str, object]:
    """Ask the service, then the contact, who has said their name already."""
    nodes = [
        {"id": "start", "type": "start", "data": {}},
        {"id": "ask", "type": "api_call", "data": {"method": "POST", "url": url, "timeout_seconds": 1, "save_as": "x"}},
        {"id": "name", "type": "question", "data": {"text": "Saldo {{vars.x.saldo}}. Nome?", "save_as": "nome"}},
        {"id": "bye", "type": "message", "data": {"text": "Até logo, {{vars.nome}}"}},
        {"id": "end", "type": "end", "data": {"outcome": "fim"}},
    ]
    ways = (("start", "ask", None), ("ask", "name", "success"), ("name", "bye", None), ("bye", "end", None))
    edges = [
        {"id": f"e{number}", "source": source, "target": target, **({"source_handle": handle} if handle else {})}
        for number, (source, target, handle) in enumerate(ways)
    ]
    trigger = {"type": "keyword", "keywords": ["saldo"], "match": "exact"}
    return {"name": "Saldo", "trigger": trigger, "settings": {"on_error": "transfer"}, "nodes": nodes, "edges": edges}


async def publish(site: Site, document: dict[str, object]) -> None:
    """Publish a flow of the first company."""
    container = make_container(read_settings(site.environment))
    try:
        tenant_id = site.companies[0].tenant_id
        create = await container.get(CreateFlowHandler)
        flow_id = await create.create(tenant_id, CreateFlow(document=json.dumps(document).encode()))
        await (await container.get(PublishFlowHandler)).publish(tenant_id, flow_id)
    finally:
        await container.close()
