"""Messages, and statuses that came before their message."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from domain.conversations.message import Message
from domain.shared.ids import ConversationId, MessageId, ProviderMessageId, WhatsAppConfigId
from domain.whatsapp.inbound import ContactItem, NoticeReceived, StatusChanged


class MessageRepository(Protocol):
    """Keeps messages. A provider's id names one message per number."""

    async def add(self, message: Message) -> bool:
        """Write a new message and its events; False, and nothing written, if the provider's id is there already."""
        ...

    async def claim_name(
        self, message_id: MessageId, *, provider_message_id: ProviderMessageId, config_id: WhatsAppConfigId
    ) -> bool:
        """Keep the provider's id for a message that this transaction will add; False if a message has it already."""
        ...

    def is_awaited(self, message_id: MessageId) -> bool:
        """Whether its claim saw that changes wait for the message (`tx.message_changes`)."""
        ...

    async def get(self, message_id: MessageId) -> Message | None:
        """Load a message."""
        ...

    async def lock(self, message_id: MessageId) -> Message | None:
        """Load a message for changing it; others who want to change it wait."""
        ...

    async def lock_by_provider_id(
        self, provider_message_id: ProviderMessageId, *, config_id: WhatsAppConfigId
    ) -> Message | None:
        """Load a message for changing it, by the provider's name of it."""
        ...

    async def lock_all(self, message_ids: Collection[MessageId]) -> list[Message]:
        """Load messages for changing them, locked in the order of their ids."""
        ...

    async def save(self, message: Message) -> None:
        """Write status, times, provider's id, error, and events."""
        ...

    async def save_all(self, messages: Sequence[Message]) -> None:
        """Do the same for several whose provider's ids are kept already."""
        ...

    async def latest_inbound(self, conversation_id: ConversationId) -> Message | None:
        """Load the last message of the contact's that the provider has a name for."""
        ...

    async def latest(self, conversation_id: ConversationId, *, limit: int) -> list[Message]:
        """Load the last messages of a conversation, the oldest of them first."""
        ...

    async def latest_outbound(self, conversation_id: ConversationId) -> Message | None:
        """Load the last message of ours."""
        ...

    async def mark_retried(self, message_id: MessageId, *, retried_as: MessageId) -> None:
        """Note, on a locked message that failed, which one was sent in its place."""
        ...

    async def name_all(self, messages: Sequence[Message]) -> None:
        """Keep the provider's ids of messages; whoever looks for one of them waits for our transaction."""
        ...

    async def park_status(self, status: StatusChanged, *, config_id: WhatsAppConfigId, at: datetime) -> None:
        """Keep a status whose message is not known yet."""
        ...

    async def take_parked(
        self, provider_message_ids: Collection[ProviderMessageId], *, config_id: WhatsAppConfigId
    ) -> list[ContactItem]:
        """Take out the statuses and changes that waited for these messages, which have their names by now."""
        ...

    async def take_late(self, *, before: datetime, limit: int) -> list[tuple[WhatsAppConfigId, StatusChanged]]:
        """Take out statuses that have waited since before this for a message that never came."""
        ...

    async def keep_notice(self, notice: NoticeReceived, *, config_id: WhatsAppConfigId, at: datetime) -> None:
        """Keep a notice about the account or the number as it came."""
        ...
