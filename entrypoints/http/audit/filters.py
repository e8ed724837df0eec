"""Which entries: read from the query."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from litestar.params import QueryParameter

from application.ports.readers.audit import AuditFilters
from domain.audit.actions import AuditAction
from domain.shared.errors import ErrorDetail, MalformedError
from domain.shared.ids import ApiKeyId, UserId
from entrypoints.http.requests import MAX_WORD


def audit_filters_of(
    action: Annotated[AuditAction | None, QueryParameter(description="What was done.")] = None,
    user_id: Annotated[UUID | None, QueryParameter(description="By this user, API keys included.")] = None,
    api_key_id: Annotated[UUID | None, QueryParameter(description="By this API key.")] = None,
    subject_type: Annotated[
        str | None, QueryParameter(description="To a thing of this kind, such as `user`.", max_length=MAX_WORD)
    ] = None,
    subject_id: Annotated[UUID | None, QueryParameter(description="To this thing.")] = None,
    since: Annotated[datetime | None, QueryParameter(description="Not before this time.")] = None,
    until: Annotated[datetime | None, QueryParameter(description="Before this time.")] = None,
) -> AuditFilters:
    """Read them. Raises MalformedError."""
    return AuditFilters(
        action=action,
        user_id=UserId(user_id) if user_id else None,
        api_key_id=ApiKeyId(api_key_id) if api_key_id else None,
        subject_type=subject_type,
        subject_id=subject_id,
        since=_moment(since, field="since"),
        until=_moment(until, field="until"),
    )


def _moment(given: datetime | None, *, field: str) -> datetime | None:
    """Read a time in UTC; one without an offset may mean any of a day's."""
    try:
        if given is None or given.tzinfo is not None:
            return None if given is None else given.astimezone(UTC)
    except OverflowError:
        pass
    wrong = ErrorDetail(field=field, message="a time with its offset, such as 2026-08-12T12:00:00Z")
    raise MalformedError("The query is malformed.", details=(wrong,))
