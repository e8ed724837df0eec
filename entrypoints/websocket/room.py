"""One tenant's sockets in this process, and how far they have been told."""

import asyncio
from collections import Counter

from application.ports.events import EventLog
from application.ports.realtime import NOT_STORED, LiveEvent, LiveFeed, live_event
from domain.shared.ids import TenantId, UserId
from entrypoints.websocket.connection import Connection
from entrypoints.websocket.delivery import Delivery
from entrypoints.websocket.protocol import MAX_CHANNELS, CloseCode, CloseSocketError

READ_EVENTS = 500
"""Events read from the log at a time."""
METRICS = "metrics"
MAX_SOCKETS_OF_A_USER = 30
"""Tabs and devices of one person; more is a client that reconnects without closing."""


class Room:
    """Hands each event to the sockets that follow one of its channels, each number once and in order.

    A number that does not follow the last one means that something was lost on the way: it is read from the log.
    """

    def __init__(self, tenant_id: TenantId, log: EventLog) -> None:
        self.tenant_id = tenant_id
        self.connections: set[Connection] = set()
        self._log = log
        self._position: int | None = None
        self._newest_heard = 0
        self._followers: dict[str, set[Connection]] = {}
        self._users: Counter[UserId] = Counter()
        self._reading = asyncio.Lock()
        self._is_to_be_counted = False
        self._dropped = 0

    @property
    def position(self) -> int:
        """The number of the last event that was handed out."""
        return self._position or 0

    @property
    def is_behind(self) -> bool:
        """Whether a later event was heard of than was handed out."""
        return self._position is not None and self._newest_heard > self._position

    @property
    def lag(self) -> int:
        """How many events were heard of and not yet handed out."""
        return max(0, self._newest_heard - self.position) if self._position is not None else 0

    @property
    def dropped(self) -> int:
        """How many frames slow sockets were not sent, since the room is open."""
        return self._dropped + sum(connection.outbox.dropped for connection in self.connections)

    def takes_metrics(self) -> bool:
        """Whether somebody follows the company's numbers and they may be others now; asked, they are taken as told."""
        is_due = self._is_to_be_counted and METRICS in self._followers
        if is_due:
            self._is_to_be_counted = False
        return is_due

    async def open(self, feed: LiveFeed) -> None:
        """Follow the tenant and begin at its newest event; the second call waits for the first."""
        async with self._reading:
            if self._position is None:
                await feed.follow(self.tenant_id)
                self._position = await self._log.last_number(self.tenant_id)

    def add(self, connection: Connection) -> None:
        """Let a socket in. Raises CloseSocketError when its user has too many."""
        if self._users[connection.claims.user_id] >= MAX_SOCKETS_OF_A_USER:
            raise CloseSocketError(CloseCode.TOO_FAST)
        self._users[connection.claims.user_id] += 1
        self.connections.add(connection)

    def remove(self, connection: Connection) -> None:
        """Let a socket go."""
        if connection not in self.connections:
            return
        self.connections.discard(connection)
        self._dropped += connection.outbox.dropped
        self._users[connection.claims.user_id] -= 1
        if not self._users[connection.claims.user_id]:
            del self._users[connection.claims.user_id]
        self.unsubscribe(connection, set(connection.channels))

    def subscribe(self, connection: Connection, channels: set[str]) -> bool:
        """Have a socket follow channels; False, and nothing changed, if they are too many."""
        if len(connection.channels | channels) > MAX_CHANNELS:
            return False
        connection.channels |= channels
        self._is_to_be_counted |= METRICS in channels
        for channel in channels:
            self._followers.setdefault(channel, set()).add(connection)
        return True

    def unsubscribe(self, connection: Connection, channels: set[str]) -> None:
        """Have a socket follow these channels no more."""
        connection.channels -= channels
        for channel in channels & self._followers.keys():
            self._followers[channel].discard(connection)
            if not self._followers[channel]:
                del self._followers[channel]

    def receive(self, events: list[LiveEvent]) -> None:
        """Take what came live; `is_behind` tells afterwards whether the log must be read."""
        for event in events:
            if event.number == NOT_STORED:
                self._hand_out(event)
            elif self._position is not None and event.number == self._position + 1:
                self._advance(event)
            self._newest_heard = max(self._newest_heard, event.number)

    async def catch_up(self) -> None:
        """Read from the log what did not come live."""
        async with self._reading:
            began_at = self.position
            newest = await self._log.last_number(self.tenant_id)
            if newest < began_at:  # another database, or an older state of it: numbers begin anew
                self._begin_anew(newest)
            while newest > self.position:
                events = await self._log.after(self.tenant_id, number=self.position, limit=READ_EVENTS)
                if not events:
                    break
                for event in map(live_event, events):
                    self._take_logged(event)

    def _take_logged(self, event: LiveEvent) -> None:
        if event.number == self.position + 1:
            self._advance(event)
        elif event.number > self.position:  # the log keeps events for a day only
            self._begin_anew(event.number)

    def _begin_anew(self, number: int) -> None:
        self._position = self._newest_heard = number
        for connection in self.connections:
            connection.begin_anew(number)

    def _advance(self, event: LiveEvent) -> None:
        self._position = event.number
        self._hand_out(event)

    def _hand_out(self, event: LiveEvent) -> None:
        delivery = Delivery(event)
        self._is_to_be_counted |= event.number != NOT_STORED and event.conversation_id is not None
        if event.user_ids is not None:
            followers = self.connections
        else:
            followers = set[Connection]().union(*(self._followers.get(channel, ()) for channel in delivery.channels))
        for connection in followers:
            if connection.name == event.origin:
                continue
            sight = delivery.sight(connection)
            if sight is None:
                connection.outbox.overflow()
            elif (frame := delivery.frame(sight)) is not None:
                connection.deliver(event.number, frame)
