"""Which flows answer on which number."""

from typing import Protocol

import msgspec

from domain.flows.triggers import Trigger
from domain.shared.ids import ChatbotId, FlowId, TenantId, WhatsAppConfigId


class RunningFlow(msgspec.Struct, frozen=True, kw_only=True):
    """A published flow that a message on the number may start; a higher `priority` goes first."""

    id: FlowId
    name: str
    number: int
    trigger: Trigger
    priority: int
    is_main: bool
    is_of_number: bool
    """Whether it is of the number's own chatbot; one of another starts only when nothing of its own does."""


class NumberFlows(msgspec.Struct, frozen=True, kw_only=True):
    """A number, its chatbot, and the flows in the order in which they are asked."""

    id: WhatsAppConfigId
    name: str
    phone_number: str
    is_active: bool
    chatbot_id: ChatbotId | None
    chatbot_name: str | None
    flows: list[RunningFlow]


class BotFlowList(Protocol):
    """Reads what runs where."""

    async def all(self, tenant_id: TenantId) -> list[NumberFlows]:
        """Give every number, by name."""
        ...
