"""A message that was to be sent later is not."""

from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.messages.errors import ScheduledMessageNotFoundError
from domain.shared.ids import ScheduledMessageId


class CancelScheduledMessage:
    """Cancel a scheduled message. Needs messages:send; another's needs conversations:read_all too."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, scheduled_id: ScheduledMessageId) -> None:
        """Cancel it. Raises ScheduledMessageNotFoundError, ScheduledMessageOverError."""
        actor.require(Permission.MESSAGES_SEND)
        async with self._uow(actor.tenant_id) as tx:
            scheduled = await tx.scheduled_messages.lock(scheduled_id)
            if scheduled is None or not (actor.viewer.sees_all or scheduled.created_by == actor.user_id):
                raise ScheduledMessageNotFoundError("There is no such scheduled message.")
            scheduled.cancel()
            await tx.scheduled_messages.save(scheduled)
