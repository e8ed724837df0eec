"""What is kept of a conversation, and how it tells of itself; `conversation.py` says what can be done with it."""

from datetime import datetime

import msgspec

from domain.conversations.errors import ConversationResolvedError
from domain.conversations.events import ConversationUpdated
from domain.conversations.last_line import line_of
from domain.conversations.message import Direction
from domain.conversations.states import PREVIEW_LENGTH, ConversationStatus, Handler, Priority
from domain.conversations.timeline import SYSTEM, By, TimelineEntry, TimelineKind
from domain.conversations.transfer import ConversationTransfer, Hands
from domain.shared.aggregate import Aggregate
from domain.shared.content import Content, type_of
from domain.shared.events import Event
from domain.shared.ids import ContactId, ConversationId, DepartmentId, TagId, UserId, WhatsAppConfigId


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
    last_message_type: str | None = None
    last_message_direction: Direction | None = None
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

    def take_events(self) -> list[Event]:
        """Hand over the events, once, and with them how it is by now: take them when it is written."""
        return [
            self._as_it_is(event) if type(event) is ConversationUpdated else event for event in super().take_events()
        ]

    def take_entries(self) -> list[TimelineEntry]:
        """Hand over the entries of the timeline, once."""
        taken, self._entries = self._entries, []
        return taken

    def take_transfers(self) -> list[ConversationTransfer]:
        """Hand over the changes of hands, once."""
        taken, self._transfers = self._transfers, []
        return taken

    def reword(self, before: Content, after: Content, *, at: datetime) -> bool:
        """Show what the last message says now, if it is what was said then; say whether it was."""
        if self.last_message_at != at or self.last_message_preview != line_of(before)[:PREVIEW_LENGTH]:
            return False
        self.last_message_preview, self.last_message_type = line_of(after)[:PREVIEW_LENGTH], type_of(after)
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

    def _show(self, said: Content, direction: Direction, *, at: datetime) -> None:
        if self.last_message_at is None or at >= self.last_message_at:
            self.last_message_at, self.last_message_preview = at, line_of(said)[:PREVIEW_LENGTH]
            self.last_message_type, self.last_message_direction = type_of(said), direction

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

    def _as_it_is(self, event: ConversationUpdated) -> ConversationUpdated:
        return msgspec.structs.replace(
            event,
            version=self.version,
            priority=self.priority,
            needs_attention=self.needs_attention,
            unread_count=self.unread_count,
            snoozed_until=self.snoozed_until,
        )

    def _tell(
        self, *, reason: str | None, tags_added: tuple[TagId, ...] = (), tags_removed: tuple[TagId, ...] = ()
    ) -> None:
        self.record(
            ConversationUpdated(
                conversation_id=self.id,
                status=self.status,
                handler=self.handler,
                assigned_to=self.assigned_to,
                department_id=self.department_id,
                reason=reason,
                tags_added=tags_added,
                tags_removed=tags_removed,
            )
        )
