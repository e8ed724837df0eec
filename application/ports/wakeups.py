"""Hints that there is work; they may be lost, for workers also look by themselves."""

from collections.abc import Collection
from typing import Protocol

from application.ports.lanes import LaneKind


class Wakeups(Protocol):
    """Nudges workers after a commit, and lets a worker wait for a nudge."""

    async def nudge(self, kinds: Collection[LaneKind]) -> None:
        """Say that lanes of these kinds are due. Never raises."""
        ...

    async def nudge_relay(self) -> None:
        """Say that there are events to publish. Never raises."""
        ...
