"""An emoji that somebody set under a message. WhatsApp shows one of each side."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.conversations.events import MessageUpdated
from domain.shared.ids import ConversationId, MessageId, UserId


class Side(StrEnum):
    """Whose it is."""

    CONTACT = "contact"
    BUSINESS = "business"


class MessageReaction(msgspec.Struct, frozen=True, kw_only=True):
    """What a side shows under a message since `at`; None is nothing, as it was taken off.

    Of two the later counts, whatever comes first; of two of the same second the one that takes it off, else the
    greater emoji: WhatsApp tells times in seconds, and the same reactions must end the same in any order.
    """

    message_id: MessageId
    side: Side
    emoji: str | None
    at: datetime
    user_id: UserId | None = None

    def told(self, conversation_id: ConversationId) -> MessageUpdated:
        """Tell of it."""
        return MessageUpdated(
            conversation_id=conversation_id,
            message_id=self.message_id,
            change="reaction",
            at=self.at,
            side=self.side,
            emoji=self.emoji,
            user_id=self.user_id,
        )
