"""Which flows, and which of their sessions: read from the query."""

from typing import Annotated
from uuid import UUID

from litestar.params import QueryParameter

from application.ports.readers.flows import FlowFilters, FlowSessionFilters
from domain.flows.session import SessionStatus
from domain.shared.ids import ChatbotId, ContactId, ConversationId


def flow_filters_of(
    chatbot_id: Annotated[UUID | None, QueryParameter(description="Of this chatbot.")] = None,
    published: Annotated[bool | None, QueryParameter(description="That run, or that do not.")] = None,
) -> FlowFilters:
    """Read which flows."""
    return FlowFilters(chatbot_id=ChatbotId(chatbot_id) if chatbot_id else None, published=published)


def session_filters_of(
    status: Annotated[SessionStatus | None, QueryParameter(description="In this state.")] = None,
    contact_id: Annotated[UUID | None, QueryParameter(description="Of this contact.")] = None,
    conversation_id: Annotated[UUID | None, QueryParameter(description="In this conversation.")] = None,
) -> FlowSessionFilters:
    """Read which sessions."""
    return FlowSessionFilters(
        status=status,
        contact_id=ContactId(contact_id) if contact_id else None,
        conversation_id=ConversationId(conversation_id) if conversation_id else None,
    )
