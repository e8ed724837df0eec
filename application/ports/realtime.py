"""What the sockets are told, and how it reaches the processes that hold them."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.ports.events import NumberedEvent
from domain.conversations.audience import Audience
from domain.shared.ids import ConversationId, TenantId, UserId

NOT_STORED = 0
"""The number of a signal such as typing: it has no place in the tenant's order and is not repeated."""


class LiveEvent(msgspec.Struct, frozen=True, array_like=True):
    """One frame on its way to a tenant's sockets, encoded once, with what is needed to choose among them.

    `origin` names the socket that caused it, which is not told; `audience` says for whose eyes it is, where it is about
    a conversation; an event with `user_ids` is for these people only, whatever they follow. What is new comes last:
    processes of the version before and after read each other's.
    """

    number: int
    type: str
    conversation_id: ConversationId | None
    frame: bytes
    origin: str | None = None
    audience: Audience | None = None
    user_ids: tuple[UserId, ...] | None = None


NAMES_ITS_PEOPLE = frozenset({"notification", "import_progress"})
"""Types of events whose data tell in `user_ids` for whom they are."""


class _Named(msgspec.Struct, frozen=True):
    user_ids: tuple[UserId, ...] | None = None


class _Frame(msgspec.Struct, frozen=True, kw_only=True):
    type: str
    id: int | None
    at: datetime
    data: msgspec.Raw


def live_event(event: NumberedEvent) -> LiveEvent:
    """Encode an event as `{"type": "message_received", "id": 918274, "at": "…", "data": {…}}`."""
    frame = server_frame(event.type, at=event.at, number=event.number, data=event.data)
    names = msgspec.json.decode(event.data, type=_Named).user_ids if event.type in NAMES_ITS_PEOPLE else None
    return LiveEvent(event.number, event.type, event.conversation_id, frame, audience=event.audience, user_ids=names)


def server_frame(kind: str, *, at: datetime, number: int | None, data: msgspec.Raw) -> bytes:
    """Encode any frame that a socket is sent."""
    return msgspec.json.encode(_Frame(type=kind, id=number, at=at, data=data))


class Signals(Protocol):
    """Tells all sockets of a tenant something that is not stored: who is typing, who is away."""

    async def send(self, tenant_id: TenantId, signal: LiveEvent) -> None:
        """Tell all gateways. Never raises; a signal may be lost."""
        ...


class LiveListener(Protocol):
    """Is told what arrives; neither method may wait for anything."""

    def receive(self, tenant_id: TenantId, events: list[LiveEvent]) -> None:
        """Take a tenant's events, in order; some may be missing before them."""
        ...

    def reconnected(self) -> None:
        """Know that anything may have been missed until now."""
        ...


class LiveFeed(Protocol):
    """One process's subscription to the tenants whose sockets it holds; comes back by itself when it is cut."""

    @property
    def is_alive(self) -> bool:
        """Whether it is connected now."""
        ...

    async def start(self, listener: LiveListener) -> None:
        """Begin, in the background."""
        ...

    async def stop(self) -> None:
        """End."""
        ...

    async def follow(self, tenant_id: TenantId) -> None:
        """Subscribe to a tenant: whatever is published after this returns is received while `is_alive`."""
        ...

    async def unfollow(self, tenant_id: TenantId) -> None:
        """Unsubscribe."""
        ...
