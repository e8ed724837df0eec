"""How long a request may take: its body must come, and its answer begin, before the deadline."""

import asyncio
from types import TracebackType
from typing import Any, Self

from litestar.types import HTTPReceiveMessage, Receive, WebSocketReceiveMessage

from entrypoints.http.guards.errors import BodyTooSlowError, RequestTimeoutError

HEAVY_FACTOR = 4
"""Exports and uploads may take this many times longer."""


def seconds_for(opt: dict[str, Any], *, usual: float) -> float:
    """Give how long a route may take."""
    return usual * HEAVY_FACTOR if opt.get("heavy") or opt.get("slow") else usual


class Deadline:
    """Ends a request that takes too long: its transaction rolls back, as its task is cancelled within.

    The block raises BodyTooSlowError while the caller was awaited, else RequestTimeoutError.
    """

    def __init__(self, seconds: float, receive: Receive) -> None:
        self._timeout = asyncio.timeout(seconds)
        self._receive = receive
        self._awaits_caller = False

    async def receive(self) -> HTTPReceiveMessage | WebSocketReceiveMessage:
        """Pass a piece of the body on, knowing that it is awaited."""
        self._awaits_caller = True
        message = await self._receive()
        self._awaits_caller = False
        return message

    async def __aenter__(self) -> Self:
        """Begin."""
        await self._timeout.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End, and tell why it had to."""
        try:
            await self._timeout.__aexit__(kind, error, trace)
        except TimeoutError as late:
            if not self._timeout.expired():
                raise
            if self._awaits_caller:
                raise BodyTooSlowError("The request did not come in whole.") from late
            raise RequestTimeoutError("It took too long.") from late
