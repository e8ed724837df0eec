"""What is kept of a conversation, and how it tells of itself; `conversation.py` says what can be done with it."""

from datetime import datetime

import msgspec

from domain.conversations.errors import ConversationResolvedError
from domain.conversations.events import ConversationUpdated
from domain.conversations.states import PREVIEW_LENGTH, ConversationStatus, Handler, Priority
from domain.conversations.timeline import SYSTEM, By, TimelineEntry, TimelineKind
from domain.conversations.transfer import ConversationTransfer, Hands
from domain.shared.aggregate import Aggregate
from domain.shared.ids import ContactId, ConversationId, DepartmentId, UserId, WhatsAppConfigId


class ConversationRecord(Aggregate, kw_only=True, eq=False):
    """The state of a conversation. It remembers its story until the transaction takes it, so that none is forgotten."""

    id: ConversationId
    contact_id: ContactId
    whatsapp_config_id: WhatsAppConfigId
    status: ConversationStatus
    handler: Handler
    created_at: datetime
    assigned_to: UserId | None = None
    assigned_at: datetime | None = None
    department_id: DepartmentId | None = None
    priority: Priority = Priority.MEDIUM
    needs_attention: bool = False
    unread_count: int = 0
    inbound_count: int = 0
    window_expires_at: datetime | None = None
    last_inbound_at: datetime | None = None
    last_message_at: datetime | None = None
    last_message_preview: str = ""
    first_response_at: datetime | None = None
    waiting_since: datetime | None = None
    queued_at: datetime | None = None
    snoozed_until: datetime | None = None
    resolved_at: datetime | None = None
    resolved_by: UserId | None = None
    resolution: str | None = None
    reopened_at: datetime | None = None
    archived_at: datetime | None = None
    metadata: dict[str, object] = msgspec.field(default_factory=dict)

    _entries: list[TimelineEntry] = msgspec.field(default_factory=list, name="-entries")
    _transfers: list[ConversationTransfer] = msgspec.field(default_factory=list, name="-transfers")

    @property
    def is_over(self) -> bool:
        """Whether it is resolved or archived."""
        return self.status in {ConversationStatus.RESOLVED, ConversationStatus.ARCHIVED}

    @property
    def hands(self) -> Hands:
        """Who has it."""
        return Hands(user=self.assigned_to, department=self.department_id, bot=self.handler is Handler.BOT)

    def is_window_open(self, *, now: datetime) -> bool:
        """Whether free-form messages may be sent."""
        return self.window_expires_at is not None and now < self.window_expires_at

    def note_in_timeline(
        self, kind: TimelineKind, *, by: By, at: datetime, data: dict[str, object] | None = None
    ) -> None:
        """Add an entry to the story; it is written when this is saved."""
        self._entries.append(
            TimelineEntry(kind=kind, contact_id=self.contact_id, conversation_id=self.id, by=by, at=at, data=data or {})
        )

    def take_entries(self) -> list[TimelineEntry]:
        """Hand over the entries of the timeline, once."""
        taken, self._entries = self._entries, []
        return taken

    def take_transfers(self) -> list[ConversationTransfer]:
        """Hand over the changes of hands, once."""
        taken, self._transfers = self._transfers, []
        return taken

    def reword(self, before: str, words: str, *, at: datetime) -> bool:
        """Show other words of the last message, if they are of what was said then; say whether they were."""
        if self.last_message_at != at or self.last_message_preview != before[:PREVIEW_LENGTH]:
            return False
        self.last_message_preview = words[:PREVIEW_LENGTH]
        return True

    def rate(self, score: int, *, by: By, now: datetime) -> None:
        """Tell of what the contact said of the service; what they wrote beside it is not in the story."""
        self.note_in_timeline(TimelineKind.RATED, by=by, at=now, data={"score": score})
        self._tell(reason="rated")

    def tell_promise(self, kind: str, *, is_broken: bool, due_at: datetime, now: datetime) -> None:
        """Tell that a promised time is nearly over, or over."""
        what = TimelineKind.SLA_BREACHED if is_broken else TimelineKind.SLA_WARNED
        self.note_in_timeline(what, by=SYSTEM, at=now, data={"kind": kind, "due_at": due_at})
        self._tell(reason=what)

    def _show(self, *, preview: str, at: datetime) -> None:
        if self.last_message_at is None or at >= self.last_message_at:
            self.last_message_at, self.last_message_preview = at, preview[:PREVIEW_LENGTH]

    def _require_open(self) -> None:
        if self.is_over:
            raise ConversationResolvedError("The conversation is resolved; its contact's next message opens a new one.")

    def _tell_hands(self, kind: TimelineKind, *, before: Hands, by: By, reason: str | None, now: datetime) -> None:
        """Tell of hands that changed: an entry of the timeline, and a transfer where they are others now."""
        after = self.hands
        self.note_in_timeline(
            kind,
            by=by,
            at=now,
            data={"to_user": after.user, "to_department": after.department, "to_bot": after.bot, "reason": reason},
        )
        if after != before:
            self._transfers.append(
                ConversationTransfer(conversation_id=self.id, before=before, after=after, reason=reason, by=by, at=now)
            )

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
