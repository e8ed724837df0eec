"""One thread between a contact and a number: who is on it, since when, and whether it may be written to."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from domain.conversations.errors import ConversationResolvedError
from domain.conversations.events import ConversationAssigned, ConversationCreated, ConversationUpdated
from domain.shared.aggregate import Aggregate
from domain.shared.ids import ContactId, ConversationId, DepartmentId, UserId, WhatsAppConfigId

SERVICE_WINDOW = timedelta(hours=24)
"""Meta: free-form messages may be sent for 24 h from the contact's last message."""

PREVIEW_LENGTH = 200
"""What the inbox shows of the last message; a line on the widest screen."""


class ConversationStatus(StrEnum):
    """`active`: a bot or an agent is on it; `waiting`: for a person."""

    ACTIVE = "active"
    WAITING = "waiting"
    RESOLVED = "resolved"
    ARCHIVED = "archived"


class Handler(StrEnum):
    """Who answers."""

    BOT = "bot"
    AGENT = "agent"
    NONE = "none"


class Conversation(Aggregate, kw_only=True, eq=False):
    """A conversation. At most one unresolved exists per contact and number (a unique index holds it)."""

    id: ConversationId
    contact_id: ContactId
    whatsapp_config_id: WhatsAppConfigId
    status: ConversationStatus
    handler: Handler
    created_at: datetime
    assigned_to: UserId | None = None
    department_id: DepartmentId | None = None
    needs_attention: bool = False
    unread_count: int = 0
    window_expires_at: datetime | None = None
    last_inbound_at: datetime | None = None
    last_message_at: datetime | None = None
    last_message_preview: str = ""
    first_response_at: datetime | None = None
    waiting_since: datetime | None = None
    resolved_at: datetime | None = None
    resolution: str | None = None
    metadata: dict[str, object] = msgspec.field(default_factory=dict)

    @classmethod
    def open(
        cls,
        *,
        conversation_id: ConversationId,
        contact_id: ContactId,
        whatsapp_config_id: WhatsAppConfigId,
        now: datetime,
    ) -> "Conversation":
        """Start a thread; nobody is on it until a flow starts or it is handed to people."""
        opened = cls(
            id=conversation_id,
            contact_id=contact_id,
            whatsapp_config_id=whatsapp_config_id,
            status=ConversationStatus.ACTIVE,
            handler=Handler.NONE,
            created_at=now,
        )
        opened.record(
            ConversationCreated(
                conversation_id=conversation_id, contact_id=contact_id, whatsapp_config_id=whatsapp_config_id
            )
        )
        return opened

    @property
    def is_over(self) -> bool:
        """Whether it is resolved or archived."""
        return self.status in {ConversationStatus.RESOLVED, ConversationStatus.ARCHIVED}

    def is_window_open(self, *, now: datetime) -> bool:
        """Whether free-form messages may be sent."""
        return self.window_expires_at is not None and now < self.window_expires_at

    def receive(self, *, sent_at: datetime, preview: str, opens_window: bool) -> None:
        """Count a message of the contact; one that arrives late moves nothing back."""
        self.unread_count += 1
        if self.last_inbound_at is None or sent_at > self.last_inbound_at:
            self.last_inbound_at = sent_at
        if opens_window:
            reaches = sent_at + SERVICE_WINDOW
            self.window_expires_at = max(self.window_expires_at or reaches, reaches)
        self._show(preview=preview, at=sent_at)

    def answer(self, *, preview: str, at: datetime, by_person: bool) -> None:
        """Count a message of ours."""
        if by_person:
            self.unread_count = 0
            self.needs_attention = False
            self.first_response_at = self.first_response_at or at
        self._show(preview=preview, at=at)

    def hand_to_bot(self) -> None:
        """Let a flow answer."""
        self._require_open()
        self.status, self.handler = ConversationStatus.ACTIVE, Handler.BOT
        self.assigned_to = None
        self.waiting_since = None
        self._tell(reason="bot")

    def hand_to_people(self, *, department_id: DepartmentId | None, reason: str | None, now: datetime) -> None:
        """Let it wait for a person; without a department it waits in the default queue."""
        self._require_open()
        self.status, self.handler = ConversationStatus.WAITING, Handler.NONE
        self.assigned_to = None
        self.department_id = department_id
        self.needs_attention = True
        self.waiting_since = self.waiting_since or now
        self._tell(reason=reason)

    def take_over(self, user_id: UserId) -> None:
        """Have a person on it; the bot says nothing more."""
        self._require_open()
        self.status, self.handler = ConversationStatus.ACTIVE, Handler.AGENT
        self.assigned_to = user_id
        self.needs_attention = False
        self.waiting_since = None
        self.unread_count = 0
        self.record(ConversationAssigned(conversation_id=self.id, assigned_to=user_id))
        self._tell(reason="takeover")

    def answered_elsewhere(self) -> None:
        """Note that a person answers from a phone: the bot is silent, and nobody here has it."""
        self._require_open()
        self.status, self.handler = ConversationStatus.ACTIVE, Handler.AGENT
        self.needs_attention = False
        self.waiting_since = None
        self._tell(reason="answered_from_phone")

    def release(self) -> None:
        """Give it back to the bot: the contact's next message starts a flow."""
        self.hand_to_bot()

    def resolve(self, *, resolution: str | None, now: datetime) -> None:
        """End the thread; the contact's next message opens another."""
        self._require_open()
        self.status, self.handler = ConversationStatus.RESOLVED, Handler.NONE
        self.needs_attention = False
        self.waiting_since = None
        self.unread_count = 0
        self.resolved_at, self.resolution = now, resolution
        self._tell(reason=resolution)

    def _show(self, *, preview: str, at: datetime) -> None:
        if self.last_message_at is None or at >= self.last_message_at:
            self.last_message_at, self.last_message_preview = at, preview[:PREVIEW_LENGTH]

    def _require_open(self) -> None:
        if self.is_over:
            raise ConversationResolvedError("The conversation is resolved; its contact's next message opens a new one.")

    def _tell(self, *, reason: str | None) -> None:
        self.record(
            ConversationUpdated(
                conversation_id=self.id,
                status=self.status,
                handler=self.handler,
                assigned_to=self.assigned_to,
                department_id=self.department_id,
                reason=reason,
            )
        )
