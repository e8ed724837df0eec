"""What callers send to the audit log's routes."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import msgspec

from application.audit.export_audit import ExportAudit
from domain.shared.errors import ErrorDetail, InvalidError

Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class ExportFormat(StrEnum):
    """`csv` for people, with a header; `jsonl` for programs, one entry a line."""

    CSV = "csv"
    JSON_LINES = "jsonl"


class ExportAuditRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Entries from `since` up to, and without, `until`; at most a year of them."""

    since: Moment
    until: Moment
    format: ExportFormat = ExportFormat.CSV

    def to_command(self) -> ExportAudit:
        """Build the order. Raises InvalidError."""
        try:
            since, until = self.since.astimezone(UTC), self.until.astimezone(UTC)
        except OverflowError as error:
            wrong = ErrorDetail(field="since", message="a time between the years 1 and 9999 in UTC")
            raise InvalidError("There is no such time.", details=(wrong,)) from error
        return ExportAudit(since=since, until=until, format=self.format.value)
