"""Nobody who is gone has a conversation."""

from application.people.send_away import REASON, LeaveConversationsOf
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from domain.conversations.timeline import SYSTEM
from domain.identity.errors import UserNotFoundError


class LeaveConversations:
    """Done once more a moment after somebody was sent away: until then an open request of theirs could take one.

    Idempotent: it finds nothing the second time.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, job: LeaveConversationsOf) -> None:
        """Let what they have wait for others, unless they are back."""
        async with self._uow(job.tenant_id) as tx:
            try:
                if (await tx.users.get(job.user_id)).is_active:
                    return
            except UserNotFoundError:
                pass  # they were deleted
            default = await tx.departments.default()
            await tx.conversations.let_wait(
                job.user_id,
                default=None if default is None else default.id,
                reason=REASON,
                by=SYSTEM,
                at=self._clock.now(),
            )
