"""What the processes that hold sockets say of them, a few seconds old at most."""

from collections.abc import Mapping
from typing import Protocol

import msgspec

from domain.shared.ids import TenantId


class SocketStats(msgspec.Struct, frozen=True, kw_only=True):
    """One company's sockets in one process.

    `lag` is how many events it has heard of and not yet handed out; `dropped` how many frames slow sockets were not
    sent, being told to read all anew instead.
    """

    sockets: int = 0
    users: dict[str, int] = {}
    channels: dict[str, int] = {}
    lag: int = 0
    dropped: int = 0


class SocketBoard(Protocol):
    """Gathers what the processes say; what was not said again for some seconds does not count. Never raises."""

    async def report(self, process: str, stats: Mapping[TenantId, SocketStats]) -> None:
        """Say what one process holds."""
        ...

    async def of(self, tenant_id: TenantId) -> list[SocketStats]:
        """Give what each process holds of a company's."""
        ...

    async def tenants(self) -> list[TenantId]:
        """Give the companies of which anybody holds sockets."""
        ...
