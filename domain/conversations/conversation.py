"""One thread between a contact and a number: who is on it, since when, and whether it may be written to."""

from collections.abc import Mapping
from datetime import datetime

from domain.conversations.errors import ConversationOpenError
from domain.conversations.events import ConversationAssigned, ConversationCreated
from domain.conversations.message import Direction
from domain.conversations.record import ConversationRecord
from domain.conversations.states import (
    PREVIEW_LENGTH,
    SERVICE_WINDOW,
    UNTIL_NEXT_MESSAGE,
    ConversationStatus,
    Handler,
    Priority,
)
from domain.conversations.timeline import BOT, CONTACT, SOMEBODY, SYSTEM, By, TimelineKind
from domain.shared.content import Content
from domain.shared.ids import ContactId, ConversationId, DepartmentId, NoteId, TagId, UserId, WhatsAppConfigId

__all__ = ["PREVIEW_LENGTH", "SERVICE_WINDOW", "Conversation", "ConversationStatus", "Handler", "Priority"]


class Conversation(ConversationRecord, kw_only=True, eq=False):
    """A conversation. At most one unresolved exists per contact and number (a unique index holds it).

    Every change tells of itself: an event, an entry of the timeline, and where it changes hands, a transfer.
    """

    @classmethod
    def open(
        cls,
        *,
        conversation_id: ConversationId,
        contact_id: ContactId,
        whatsapp_config_id: WhatsAppConfigId,
        now: datetime,
        by: By = CONTACT,
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
        opened.note_in_timeline(TimelineKind.OPENED, by=by, at=now)
        return opened

    def receive(self, said: Content, *, sent_at: datetime, opens_window: bool) -> None:
        """Count a message of the contact; one that arrives late moves nothing back. It wakes what sleeps."""
        self.unread_count += 1
        self.inbound_count += 1
        if self.last_inbound_at is None or sent_at > self.last_inbound_at:
            self.last_inbound_at = sent_at
        if opens_window:
            reaches = sent_at + SERVICE_WINDOW
            self.window_expires_at = max(self.window_expires_at or reaches, reaches)
        self._show(said, Direction.INBOUND, at=sent_at)
        self.wake(by=CONTACT, now=sent_at)

    def answer(self, said: Content, *, at: datetime, by_person: bool) -> None:
        """Count a message of ours."""
        if by_person:
            self.unread_count = 0
            self.needs_attention = self.status is ConversationStatus.WAITING
            self.first_response_at = self.first_response_at or at
        self._show(said, Direction.OUTBOUND, at=at)

    def read(self) -> bool:
        """Note that whoever has it has seen it; False when they had before."""
        was_news = self.unread_count > 0 or (self.needs_attention and self.status is not ConversationStatus.WAITING)
        if was_news:
            self.unread_count = 0
            self.needs_attention = self.status is ConversationStatus.WAITING
            self._tell(reason="read")
        return was_news

    def hand_to_bot(self, *, now: datetime, by: By = BOT) -> None:
        """Let a flow answer. A thread that nobody had yet is the bot's from the beginning: that is no news."""
        is_news = self.handler is Handler.AGENT or self.status is ConversationStatus.WAITING
        self._give_to_bot(TimelineKind.HANDED_TO_BOT if is_news else None, by=by, reason=None, now=now)

    def release(self, *, by: By, now: datetime, reason: str | None = None) -> None:
        """Give it back to the bot: the contact's next message starts a flow."""
        kind = None if self.handler is Handler.BOT else TimelineKind.RELEASED
        self._give_to_bot(kind, by=by, reason=reason, now=now)

    def hand_to_people(self, *, department_id: DepartmentId | None, reason: str | None, by: By, now: datetime) -> None:
        """Let it wait for a person; without a department it waits in the default queue."""
        self._require_open()
        if self.status is not ConversationStatus.WAITING or self.department_id != department_id:
            self._queue(department_id, TimelineKind.WAITING, by=by, reason=reason, now=now)

    def take_over(self, user_id: UserId, *, by: By, now: datetime) -> None:
        """Have a person on it who asked for it; the bot says nothing more."""
        self._give_to(user_id, TimelineKind.TAKEN_OVER, by=by, reason="takeover", now=now)
        self.unread_count = 0

    def assign(self, user_id: UserId, *, by: By, now: datetime) -> None:
        """Have a person on it whom somebody chose."""
        self._give_to(user_id, TimelineKind.ASSIGNED, by=by, reason="assigned", now=now)

    def transfer_to_user(self, user_id: UserId, *, by: By, reason: str | None, now: datetime) -> None:
        """Pass it from whoever has it to a person."""
        self._give_to(user_id, TimelineKind.TRANSFERRED, by=by, reason=reason, now=now)

    def answered_elsewhere(self, *, now: datetime) -> None:
        """Note that a person answers from a phone: the bot is silent, and nobody here has it."""
        self._require_open()
        before, was = self.hands, self.handler
        self.status, self.handler = ConversationStatus.ACTIVE, Handler.AGENT
        self.needs_attention = False
        self.waiting_since = self.queued_at = self.snoozed_until = None
        if was is not Handler.AGENT:
            self._tell_hands(TimelineKind.ANSWERED_ELSEWHERE, before=before, by=SOMEBODY, reason=None, now=now)
        self._tell(reason="answered_from_phone")

    def move_to_department(self, department_id: DepartmentId | None, *, by: By, now: datetime) -> None:
        """Say whose it is; what waits goes on waiting there, with its time."""
        self._require_open()
        if department_id == self.department_id:
            return
        before, self.department_id = self.hands, department_id
        if self.status is ConversationStatus.WAITING:
            self.queued_at = now
        self._tell_hands(TimelineKind.DEPARTMENT_CHANGED, before=before, by=by, reason=None, now=now)
        self._tell(reason="department_changed")

    def resolve(self, *, resolution: str | None, by: By, now: datetime) -> None:
        """End the thread; the contact's next message opens another."""
        self._require_open()
        self.status, self.handler = ConversationStatus.RESOLVED, Handler.NONE
        self.needs_attention = False
        self.waiting_since = self.queued_at = self.snoozed_until = None
        self.unread_count = 0
        self.resolved_at, self.resolved_by, self.resolution = now, by.user_id, resolution
        self.note_in_timeline(TimelineKind.RESOLVED, by=by, at=now, data={"resolution": resolution})
        self._tell(reason=resolution)

    def reopen(self, *, by: By, now: datetime) -> None:
        """Go on with what was over: whoever reopens it has it; else it waits. Raises ConversationOpenError."""
        if not self.is_over:
            raise ConversationOpenError("The conversation is open.")
        self.resolved_at = self.resolved_by = self.resolution = self.archived_at = None
        self.reopened_at = now
        self.status = ConversationStatus.ACTIVE
        if by.user_id is None:
            self._queue(self.department_id, TimelineKind.REOPENED, by=by, reason="reopened", now=now)
        else:
            self._give_to(by.user_id, TimelineKind.REOPENED, by=by, reason="reopened", now=now)

    def archive(self, *, by: By, now: datetime) -> None:
        """Put away what is resolved. Raises ConversationOpenError."""
        if not self.is_over:
            raise ConversationOpenError("Resolve the conversation first.")
        if self.status is not ConversationStatus.ARCHIVED:
            self.status, self.archived_at = ConversationStatus.ARCHIVED, now
            self.note_in_timeline(TimelineKind.ARCHIVED, by=by, at=now)
            self._tell(reason="archived")

    def snooze(self, *, until: datetime | None, by: By, now: datetime) -> None:
        """Let it sleep until then, or until the contact writes, which wakes it in any case."""
        self._require_open()
        self.snoozed_until = until or UNTIL_NEXT_MESSAGE
        self.note_in_timeline(TimelineKind.SNOOZED, by=by, at=now, data={"until": until})
        self._tell(reason="snoozed")

    def wake(self, *, now: datetime, by: By = SYSTEM) -> None:
        """End its sleep, if it sleeps; somebody is to look at it."""
        if self.snoozed_until is not None:
            self.snoozed_until, self.needs_attention = None, True
            self.note_in_timeline(TimelineKind.WOKEN, by=by, at=now)
            self._tell(reason="woken")

    def set_priority(self, priority: Priority, *, by: By, now: datetime) -> None:
        """Say how much it presses."""
        if priority is not self.priority:
            changed: dict[str, object] = {"from": self.priority, "to": priority}
            self.priority = priority
            self.note_in_timeline(TimelineKind.PRIORITY_CHANGED, by=by, at=now, data=changed)
            self._tell(reason="priority_changed")

    def describe(self, changes: dict[str, object], *, by: By, now: datetime) -> None:
        """Keep details beside it; null takes one away. The story names them, and not what they say."""
        kept = {name: value for name, value in {**self.metadata, **changes}.items() if value is not None}
        if kept != self.metadata:
            self.metadata = kept
            self.note_in_timeline(TimelineKind.DETAILS_CHANGED, by=by, at=now, data={"names": sorted(changes)})
            self._tell(reason="details_changed")

    def retag(self, *, added: Mapping[TagId, str], removed: Mapping[TagId, str], by: By, now: datetime) -> None:
        """Tell of tags, by their names, that were stuck on it or taken off; which it has is kept beside it."""
        for kind, tags in ((TimelineKind.TAGGED, added), (TimelineKind.UNTAGGED, removed)):
            if tags:
                self.note_in_timeline(kind, by=by, at=now, data={"tags": sorted(tags.values())})
        if added or removed:
            self._tell(reason="tagged", tags_added=tuple(sorted(added)), tags_removed=tuple(sorted(removed)))

    def tell_noted(self, note_id: NoteId, *, by: By, now: datetime) -> None:
        """Tell of a note that people wrote for each other."""
        self.note_in_timeline(TimelineKind.NOTED, by=by, at=now, data={"note_id": note_id})
        self._tell(reason="noted")

    def _queue(
        self, department_id: DepartmentId | None, kind: TimelineKind, *, by: By, reason: str | None, now: datetime
    ) -> None:
        before = self.hands
        self.status, self.handler = ConversationStatus.WAITING, Handler.NONE
        self.assigned_to = self.assigned_at = None
        self.department_id = department_id
        self.needs_attention, self.snoozed_until = True, None
        self.waiting_since, self.queued_at = self.waiting_since or now, now
        self._tell_hands(kind, before=before, by=by, reason=reason, now=now)
        self._tell(reason=reason)

    def _give_to(self, user_id: UserId, kind: TimelineKind, *, by: By, reason: str | None, now: datetime) -> None:
        self._require_open()
        if self.handler is Handler.AGENT and self.assigned_to == user_id:
            return
        before = self.hands
        self.status, self.handler = ConversationStatus.ACTIVE, Handler.AGENT
        self.assigned_to, self.assigned_at = user_id, now
        self.needs_attention = False
        self.waiting_since = self.queued_at = self.snoozed_until = None
        self._tell_hands(kind, before=before, by=by, reason=reason, now=now)
        self.record(ConversationAssigned(conversation_id=self.id, assigned_to=user_id))
        self._tell(reason=reason)

    def _give_to_bot(self, kind: TimelineKind | None, *, by: By, reason: str | None, now: datetime) -> None:
        self._require_open()
        before = self.hands
        self.status, self.handler = ConversationStatus.ACTIVE, Handler.BOT
        self.assigned_to = self.assigned_at = None
        self.waiting_since = self.queued_at = self.snoozed_until = None
        self.needs_attention = False
        if kind is not None:
            self._tell_hands(kind, before=before, by=by, reason=reason, now=now)
        self._tell(reason="bot")
