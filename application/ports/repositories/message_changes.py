"""What is changed on messages after they were said: reactions; and changes that came before their message."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from domain.conversations.message import Message
from domain.conversations.reaction import MessageReaction
from domain.shared.ids import ConversationId, ProviderMessageId, WhatsAppConfigId
from domain.whatsapp.inbound import EchoReceived, MessageReceived

Change = MessageReceived | EchoReceived
"""An item whose content is a reaction, an edit or a revoke."""


class MessageChanges(Protocol):
    """Keeps reactions, edited and revoked messages, and what still waits for its message."""

    async def react(self, reaction: MessageReaction, *, conversation_id: ConversationId) -> bool:
        """Write a reaction and its event; False, and nothing written, when a later one is there already."""
        ...

    async def amend(self, message: Message) -> None:
        """Write a message's other words, or that it was taken back, and events. Raises StaleVersionError."""
        ...

    async def park(self, item: Change, *, target: ProviderMessageId, config_id: WhatsAppConfigId, at: datetime) -> None:
        """Keep a change whose message is not known yet."""
        ...

    async def take(self, targets: Collection[ProviderMessageId], *, config_id: WhatsAppConfigId) -> list[Change]:
        """Take out the changes that waited for these messages, in the order in which they came."""
        ...

    async def take_found(self, *, limit: int) -> list[tuple[WhatsAppConfigId, Change]]:
        """Take out changes whose message is known by now, and was not when they were looked for."""
        ...

    async def take_late(self, *, before: datetime, limit: int) -> list[tuple[WhatsAppConfigId, Change]]:
        """Take out changes that have waited since before this for a message that never came."""
        ...
