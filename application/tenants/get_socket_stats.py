"""Somebody looks at how many follow live, and whether all of them keep up."""

from collections import Counter

import msgspec

from application.ports.socket_stats import SocketBoard, SocketStats
from application.shared.actor import PermissionDeniedError, Person
from domain.identity.permissions import Permission
from domain.tenants.tenant import PLATFORM


class SocketReport(msgspec.Struct, frozen=True, kw_only=True):
    """All processes together. An operator sees the platform's sums and nobody's people."""

    sockets: int
    processes: int
    tenants: int
    by_user: dict[str, int]
    by_channel: dict[str, int]
    lag: int
    dropped: int


class GetSocketStats:
    """Sum up what the processes said last. Needs tenant:manage, or to be an operator."""

    def __init__(self, *, board: SocketBoard) -> None:
        self._board = board

    async def __call__(self, person: Person) -> SocketReport:
        """Give it. Raises PermissionDeniedError."""
        if person.tenant_id == PLATFORM:
            tenants = await self._board.tenants()
            said = [stats for tenant_id in tenants for stats in await self._board.of(tenant_id)]
            report = _sum(said, tenants=len(tenants))
            return msgspec.structs.replace(report, by_user={})
        if Permission.TENANT_MANAGE not in person.permissions:
            raise PermissionDeniedError(f"This needs the permission {Permission.TENANT_MANAGE.value}.")
        return _sum(await self._board.of(person.tenant_id), tenants=1)


def _sum(said: list[SocketStats], *, tenants: int) -> SocketReport:
    users: Counter[str] = Counter()
    channels: Counter[str] = Counter()
    for stats in said:
        users.update(stats.users)
        channels.update(stats.channels)
    return SocketReport(
        sockets=sum(stats.sockets for stats in said),
        processes=len(said),
        tenants=tenants,
        by_user=dict(users),
        by_channel=dict(channels),
        lag=max((stats.lag for stats in said), default=0),
        dropped=sum(stats.dropped for stats in said),
    )
