"""Serve a peer exactly as PyTake is served: `python -m benchmarks.peers.serve bare --port 9001`."""

import argparse
import asyncio
import importlib

import uvicorn
import uvloop


def main() -> None:
    """Serve until SIGTERM."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("peer", choices=["bare", "fastapi_orm"])
    parser.add_argument("--port", type=int, required=True)
    given = parser.parse_args()
    app = importlib.import_module(f"benchmarks.peers.{given.peer}").app
    config = uvicorn.Config(
        app,
        port=given.port,
        http="httptools",
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
    )
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(uvicorn.Server(config).serve())


if __name__ == "__main__":
    main()
