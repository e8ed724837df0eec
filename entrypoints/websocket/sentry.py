"""Looks after the sockets that are open: whose session has ended, or whose rights are others now."""

import asyncio
import logging
from itertools import islice

import structlog

from application.ports.standing import Standings
from domain.shared.errors import UnavailableError
from entrypoints.logs import place_of
from entrypoints.websocket.admission import may_follow
from entrypoints.websocket.hub import Hub
from entrypoints.websocket.protocol import CloseCode

LOOK_SECONDS = 1.0
"""With the second that standings are remembered, other rights count after two."""
AT_ONCE = 500
"""Sessions asked for together: one command to Redis, one statement to the database."""

_log = structlog.get_logger(__name__)


class Sentry:
    """Walks by all sockets of the process; while nobody can tell who counts, they stay."""

    def __init__(self, *, hub: Hub, standings: Standings) -> None:
        self._hub, self._standings = hub, standings
        self._walking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin, in the background."""
        self._walking = asyncio.create_task(self._walk())

    async def stop(self) -> None:
        """End."""
        if self._walking is not None:
            self._walking.cancel()
            await asyncio.gather(self._walking, return_exceptions=True)

    async def look(self) -> None:
        """Look at each socket once. Raises UnavailableError."""
        waiting = iter(self._hub.connections)
        while some := list(islice(waiting, AT_ONCE)):
            sessions = await self._standings.sessions({one.claims.session_id for one in some})
            tenants = {one: await self._standings.tenant(one) for one in {one.claims.tenant_id for one in some}}
            for connection in some:
                session = sessions.get(connection.claims.session_id)
                if session is None:
                    connection.close(CloseCode.UNAUTHENTICATED)
                elif not may_follow(session, tenants[session.tenant_id], ip=connection.ip):
                    connection.close(CloseCode.FORBIDDEN)
                else:
                    connection.allow(session.permissions, session.departments)

    async def _walk(self) -> None:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001  # whatever it is, the next look tries again
                level = logging.WARNING if isinstance(error, UnavailableError) else logging.ERROR
                _log.log(level, "sockets_unwatched", error=type(error).__name__, at=place_of(error))
