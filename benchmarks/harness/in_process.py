"""Calls the real application in its own process: scope, receive and send by hand, so that nothing else is measured."""

import asyncio
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any
from unittest.mock import patch

import msgspec
import structlog
from litestar import Litestar

CLIENT, SERVER = ("203.0.113.7", 51_000), ("pytake.test", 443)
OK = 200


class Answer(msgspec.Struct, kw_only=True):
    """What came back."""

    status: int = 0
    headers: Sequence[tuple[bytes, bytes]] = ()
    body: bytes = b""

    def header(self, wanted: bytes) -> str:
        """Give a header's value; the empty text where there is none."""
        return next((value.decode("latin-1") for name, value in self.headers if name == wanted), "")


class Call:
    """One request that is made again and again, with each of the tokens in turn."""

    def __init__(self, app: Litestar, method: str, path: str, *tokens: str, body: bytes = b"") -> None:
        self._app, self._body = app, body
        address, _, query = path.partition("?")
        headers = [(b"host", b"pytake.test"), (b"accept", b"application/json"), (b"user-agent", b"benchmark")]
        headers += [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))] if body else []
        bearers = [[(b"authorization", f"Bearer {token}".encode())] for token in tokens] or [[]]
        self._headers = cycle([[*headers, *bearer] for bearer in bearers])
        self._scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": "https",
            "path": address,
            "raw_path": address.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "client": CLIENT,
            "server": SERVER,
        }

    async def __call__(self) -> Answer:
        """Make it."""
        answer = Answer()
        is_asked = False

        async def receive() -> dict[str, Any]:
            nonlocal is_asked
            if is_asked:
                await asyncio.get_running_loop().create_future()  # nobody hangs up
            is_asked = True
            return {"type": "http.request", "body": self._body, "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                answer.status, answer.headers = message["status"], message["headers"]
            else:
                answer.body += message.get("body", b"")

        await self._app({**self._scope, "headers": next(self._headers), "state": {}}, receive, send)  # type: ignore[arg-type]  # ASGI, by hand
        return answer


class Looped(msgspec.Struct, frozen=True, kw_only=True):
    """What a closed loop saw: how long it took, what our process used meanwhile, and each caller's last answer."""

    answered: int
    seconds: float
    cpu_seconds: float
    last: list[Answer]


async def closed_loop(call: Call, expected: bytes, *, callers: int, seconds: float) -> Looped:
    """Have callers ask, each as soon as it is answered. Every answer must be 200 with the expected body."""
    began, used = time.perf_counter(), time.process_time()
    asking = [_ask_until(call, expected, until=began + seconds) for _ in range(callers)]
    answers = await asyncio.gather(*asking)
    used, took = time.process_time() - used, time.perf_counter() - began
    return Looped(
        answered=sum(count for count, _ in answers),
        seconds=took,
        cpu_seconds=used,
        last=[answer for _, answer in answers],
    )


async def _ask_until(call: Call, expected: bytes, *, until: float) -> tuple[int, Answer]:
    count = 0
    while True:
        answer = await call()
        count += 1
        if answer.status != OK or answer.body != expected:
            raise AssertionError(f"answered {answer.status}: {answer.body[:200]!r}")
        if time.perf_counter() >= until:
            return count, answer


@contextmanager
def unseen_logs() -> Iterator[None]:
    """Write the line of each request as `pytake serve` does, where nobody sees it."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        logger = structlog.wrap_logger(
            structlog.PrintLogger(nowhere),
            processors=[
                structlog.contextvars.merge_contextvars,
                structlog.processors.add_log_level,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.JSONRenderer(),
            ],
            wrapper_class=structlog.make_filtering_bound_logger("info"),
        ).bind()
        with patch("entrypoints.http.telemetry._log", logger):
            yield
