"""Run the simulator: `python -m simulator --port 8001 --webhook-url http://127.0.0.1:8000/...`."""

import argparse
import logging
import sys

from simulator.server import SimulatorServer
from simulator.settings import SimulatorSettings


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="simulator", description="A WhatsApp Cloud API in one process.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8001)
    parser.add_argument("--public-url", default=None, help="how others reach it (default: host and port)")
    parser.add_argument("--webhook-url", default=None, help="where webhooks go")
    parser.add_argument("--manual-read", action="store_true", help="blue ticks only when a chat is opened")
    return parser.parse_args()


def main() -> None:
    """Serve until interrupted."""
    given = _arguments()
    settings = SimulatorSettings(
        host=given.host,
        port=given.port,
        public_url=given.public_url or f"http://{given.host}:{given.port}",
        webhook_url=given.webhook_url,
        auto_read=not given.manual_read,
    )
    logging.getLogger("httpx").setLevel(logging.WARNING)
    sys.stdout.write(f"WhatsApp simulator: {settings.public_url}\n")
    sys.stdout.flush()
    SimulatorServer(settings).run()


if __name__ == "__main__":
    main()
