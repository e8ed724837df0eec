"""A conversation is looked at again later."""

from datetime import datetime, timedelta

import msgspec

from application.conversations.change_conversation import ChangeConversation
from application.conversations.wake_conversation import WakeConversation
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ConversationId

LONGEST_SNOOZE = timedelta(days=366)
"""Next year's invoice; later than that is a calendar's matter."""


class SnoozeConversation(msgspec.Struct, frozen=True, kw_only=True):
    """Let it sleep until then; None is until the contact writes."""

    conversation_id: ConversationId
    until: datetime | None = None


class SnoozeConversationHandler:
    """Let a conversation sleep. Needs conversations:handle. A message of the contact wakes it in any case."""

    def __init__(self, *, change: ChangeConversation) -> None:
        self._change = change

    async def __call__(self, actor: Actor, command: SnoozeConversation) -> None:
        """Snooze it. Raises ConversationNotFoundError, InvalidError, ConversationResolvedError, StaleVersionError."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        async with self._change(actor, command.conversation_id) as change:
            change.conversation.snooze(until=command.until, by=change.by, now=change.now)
            if command.until is not None:
                sleep = command.until - change.now
                _require_sensible(sleep)
                wake = WakeConversation(tenant_id=actor.tenant_id, conversation_id=command.conversation_id)
                change.tx.jobs.put(wake, after=sleep)


def _require_sensible(sleep: timedelta) -> None:
    if not timedelta() < sleep <= LONGEST_SNOOZE:
        wrong = ErrorDetail(
            field="until",
            message="in the future, and at most {days} days from now",
            values={"days": LONGEST_SNOOZE.days},
        )
        raise InvalidError("It cannot sleep until then.", details=(wrong,))
