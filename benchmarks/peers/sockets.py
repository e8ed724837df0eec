"""The limit: sockets on uvicorn as PyTake's are, in groups by path, each told what one sender says, and nothing else.

No tenants, tokens, channels, visibility, bounds, numbers or resuming: `python -m benchmarks.peers.sockets --port 9001`.
"""

import argparse
import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import uvicorn
import uvloop

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_groups: dict[str, set[Send]] = defaultdict(set)


async def app(scope: Message, receive: Receive, send: Send) -> None:
    """Hold a socket; what comes on `/say/<group>` goes to all of that group."""
    if scope["type"] != "websocket":
        return
    await receive()
    await send({"type": "websocket.accept"})
    _, kind, group = scope["path"].split("/")
    if kind == "hear":
        _groups[group].add(send)
    try:
        while (message := await receive())["type"] == "websocket.receive":
            if kind == "say":
                await asyncio.gather(
                    *(one({"type": "websocket.send", "text": message["text"]}) for one in _groups[group])
                )
    finally:
        _groups[group].discard(send)


def main() -> None:
    """Serve until SIGTERM."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--port", type=int, required=True)
    port = parser.parse_args().port
    config = uvicorn.Config(
        app,
        port=port,
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
    )
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(uvicorn.Server(config).serve())


if __name__ == "__main__":
    main()
