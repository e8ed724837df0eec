"""One item of a conversation, and what became of it."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.conversations.events import MessageSentEvent, MessageStatusEvent, MessageUpdated
from domain.conversations.message_words import reworded
from domain.shared.aggregate import Aggregate
from domain.shared.content import Content, Revoke, plain_text
from domain.shared.ids import (
    ConversationId,
    FlowSessionId,
    MessageId,
    ProviderMessageId,
    UserId,
    WhatsAppConfigId,
)
from domain.shared.message_status import MessageStatus, join
from domain.shared.referral import Referral


class Direction(StrEnum):
    """Which way it goes."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"


class SenderKind(StrEnum):
    """Who speaks."""

    CONTACT = "contact"
    BOT = "bot"
    AGENT = "agent"
    CAMPAIGN = "campaign"
    SYSTEM = "system"


class Message(Aggregate, kw_only=True, eq=False):
    """A message. `status_at` keeps the first time of every status it was told, whatever the order."""

    id: MessageId
    conversation_id: ConversationId
    whatsapp_config_id: WhatsAppConfigId
    direction: Direction
    sender: SenderKind
    content: Content
    status: MessageStatus
    created_at: datetime
    user_id: UserId | None = None
    reply_to: ProviderMessageId | None = None
    provider_message_id: ProviderMessageId | None = None
    status_at: dict[str, datetime] = msgspec.field(default_factory=dict)
    error_code: str | None = None
    error_detail: str | None = None
    flow_session_id: FlowSessionId | None = None
    effect_id: str | None = None
    edited_at: datetime | None = None
    revoked_at: datetime | None = None
    referral: Referral | None = None
    retried_as: MessageId | None = None

    @property
    def is_revoked(self) -> bool:
        """Whether its writer took it back: it is kept, and nobody is shown what it said."""
        return self.revoked_at is not None

    @property
    def shown(self) -> Content:
        """What a person is shown of it."""
        return Revoke(target=self.provider_message_id or ProviderMessageId("")) if self.is_revoked else self.content

    @property
    def words(self) -> str:
        """What a person may read of it."""
        return "" if self.is_revoked else plain_text(self.content)

    def edit(self, words: str, *, at: datetime) -> bool:
        """Take its writer's later words; say whether anything is new. Of the same second the greater text counts."""
        if self.edited_at is not None and (at, words) <= (self.edited_at, plain_text(self.content)):
            return False
        self.content, self.edited_at = reworded(self.content, words), at
        self._tell_change("edit", at=at, content=None if self.is_revoked else self.content)
        return True

    def revoke(self, *, at: datetime) -> bool:
        """Note that its writer took it back; say whether that is new. Of several the first one counts."""
        if self.revoked_at is not None and at >= self.revoked_at:
            return False
        self.revoked_at = at
        self._tell_change("revoke", at=at, content=None)
        return True

    def _tell_change(self, change: str, *, at: datetime, content: Content | None) -> None:
        self.record(
            MessageUpdated(
                conversation_id=self.conversation_id, message_id=self.id, change=change, at=at, content=content
            )
        )

    def tell_sent(self) -> None:
        """Record that we wrote it, here or from a phone."""
        self.record(
            MessageSentEvent(
                conversation_id=self.conversation_id, message_id=self.id, sender=self.sender, content=self.shown
            )
        )

    def report(
        self,
        status: MessageStatus,
        *,
        at: datetime,
        error_code: str | None = None,
        error_detail: str | None = None,
    ) -> bool:
        """Move up the lattice; say whether anything was new. Any order of the same reports gives the same row."""
        is_new = status not in self.status_at or at < self.status_at[status]
        if is_new:
            self.status_at = dict(sorted({**self.status_at, str(status): at}.items()))
        reached = join(self.status, status)
        if reached is not self.status:
            self.status = reached
            self._tell(at=at, error_code=error_code, error_detail=error_detail)
        if status is MessageStatus.FAILED and (is_new or at == self.status_at[status]):
            self._blame(error_code, error_detail, is_earliest=is_new)
        return is_new

    def _blame(self, code: str | None, detail: str | None, *, is_earliest: bool) -> None:
        """Keep the earliest failure's error; of two of the same second the greater, so that order does not matter."""
        if is_earliest or (code or "", detail or "") > (self.error_code or "", self.error_detail or ""):
            self.error_code, self.error_detail = code, detail

    def _tell(self, *, at: datetime, error_code: str | None, error_detail: str | None) -> None:
        self.record(
            MessageStatusEvent(
                conversation_id=self.conversation_id,
                message_id=self.id,
                status=self.status,
                at=at,
                error_code=error_code,
                error_detail=error_detail,
            )
        )
