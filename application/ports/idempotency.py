"""Idempotency keys: the same request sent twice is done once, and answered twice."""

from datetime import datetime
from typing import Protocol

import msgspec

from domain.shared.errors import ConflictError
from domain.shared.ids import TenantId


class KeyReusedError(ConflictError):
    """The key was sent with another request before."""

    code = "IDEMPOTENCY_KEY_REUSED"


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """A request with a key. `scope` says whose key it is and for which route; `fingerprint` what the request asks."""

    tenant_id: TenantId
    scope: str
    key: str
    fingerprint: bytes


class KeptAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What the first try was answered."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes


class Begun(msgspec.Struct, frozen=True, kw_only=True):
    """The attempt is ours to make; `since` proves it when it ends."""

    since: datetime


class Running(msgspec.Struct, frozen=True, kw_only=True):
    """Another one makes it now."""


class Idempotency(Protocol):
    """Remembers attempts for a day. An attempt that never ended may be made again after its lease."""

    async def begin(self, attempt: Attempt, *, lease_seconds: float) -> Begun | Running | KeptAnswer:
        """Begin, or give what there is. Raises KeyReusedError, UnavailableError."""
        ...

    async def finish(self, attempt: Attempt, begun: Begun, answer: KeptAnswer) -> None:
        """Keep the answer, sealed; nothing happens when the lease was over and another one has begun."""
        ...

    async def give_up(self, attempt: Attempt, begun: Begun) -> None:
        """Let the next one begin at once."""
        ...

    async def forget_expired(self) -> int:
        """Delete what is too old to be answered again; give how many."""
        ...
