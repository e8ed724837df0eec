"""Which conversations: the inbox's filters, read from the query."""

from typing import Annotated
from uuid import UUID

from litestar.di import NamedDependency
from litestar.params import QueryParameter

from application.ports.readers.conversations import ConversationFilters, MessageFilters
from application.shared.actor import Actor
from domain.conversations.conversation import ConversationStatus, Handler
from domain.conversations.message import Direction
from domain.shared.errors import ErrorDetail, MalformedError
from domain.shared.ids import ContactId, UserId, WhatsAppConfigId
from domain.shared.message_status import MessageStatus

ME = "me"
NOBODY = "none"


def filters_of(
    actor: NamedDependency[Actor],
    status: Annotated[ConversationStatus | None, QueryParameter(description="In this state.")] = None,
    handler: Annotated[Handler | None, QueryParameter(description="Answered by these.")] = None,
    assigned_to: Annotated[str | None, QueryParameter(description="`me`, `none`, or a user's id.")] = None,
    whatsapp_config_id: Annotated[UUID | None, QueryParameter(description="On this number.")] = None,
    contact_id: Annotated[UUID | None, QueryParameter(description="With this contact.")] = None,
    unread: Annotated[bool | None, QueryParameter(description="With, or without, unread messages.")] = None,
) -> ConversationFilters:
    """Read them. Raises MalformedError."""
    return ConversationFilters(
        status=status,
        handler=handler,
        assigned_to=_assignee(assigned_to, actor=actor),
        unassigned=assigned_to == NOBODY,
        whatsapp_config_id=WhatsAppConfigId(whatsapp_config_id) if whatsapp_config_id else None,
        contact_id=ContactId(contact_id) if contact_id else None,
        unread=unread,
    )


def message_filters_of(
    direction: Annotated[Direction | None, QueryParameter(description="Received, or sent.")] = None,
    status: Annotated[MessageStatus | None, QueryParameter(description="In this state.")] = None,
) -> MessageFilters:
    """Read which messages of a conversation."""
    return MessageFilters(direction=direction, status=status)


def _assignee(text: str | None, *, actor: Actor) -> UserId | None:
    if text is None or text == NOBODY:
        return None
    if text == ME:
        return actor.user_id
    try:
        return UserId(UUID(text))
    except ValueError as error:
        wrong = ErrorDetail(field="assigned_to", message="me, none, or a user's id")
        raise MalformedError("The query is malformed.", details=(wrong,)) from error
