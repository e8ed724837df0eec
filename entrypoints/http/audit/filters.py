"""Which entries: read from the query."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from litestar.params import QueryParameter

from application.ports.readers.audit import AuditFilters
from domain.audit.actions import AuditAction
from domain.shared.ids import ApiKeyId, UserId
from entrypoints.http.moments import moment
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
        since=moment(since, field="since"),
        until=moment(until, field="until"),
    )
