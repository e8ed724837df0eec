"""Send intents: what is to be sent, and how far each has got. A settled intent is gone."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Protocol

import msgspec

from domain.conversations.message import Message
from domain.shared.content import Content
from domain.shared.ids import ContactId, ConversationId, MessageId, ProviderMessageId, WhatsAppConfigId


class IntentState(StrEnum):
    """`submitting`: committed before the request opens. `unknown`: its outcome is; see crash-safe sending."""

    QUEUED = "queued"
    SUBMITTING = "submitting"
    UNKNOWN = "unknown"


class Priority(StrEnum):
    """Replies go before bulk."""

    REPLY = "reply"
    BULK = "bulk"


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    """One message to send. `address` names the recipient's lane; `wa_id` or `user_id` is where it goes.

    `attempts` counts requests opened, `unknowns` how often the outcome of one stayed unknown.
    """

    message_id: MessageId
    conversation_id: ConversationId
    contact_id: ContactId
    config_id: WhatsAppConfigId
    address: str
    wa_id: str | None = None
    user_id: str | None = None
    priority: Priority = Priority.REPLY
    state: IntentState = IntentState.QUEUED
    not_before: datetime
    attempts: int = 0
    unknowns: int = 0
    submitted_at: datetime | None = None


class Sendable(msgspec.Struct, frozen=True, kw_only=True):
    """An intent whose turn has come, with what it needs to be sent.

    `is_overruled`: it is the bot's, and a person has the conversation by now.
    """

    intent: Intent
    content: Content
    reply_to: ProviderMessageId | None
    window_expires_at: datetime | None
    is_overruled: bool = False


class OutboundRepository(Protocol):
    """Keeps the intents of a number; a contact's intents are sent one after the other."""

    async def queue(self, message: Message, intent: Intent) -> None:
        """Write a new message of ours, its events, and the intent to send it."""
        ...

    async def get(self, message_id: MessageId) -> Intent | None:
        """Load an intent, for changing it, if it is not settled."""
        ...

    async def next_sendable(self, config_id: WhatsAppConfigId, *, now: datetime, limit: int) -> list[Sendable]:
        """Read those whose turn has come: replies before bulk, oldest first, at most one a contact.

        A contact with one in `submitting` or `unknown` is left out: order before speed.
        """
        ...

    async def next_due(self, config_id: WhatsAppConfigId, *, now: datetime) -> datetime | None:
        """When the number should be looked at again: the earliest `not_before`, or an unknown one's decision."""
        ...

    async def mark_submitting(self, message_ids: list[MessageId], *, now: datetime) -> list[MessageId]:
        """Note, before any request is opened, that these are going out; gives those that were still queued."""
        ...

    async def spend_day(
        self, config_id: WhatsAppConfigId, *, limit: int, wanted: int, now: datetime
    ) -> tuple[int, datetime]:
        """Count sends of a number's day, the tenant's own, as far as `limit` allows; give how many, and its end."""
        ...

    async def save(self, intent: Intent) -> None:
        """Write state, not_before, attempts, unknowns and submitted_at."""
        ...

    async def settle(self, message_id: MessageId) -> bool:
        """Remove an intent; False if it was settled already."""
        ...

    async def settle_all(self, message_ids: Collection[MessageId]) -> set[MessageId]:
        """Remove intents; gives those that were not settled already."""
        ...

    async def cancel_queued(self, conversation_id: ConversationId, *, sender: str) -> list[MessageId]:
        """Remove the queued intents of a conversation whose message has this sender (a bot that was overruled)."""
        ...

    async def in_doubt(self, config_id: WhatsAppConfigId, *, address: str) -> list[Intent]:
        """Give those to one recipient in `submitting` or `unknown`, without locking them: one at most, as a rule."""
        ...

    async def orphans(self, config_id: WhatsAppConfigId) -> list[Intent]:
        """Give those in `submitting` or `unknown`: after a lease is taken, nobody is submitting them any more."""
        ...
