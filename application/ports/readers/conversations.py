"""What the inbox shows: the list of conversations."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

import msgspec
from msgspec import UNSET, UnsetType

from application.ports.readers.messages import MessageRow
from application.shared.page import Page, PageRequest
from domain.conversations.message import Direction
from domain.conversations.states import ConversationStatus, Handler, Priority
from domain.conversations.visibility import Viewer
from domain.shared.ids import (
    ContactId,
    ConversationId,
    DepartmentId,
    SlaPolicyId,
    TagId,
    TenantId,
    UserId,
    WhatsAppConfigId,
)

CONVERSATION_SORTS = ("last_message_at", "created_at", "waiting_since", "priority")
SORTS_OF_OPEN = frozenset({"waiting_since", "priority"})
"""Orders of what is to be done: what is resolved or archived has no place in them, and is left out."""
CONVERSATION_EXPANSIONS = ("contact", "messages", "tags", "assignee", "sla")
LAST_MESSAGES = 10
"""As many as a preview shows; the thread has the others."""
WINDOW_CLOSES_WITHIN = timedelta(hours=2)
"""How long before its end a service window is shown as closing: time enough to answer everybody whose ends."""
OPEN_STATUSES = frozenset({ConversationStatus.ACTIVE, ConversationStatus.WAITING})


class WindowState(StrEnum):
    """Whether free-form messages may be sent: yes, for less than two hours, or no."""

    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"


class ConversationFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which conversations; what is None, False or empty does not ask.

    `unassigned` and `no_department` ask for those that nobody has and that no department has; `departments` for those
    of any of these, of which there may be none. `tag_name` is a tag's
    name however it is written. `snoozed` asks for those that
    sleep at this moment. `since` is included in a time, `until` is not.
    """

    statuses: tuple[ConversationStatus, ...] = ()
    handler: Handler | None = None
    assigned_to: UserId | None = None
    unassigned: bool = False
    departments: frozenset[DepartmentId] | None = None
    no_department: bool = False
    tag_id: TagId | None = None
    tag_name: str | None = None
    priorities: tuple[Priority, ...] = ()
    config_id: WhatsAppConfigId | None = None
    contact_id: ContactId | None = None
    unread: bool | None = None
    window: WindowState | None = None
    snoozed: bool | None = None
    needs_attention: bool | None = None
    mentioned: bool = False
    created_since: datetime | None = None
    created_until: datetime | None = None
    last_message_since: datetime | None = None
    last_message_until: datetime | None = None


class ContactShown(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a conversation is with; `attributes` is JSON."""

    id: ContactId
    name: str | None
    phone: str | None
    username: str | None
    email: str | None
    language: str | None
    lifecycle_stage: str
    lead_score: int
    attributes: msgspec.Raw
    blocked_at: datetime | None
    last_seen_at: datetime | None
    created_at: datetime


class TagShown(msgspec.Struct, frozen=True, kw_only=True):
    """A tag on a conversation."""

    id: TagId
    name: str
    color: str


class AssigneeShown(msgspec.Struct, frozen=True, kw_only=True):
    """Who has a conversation."""

    id: UserId
    name: str
    role: str
    has_avatar: bool


class PromiseShown(msgspec.Struct, frozen=True, kw_only=True):
    """What was promised in a conversation: `first_response` or `resolution`, by when, and what became of it."""

    kind: str
    policy_id: SlaPolicyId
    policy_name: str
    started_at: datetime
    warn_at: datetime
    due_at: datetime
    warned_at: datetime | None
    breached_at: datetime | None
    met_at: datetime | None


class ConversationRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the inbox.

    `unread_count` is what the viewer has not seen of it, 0 once it is resolved; whoever has it has seen what they
    answered. `last_message_type` is the last message's `type`, `revoke` where it was taken back; it and
    `last_message_direction` are null where the last message is of a time that did not note them. `contact`, `messages`
    (the last ones, the newest first), `tags`, `assignee` and `sla` (what was promised) are there when asked for.
    """

    id: ConversationId
    contact_id: ContactId
    contact_name: str | None
    contact_phone: str | None
    whatsapp_config_id: WhatsAppConfigId
    status: ConversationStatus
    handler: Handler
    assigned_to: UserId | None
    assigned_at: datetime | None
    department_id: DepartmentId | None
    priority: Priority
    needs_attention: bool
    unread_count: int
    tag_ids: list[TagId]
    window: WindowState
    window_expires_at: datetime | None
    last_inbound_at: datetime | None
    last_message_at: datetime | None
    last_message_preview: str
    last_message_type: str | None
    last_message_direction: Direction | None
    first_response_at: datetime | None
    waiting_since: datetime | None
    snoozed_until: datetime | None
    resolved_at: datetime | None
    resolved_by: UserId | None
    resolution: str | None
    reopened_at: datetime | None
    archived_at: datetime | None
    created_at: datetime
    version: int
    contact: ContactShown | UnsetType | None = UNSET
    messages: list[MessageRow] | UnsetType = UNSET
    tags: list[TagShown] | UnsetType = UNSET
    assignee: AssigneeShown | UnsetType | None = UNSET
    sla: list[PromiseShown] | UnsetType = UNSET


class ConversationList(Protocol):
    """Reads the inbox as a viewer sees it."""

    async def page(
        self, tenant_id: TenantId, *, viewer: Viewer, now: datetime, filters: ConversationFilters, page: PageRequest
    ) -> Page[ConversationRow]:
        """Give those with the newest messages first, those without any last, or as `page` asks.

        `total` counts no further than `MOST_COUNTED`, and pages by number end there. Raises MalformedError,
        UnavailableError.
        """
        ...

    async def one(
        self,
        tenant_id: TenantId,
        *,
        viewer: Viewer,
        now: datetime,
        conversation_id: ConversationId,
        expand: frozenset[str] = frozenset(),
    ) -> ConversationRow:
        """Give one line, with what is wanted beside it.

        Raises ConversationNotFoundError, also for what the viewer may not see.
        """
        ...
