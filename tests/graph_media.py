"""Meta's side of a customer's file: where it lies, and the file itself, honest or not."""

import base64
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from tests.contract.whatsapp.servers import serving

Send = Callable[[dict[str, Any]], Awaitable[None]]


class GraphMedia:
    """Answers every look-up with `address` and the hash of `honest`, and every download with the next of `answers`."""

    def __init__(self, honest: bytes) -> None:
        self.url = ""
        self.address = "{url}/file"
        self.honest = honest
        self.look_up_status = 200
        self.answers: list[tuple[int, bytes]] = [(200, honest)]
        self.asked: list[tuple[str, str]] = []
        """Paths, and what they were asked with."""

    async def __call__(self, scope: Any, _: object, send: Send) -> None:  # noqa: ANN401 - ASGI
        if scope["type"] != "http":
            return
        token = dict(scope["headers"]).get(b"authorization", b"").decode()
        self.asked.append((scope["path"], token))
        if scope["path"] == "/file":
            status, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        else:
            status, body = self.look_up_status, self._told()
        length = (b"content-length", str(len(body)).encode())
        await send({"type": "http.response.start", "status": status, "headers": [length]})
        await send({"type": "http.response.body", "body": body})

    def _told(self) -> bytes:
        digest = base64.b64encode(hashlib.sha256(self.honest).digest()).decode()
        if self.look_up_status != 200:
            return b'{"error": {"code": 100, "message": "Unsupported get request", "error_subcode": 33}}'
        return f'{{"url": "{self.address.format(url=self.url)}", "sha256": "{digest}", "file_size": "9"}}'.encode()


@asynccontextmanager
async def graph_with(honest: bytes) -> AsyncIterator[GraphMedia]:
    """Serve one."""
    graph = GraphMedia(honest)
    async with serving(graph) as url:
        graph.url = url
        yield graph
