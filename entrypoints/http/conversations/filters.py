"""Which conversations, and which messages: the inbox's filters, read from the query."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Annotated, TypeVar
from uuid import UUID

import msgspec
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from application.ports.readers.conversations import ConversationFilters, WindowState
from application.ports.readers.messages import MessageFilters
from application.shared.actor import Actor
from domain.conversations.message import Direction
from domain.conversations.states import ConversationStatus, Handler, Priority
from domain.shared.errors import ErrorDetail, MalformedError
from domain.shared.ids import ContactId, DepartmentId, MessageId, TagId, UserId, WhatsAppConfigId
from domain.shared.message_status import MessageStatus
from entrypoints.http.moments import moment

ME = "me"
MINE = "mine"
NOBODY = "none"
MAX_TAG_NAME = 100

Word = TypeVar("Word", bound=StrEnum)
Id = TypeVar("Id")


class Has(StrEnum):
    """What a message may carry."""

    MEDIA = "media"


class Times(msgspec.Struct, frozen=True, kw_only=True):
    """From when conversations are; named as the fields of their filters."""

    created_since: datetime | None = None
    created_until: datetime | None = None
    last_message_since: datetime | None = None
    last_message_until: datetime | None = None

    def within(self, filters: ConversationFilters) -> ConversationFilters:
        """Give filters that ask for these times too."""
        return msgspec.structs.replace(filters, **msgspec.structs.asdict(self))


def _described(text: str) -> QueryParameter:
    return QueryParameter(description=text)


def filters_of(  # noqa: PLR0913 - one a filter, which Litestar reads from the signature
    *,
    actor: NamedDependency[Actor],
    status: Annotated[str | None, _described("In one of these states, by commas.")] = None,
    handler: Annotated[Handler | None, _described("Answered by these.")] = None,
    assigned_to: Annotated[str | None, _described("`me`, `none`, or a user's id.")] = None,
    department: Annotated[str | None, _described("`mine`, `none`, or a department's id.")] = None,
    tag: Annotated[str | None, QueryParameter(description="A tag's id or name.", max_length=MAX_TAG_NAME)] = None,
    priority: Annotated[str | None, _described("Of one of these priorities, by commas.")] = None,
    config: Annotated[UUID | None, _described("On this number.")] = None,
    contact: Annotated[UUID | None, _described("With this contact.")] = None,
    unread: Annotated[bool | None, _described("With, or without, messages that you have not seen.")] = None,
    window: Annotated[WindowState | None, _described("Whose service window is open, ends in 2 h, or is over.")] = None,
    snoozed: Annotated[bool | None, _described("That sleep now, or do not.")] = None,
    needs_attention: Annotated[bool | None, _described("That need a person, or do not.")] = None,
    mentioned: Annotated[str | None, _described("`me`: in whose notes you are named.")] = None,
) -> ConversationFilters:
    """Read them. Raises MalformedError."""
    if mentioned not in {None, ME}:
        raise _malformed("mentioned", ME)
    return ConversationFilters(
        statuses=_several("status", status, ConversationStatus),
        handler=handler,
        assigned_to=_one_of("assigned_to", assigned_to, {ME: actor.user_id, NOBODY: None}, UserId),
        unassigned=assigned_to == NOBODY,
        departments=_departments(department, actor),
        no_department=department == NOBODY,
        tag_id=_tag_id(tag),
        tag_name=tag if _tag_id(tag) is None else None,
        priorities=_several("priority", priority, Priority),
        config_id=WhatsAppConfigId(config) if config else None,
        contact_id=ContactId(contact) if contact else None,
        unread=unread,
        window=window,
        snoozed=snoozed,
        needs_attention=needs_attention,
        mentioned=mentioned == ME,
    )


def times_of(
    created_since: Annotated[datetime | None, _described("Begun at this time or later.")] = None,
    created_until: Annotated[datetime | None, _described("Begun before this time.")] = None,
    last_message_since: Annotated[datetime | None, _described("With a message at this time or later.")] = None,
    last_message_until: Annotated[datetime | None, _described("Without a message since this time.")] = None,
) -> Times:
    """Read from when. Raises MalformedError."""
    return Times(
        created_since=moment(created_since, field="created_since"),
        created_until=moment(created_until, field="created_until"),
        last_message_since=moment(last_message_since, field="last_message_since"),
        last_message_until=moment(last_message_until, field="last_message_until"),
    )


def message_filters_of(
    direction: Annotated[Direction | None, _described("Received, or sent.")] = None,
    status: Annotated[MessageStatus | None, _described("In this state.")] = None,
    type: Annotated[str | None, QueryParameter(description="Of this kind.", max_length=50)] = None,  # noqa: A002
    has: Annotated[Has | None, _described("With a file that was not taken back.")] = None,
    before: Annotated[UUID | None, _described("Older than this message.")] = None,
    after: Annotated[UUID | None, _described("Newer than this message; with `order=asc` a thread goes on.")] = None,
) -> MessageFilters:
    """Read which messages of a conversation."""
    return MessageFilters(
        direction=direction,
        status=status,
        type=type,
        has_media=has is Has.MEDIA,
        before=MessageId(before) if before else None,
        after=MessageId(after) if after else None,
    )


def _departments(text: str | None, actor: Actor) -> frozenset[DepartmentId] | None:
    if text is None or text == NOBODY:
        return None
    if text == MINE:
        return actor.departments
    found = _one_of("department", text, {}, DepartmentId, words=(MINE, NOBODY))
    return frozenset() if found is None else frozenset({found})


def _tag_id(text: str | None) -> TagId | None:
    try:
        return None if text is None else TagId(UUID(text))
    except ValueError:
        return None


def _one_of(
    field: str,
    text: str | None,
    known: dict[str, Id | None],
    make: Callable[[UUID], Id],
    *,
    words: tuple[str, ...] = (),
) -> Id | None:
    """Read a word that stands for an id, or an id."""
    if text is None or text in known:
        return known.get(text) if text is not None else None
    try:
        return make(UUID(text))
    except ValueError as error:
        raise _malformed(field, "{choices}, or an id", choices=", ".join((*known, *words))) from error


def _several(field: str, text: str | None, kind: type[Word]) -> tuple[Word, ...]:
    if text is None:
        return ()
    try:
        return tuple(dict.fromkeys(kind(part.strip()) for part in text.split(",")))
    except ValueError as error:
        raise _malformed(field, "of {choices}, by commas", choices=", ".join(kind)) from error


def _malformed(field: str, message: str, **values: object) -> MalformedError:
    return MalformedError(
        "The query is malformed.", details=(ErrorDetail(field=field, message=message, values=values),)
    )
