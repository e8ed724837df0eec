"""What is told of a conversation that its person left, where many are left in one statement."""

from datetime import datetime

import msgspec

from adapters.postgres.connection import Row
from domain.conversations.conversation import ConversationStatus, Handler
from domain.conversations.events import ConversationUpdated
from domain.conversations.timeline import By, TimelineEntry, TimelineKind
from domain.conversations.transfer import ConversationTransfer, Hands
from domain.shared.ids import ContactId, ConversationId, UserId


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What `Conversation.hand_to_people` would have told."""

    event: ConversationUpdated
    entry: TimelineEntry
    transfer: ConversationTransfer


def left_waiting(row: Row, *, user_id: UserId, reason: str, by: By, at: datetime) -> Told:
    """Tell of one; the row has its id, contact, department, and the department that it had."""
    conversation_id = ConversationId(row["id"])
    department_id = row["department_id"]
    return Told(
        event=ConversationUpdated(
            conversation_id=conversation_id,
            status=ConversationStatus.WAITING,
            handler=Handler.NONE,
            department_id=department_id,
            reason=reason,
        ),
        entry=TimelineEntry(
            kind=TimelineKind.WAITING,
            contact_id=ContactId(row["contact_id"]),
            conversation_id=conversation_id,
            by=by,
            at=at,
            data={"to_user": None, "to_department": department_id, "to_bot": False, "reason": reason},
        ),
        transfer=ConversationTransfer(
            conversation_id=conversation_id,
            before=Hands(user=user_id, department=row["had_department"]),
            after=Hands(department=department_id),
            reason=reason,
            by=by,
            at=at,
        ),
    )
