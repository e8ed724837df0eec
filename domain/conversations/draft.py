"""What somebody began to write and has not sent, wherever they go on with it."""

from datetime import datetime

import msgspec

from domain.shared.ids import ConversationId, ProviderMessageId, UserId

MAX_DRAFT = 4_096
"""WhatsApp's longest text."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A draft, one for each person and conversation; `reply_to` quotes a message by the provider's id."""

    conversation_id: ConversationId
    user_id: UserId
    body: str
    reply_to: ProviderMessageId | None
    updated_at: datetime
