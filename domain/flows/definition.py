"""A flow as people edit it: a draft, and the version that runs. And the chatbot that groups flows."""

from datetime import datetime

import msgspec

from domain.flows.errors import FlowNotPublishedError
from domain.flows.session import Value
from domain.shared.aggregate import Aggregate
from domain.shared.errors import NotFoundError
from domain.shared.ids import ChatbotId, FlowId, FlowVersionId


class FlowNotFoundError(NotFoundError):
    """No such flow for this tenant."""

    code = "FLOW_NOT_FOUND"


class Chatbot(Aggregate, kw_only=True, eq=False):
    """A named group of flows; the main one starts when no other matches. `variables` are what its flows begin with."""

    id: ChatbotId
    name: str
    created_at: datetime
    updated_at: datetime
    description: str = ""
    variables: dict[str, Value] = msgspec.field(default_factory=dict)
    main_flow_id: FlowId | None = None
    is_active: bool = True


class Flow(Aggregate, kw_only=True, eq=False):
    """A flow. `draft` is the document as edited; `published_version_id` names the immutable one that runs.

    One that is deleted starts nothing and is in no list; what ran of it is kept.
    """

    id: FlowId
    name: str
    draft: msgspec.Raw
    created_at: datetime
    updated_at: datetime
    chatbot_id: ChatbotId | None = None
    description: str = ""
    priority: int = 0
    deleted_at: datetime | None = None
    published_version_id: FlowVersionId | None = None
    published_number: int = 0

    def edit(self, *, name: str, draft: msgspec.Raw, now: datetime) -> None:
        """Replace the draft; what runs stays as it is."""
        self.name, self.draft, self.updated_at = name, draft, now

    def publish(self, *, version_id: FlowVersionId, now: datetime) -> int:
        """Let new sessions use `version_id`; give its number."""
        self.published_number += 1
        self.published_version_id, self.updated_at = version_id, now
        return self.published_number

    def unpublish(self, *, now: datetime) -> None:
        """Let it start no more; what runs of it goes on to its end. Raises FlowNotPublishedError."""
        if self.published_version_id is None:
            raise FlowNotPublishedError("The flow is not published.")
        self.published_version_id, self.updated_at = None, now

    def delete(self, *, now: datetime) -> None:
        """Let it start no more and be in no list; what runs of it goes on to its end."""
        self.published_version_id, self.deleted_at, self.updated_at = None, now, now
