"""Flows and their immutable versions."""

from datetime import datetime
from typing import Protocol

import msgspec

from domain.flows.definition import Flow
from domain.shared.ids import ChatbotId, FlowId, FlowVersionId, UserId


class StoredVersion(msgspec.Struct, frozen=True, kw_only=True):
    """A published graph, as it was published."""

    id: FlowVersionId
    flow_id: FlowId
    number: int
    name: str
    document: msgspec.Raw
    notes: str = ""


class PublishedFlow(msgspec.Struct, frozen=True, kw_only=True):
    """Which version of a flow runs, and where it stands among its neighbours."""

    flow_id: FlowId
    version_id: FlowVersionId
    chatbot_id: ChatbotId | None
    is_main: bool
    priority: int
    variables: msgspec.Raw = msgspec.Raw(b"{}")
    """What the chatbot's flows begin with, JSON: read only by what begins."""


class FlowRepository(Protocol):
    """Keeps flows."""

    async def get(self, flow_id: FlowId) -> Flow:
        """Load a flow. Raises FlowNotFoundError, also for one that was deleted."""
        ...

    async def add(self, flow: Flow) -> None:
        """Write a new flow."""
        ...

    async def save(self, flow: Flow) -> None:
        """Write changes. Raises StaleVersionError on a lost race."""
        ...

    async def add_version(self, version: StoredVersion, *, published_by: UserId | None, at: datetime) -> None:
        """Write an immutable version."""
        ...

    async def versions(self, version_ids: list[FlowVersionId]) -> list[StoredVersion]:
        """Load versions."""
        ...

    async def published(self) -> list[PublishedFlow]:
        """List what runs, of active chatbots and of none, by priority (highest first), then age."""
        ...

    async def of_chatbot(self, chatbot_id: ChatbotId) -> list[Flow]:
        """Load a chatbot's flows, the oldest first."""
        ...

    async def version(self, flow_id: FlowId, *, number: int) -> StoredVersion:
        """Load what was published under a number. Raises FlowVersionNotFoundError."""
        ...
