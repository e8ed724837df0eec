"""Which sessions of a flow: read from the query."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from litestar.params import QueryParameter

from application.ports.readers.flow_sessions import FlowSessionFilters, StepAsked
from application.ports.repositories.flow_sessions import SessionCause
from domain.flows.limits import MAX_NAME, MAX_TEXT
from domain.flows.session import SessionStatus
from domain.shared.ids import ContactId, ConversationId
from entrypoints.http.moments import moment

MAX_VERSION = 2**31 - 1
"""The largest number that the database holds there."""


def _word(text: str) -> QueryParameter:
    return QueryParameter(description=text, max_length=MAX_NAME)


def _words(text: str) -> QueryParameter:
    return QueryParameter(description=text, max_length=MAX_TEXT)


def session_filters_of(  # noqa: PLR0913 - one a filter, which Litestar reads from the signature
    *,
    status: Annotated[SessionStatus | None, QueryParameter(description="In this state.")] = None,
    running: Annotated[bool | None, QueryParameter(description="That run, or that are over.")] = None,
    cause: Annotated[SessionCause | None, QueryParameter(description="Begun by this.")] = None,
    contact_id: Annotated[UUID | None, QueryParameter(description="Of this contact.")] = None,
    conversation_id: Annotated[UUID | None, QueryParameter(description="In this conversation.")] = None,
    version: Annotated[
        int | None, QueryParameter(description="Of the version with this number.", ge=1, le=MAX_VERSION)
    ] = None,
    outcome: Annotated[str | None, _word("That ended with this outcome.")] = None,
    stopped_at: Annotated[str | None, _word("That ended or rest on this node.")] = None,
    since: Annotated[datetime | None, QueryParameter(name="from", description="Begun at this time or later.")] = None,
    until: Annotated[datetime | None, QueryParameter(name="to", description="Begun before this time.")] = None,
    node: Annotated[str | None, _word("That came by this node.")] = None,
    event: Annotated[str | None, _word("Where this happened.")] = None,
    edge: Annotated[str | None, _word("That took this edge.")] = None,
    answer: Annotated[str | None, _words("Whose answer to a question was this.")] = None,
    choice: Annotated[str | None, _words("Who chose this of a message's choices, by its id.")] = None,
    branch: Annotated[str | None, _word("That went this branch of a random node.")] = None,
) -> FlowSessionFilters:
    """Read them. Raises MalformedError."""
    noted = {"answer": answer, "choice": choice, "branch": branch}
    step = StepAsked(
        node=node, event=event, edge=edge, values={name: value for name, value in noted.items() if value is not None}
    )
    return FlowSessionFilters(
        status=status,
        running=running,
        cause=cause,
        contact_id=ContactId(contact_id) if contact_id else None,
        conversation_id=ConversationId(conversation_id) if conversation_id else None,
        version=version,
        outcome=outcome,
        stopped_at=stopped_at,
        since=moment(since, field="from"),
        until=moment(until, field="to"),
        step=step if step != StepAsked() else None,
    )
