"""What people take for this: python-socketio on the same uvicorn, a room a company; no tokens, log or resuming."""

import argparse
import asyncio
from urllib.parse import parse_qs

import socketio
import uvicorn
import uvloop

EVENT = "message_received"

server = socketio.AsyncServer(async_mode="asgi", transports=["websocket"], logger=False)
app = socketio.ASGIApp(server)


@server.event
async def connect(sid: str, environ: dict[str, object]) -> None:
    """Put the socket into its company's room."""
    await server.enter_room(sid, parse_qs(str(environ["QUERY_STRING"]))["company"][0])


@server.on("say")
async def say(_sid: str, company: str, data: object) -> None:
    """Tell all of a company."""
    await server.emit(EVENT, data, room=company)


def main() -> None:
    """Serve until SIGTERM."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--port", type=int, required=True)
    config = uvicorn.Config(
        app,
        port=parser.parse_args().port,
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
