"""Which flows, and which chatbots: read from the query."""

from typing import Annotated
from uuid import UUID

from litestar.params import QueryParameter

from application.ports.readers.chatbots import ChatbotFilters
from application.ports.readers.flows import FlowFilters
from domain.shared.ids import ChatbotId


def flow_filters_of(
    chatbot_id: Annotated[UUID | None, QueryParameter(description="Of this chatbot.")] = None,
    published: Annotated[bool | None, QueryParameter(description="That run, or that do not.")] = None,
) -> FlowFilters:
    """Read which flows."""
    return FlowFilters(chatbot_id=ChatbotId(chatbot_id) if chatbot_id else None, published=published)


def published_filter_of(
    published: Annotated[bool | None, QueryParameter(description="That run, or that do not.")] = None,
) -> FlowFilters:
    """Read which flows of one chatbot."""
    return FlowFilters(published=published)


def chatbot_filters_of(
    active: Annotated[bool | None, QueryParameter(description="That are on, or that are off.")] = None,
) -> ChatbotFilters:
    """Read which chatbots."""
    return ChatbotFilters(active=active)
