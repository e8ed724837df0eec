"""Somebody looks at how much there is to do."""

from application.ports.clock import Clock
from application.ports.readers.inbox_counts import InboxCounter, InboxCounts
from application.shared.actor import Actor
from domain.identity.permissions import Permission


class GetConversationStats:
    """Count the open conversations that are somebody's to see, by view. Needs conversations:read."""

    def __init__(self, *, counter: InboxCounter, clock: Clock) -> None:
        self._counter, self._clock = counter, clock

    async def __call__(self, actor: Actor) -> InboxCounts:
        """Count."""
        actor.require(Permission.CONVERSATIONS_READ)
        return await self._counter.count(actor.tenant_id, viewer=actor.viewer, now=self._clock.now())
