"""How fast one may call the API: buckets that fill again with time, shared by all processes."""

from collections.abc import Sequence
from typing import Protocol

import msgspec


class Bucket(msgspec.Struct, frozen=True, kw_only=True):
    """A caller's allowance: so many at once, and so many a second from then on. `key` names the caller by id."""

    key: str
    per_second: float
    burst: int


class Allowance(msgspec.Struct, frozen=True, kw_only=True):
    """What the tightest bucket says: how many it holds, how many are left in it, in how many seconds it is full.

    `retry_after` is None when the request may pass; else the seconds after which one would.
    """

    limit: int
    remaining: int
    reset: float
    retry_after: float | None = None


class RequestLimits(Protocol):
    """Takes requests out of buckets; safe (slower, never faster) when the store is away, so it never fails."""

    async def take(self, buckets: Sequence[Bucket]) -> Allowance:
        """Take one request out of every bucket, or out of none when one of them is empty. At least one bucket."""
        ...
