"""What is shown of messages: a conversation's thread."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.conversations.message import Direction, SenderKind
from domain.conversations.reaction import Side
from domain.conversations.visibility import Viewer
from domain.shared.ids import (
    ConversationId,
    FlowSessionId,
    MediaId,
    MessageId,
    ProviderMessageId,
    TenantId,
    UserId,
)
from domain.shared.message_status import MessageStatus

MESSAGE_SORTS = ("created_at",)


class ReactionShown(msgspec.Struct, frozen=True, kw_only=True):
    """An emoji on a message; `user_id` is ours who put it, None for the contact and for a phone of ours."""

    side: Side
    emoji: str
    user_id: UserId | None
    at: datetime


class QuotedShown(msgspec.Struct, frozen=True, kw_only=True):
    """The message that another answers; `content` is its JSON with `type`."""

    id: MessageId
    direction: Direction
    type: str
    sender: SenderKind
    content: msgspec.Raw
    revoked_at: datetime | None
    created_at: datetime


class MediaShown(msgspec.Struct, frozen=True, kw_only=True):
    """A message's file, and whether it can be fetched: `state` is `stored` when it can, `reason` why it cannot."""

    id: MediaId
    kind: str
    state: str
    reason: str | None
    mime: str | None
    size: int | None
    filename: str | None
    width: int | None
    height: int | None
    duration_ms: int | None
    has_thumbnail: bool


class MessageRow(msgspec.Struct, frozen=True, kw_only=True):
    """One message of a thread. `content` is its JSON with `type`, `status_at` the JSON of each status's time.

    `referral` is the JSON of the advertisement that it came from, or null. `sender_name` is the name of the person of
    ours who wrote it. `quoted` is the message that it answers, None where that is not known here.
    """

    id: MessageId
    direction: Direction
    type: str
    sender: SenderKind
    user_id: UserId | None
    sender_name: str | None
    content: msgspec.Raw
    media_id: MediaId | None
    status: MessageStatus
    status_at: msgspec.Raw
    error_code: str | None
    error_detail: str | None
    provider_message_id: ProviderMessageId | None
    reply_to: ProviderMessageId | None
    flow_session_id: FlowSessionId | None
    edited_at: datetime | None
    revoked_at: datetime | None
    referral: msgspec.Raw
    retried_as: MessageId | None
    created_at: datetime
    reactions: list[ReactionShown] = []
    quoted: QuotedShown | None = None
    media: MediaShown | None = None


class MessageFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which messages; None does not ask. `before` and `after` name a message, from which a thread is read both ways.

    `has_media` asks for those with a file of their own or above their buttons; what was taken back shows none.
    """

    direction: Direction | None = None
    status: MessageStatus | None = None
    type: str | None = None
    has_media: bool = False
    before: MessageId | None = None
    after: MessageId | None = None


class Thread(Protocol):
    """Reads a conversation's messages."""

    async def page(
        self,
        tenant_id: TenantId,
        *,
        viewer: Viewer,
        conversation_id: ConversationId,
        filters: MessageFilters,
        page: PageRequest,
    ) -> Page[MessageRow]:
        """Give the newest first, or as `page` asks. Raises ConversationNotFoundError, MalformedError.

        What the viewer may not see is not found.
        """
        ...
