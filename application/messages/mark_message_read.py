"""Somebody lets a contact know that their message was read."""

from application.messages.seen_message import lock_seen
from application.ports.clock import Clock
from application.ports.receipts import show_read
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.conversations.message import Direction
from domain.identity.permissions import Permission
from domain.messages.errors import NotReceivedError
from domain.shared.ids import MessageId
from domain.shared.message_status import MessageStatus


class MarkMessageRead:
    """Mark a received message as read. Needs conversations:read. Marking it again changes and tells nothing."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, message_id: MessageId) -> None:
        """Note when, and have the provider told. Raises MessageNotFoundError, NotReceivedError."""
        actor.require(Permission.CONVERSATIONS_READ)
        async with self._uow(actor.tenant_id) as tx:
            message, _ = await lock_seen(tx, actor, message_id)
            if message.direction is not Direction.INBOUND:
                raise NotReceivedError("Only what a contact wrote is marked as read here.")
            if MessageStatus.READ in message.status_at:
                return
            message.report(MessageStatus.READ, at=self._clock.now())
            await tx.messages.save(message)
            if message.provider_message_id is not None:
                show_read(tx, message.id)
