"""One socket as its tenant's room sees it."""

import asyncio
import hashlib
from uuid import uuid4

from application.ports.realtime import NOT_STORED
from application.ports.tokens import AccessClaims
from domain.conversations.visibility import Viewer
from domain.identity.permissions import Permission
from domain.shared.ids import DepartmentId
from entrypoints.websocket.outbox import Outbox, OutFrame
from entrypoints.websocket.protocol import CloseCode

MAX_SEEN = 256
"""Live events remembered until the client resumes, which it does at once or not at all."""


def _viewer(claims: AccessClaims, permissions: frozenset[Permission], departments: frozenset[DepartmentId]) -> Viewer:
    sees_all = Permission.CONVERSATIONS_READ_ALL in permissions
    return Viewer(user_id=claims.user_id, departments=departments, sees_all=sees_all)


class Connection:
    """Who it is, what it follows, what waits for it, and whether it must be closed."""

    def __init__(
        self,
        claims: AccessClaims,
        outbox: Outbox,
        *,
        permissions: frozenset[Permission] = frozenset(),
        departments: frozenset[DepartmentId] = frozenset(),
        ip: str | None = None,
    ) -> None:
        self.name = uuid4().hex
        self.claims = claims
        self.permissions = permissions
        self.viewer = _viewer(claims, permissions, departments)
        self.ip = ip
        self.outbox = outbox
        self.channels: set[str] = set()
        self._begins_after = 0
        self._is_replaying = False
        self._seen: set[int] | None = set()
        self._closing: asyncio.Future[CloseCode] = asyncio.get_running_loop().create_future()

    @property
    def sight(self) -> str:
        """Name what its holder may see, for the client to notice when that was changed while it was away."""
        told = [self.viewer.sees_all, *map(str, sorted(self.viewer.departments))]
        return hashlib.blake2b(repr(told).encode(), digest_size=6).hexdigest()

    def allow(self, permissions: frozenset[Permission], departments: frozenset[DepartmentId]) -> None:
        """Go by other rights from now on; who may see other conversations than before is told to read all anew."""
        viewer = _viewer(self.claims, permissions, departments)
        self.permissions = permissions
        if viewer != self.viewer:
            self.viewer = viewer
            self.outbox.overflow()

    def begin_after(self, number: int) -> None:
        """Take only live events after this number."""
        self._begins_after = max(self._begins_after, number)

    def begin_anew(self, number: int) -> None:
        """Forget what was before: numbers are counted from this one on, and the client is told to resync."""
        self._begins_after = number
        self._seen = None
        self.outbox.overflow()

    def deliver(self, number: int, frame: OutFrame) -> None:
        """Queue a live event, unless a replay brings it or has brought it."""
        if number == NOT_STORED:
            self.outbox.offer(frame)
        elif number > self._begins_after and not self._is_replaying:
            self._remember(number)
            self.outbox.put(frame)

    def begin_replay(self) -> None:
        """Leave stored events to the replay from now on."""
        self._is_replaying = True

    def end_replay(self, number: int) -> None:
        """Take live events again, those after `number`."""
        self._is_replaying = False
        self._seen = None
        self.begin_after(number)

    def has_seen(self, number: int) -> bool:
        """Whether this event came live before the client resumed."""
        return self._seen is not None and number in self._seen

    def close(self, code: CloseCode) -> None:
        """Have the socket closed; the first reason counts."""
        if not self._closing.done():
            self._closing.set_result(code)

    @property
    def closing(self) -> asyncio.Future[CloseCode]:
        """Done when it must be closed, with the code."""
        return self._closing

    def _remember(self, number: int) -> None:
        if self._seen is None:
            return
        self._seen.add(number)
        if len(self._seen) > MAX_SEEN:
            self._seen = None
