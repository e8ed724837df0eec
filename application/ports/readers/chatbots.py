"""What the screens of chatbots show."""

from datetime import date, datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.flows.session import SessionStatus
from domain.shared.ids import ChatbotId, FlowId, TenantId

CHATBOT_SORTS = ("created_at", "name", "updated_at")


class ChatbotRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list: how many flows it has, how many of them run, and on how many numbers it answers."""

    id: ChatbotId
    name: str
    description: str
    main_flow_id: FlowId | None
    main_flow_name: str | None
    is_active: bool
    flows: int
    published_flows: int
    numbers: int
    version: int
    created_at: datetime
    updated_at: datetime


class ChatbotDetail(ChatbotRow, frozen=True, kw_only=True):
    """A chatbot with what its flows begin with, JSON."""

    variables: msgspec.Raw


class ChatbotDay(msgspec.Struct, frozen=True, kw_only=True):
    """Sessions that started on one day, of the tenant's time zone."""

    day: date
    sessions: int


class ChatbotStats(msgspec.Struct, frozen=True, kw_only=True):
    """Sessions of its flows that started since a time: by state, by day; whom they served, and what was said in them.

    `turns` counts what the sessions were told (replies, timers, answers of the world), `messages` what they sent.
    """

    since: datetime
    sessions: int
    contacts: int
    turns: int
    messages: int
    by_status: dict[SessionStatus, int]
    by_day: list[ChatbotDay]


class ChatbotFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which chatbots; None does not ask."""

    active: bool | None = None


class ChatbotList(Protocol):
    """Reads chatbots."""

    async def page(self, tenant_id: TenantId, *, filters: ChatbotFilters, page: PageRequest) -> Page[ChatbotRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, chatbot_id: ChatbotId) -> ChatbotDetail:
        """Give one with its variables. Raises ChatbotNotFoundError."""
        ...

    async def stats(self, tenant_id: TenantId, *, chatbot_id: ChatbotId, since: datetime) -> ChatbotStats:
        """Count what happened in its flows, also in those that were deleted. Raises ChatbotNotFoundError."""
        ...
