"""A file of contacts on its way out. It is there for a day."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from domain.contacts.contact_import import EXPORTED_NOTICE, SheetFormat
from domain.contacts.errors import ExportNotFoundError, ExportNotReadyError
from domain.contacts.filters import Filter
from domain.shared.aggregate import Aggregate
from domain.shared.ids import ContactExportId, SegmentId, UserId
from domain.shared.notification import Notification

LIVES = timedelta(days=1)
"""Personal data lies about no longer than somebody needs to come for it."""


class ExportState(StrEnum):
    """Where it is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class ExportScope(msgspec.Struct, frozen=True, kw_only=True):
    """Which contacts: all, or those of a filter; `segment_id` is where it comes from."""

    segment_id: SegmentId | None = None
    filter: Filter | None = None


class ContactExport(Aggregate, kw_only=True, eq=False):
    """An export."""

    id: ContactExportId
    format: SheetFormat
    filter: ExportScope
    created_at: datetime
    created_by: UserId | None = None
    state: ExportState = ExportState.QUEUED
    error_code: str | None = None
    rows: int = 0
    storage_key: str | None = None
    size: int | None = None
    expires_at: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more becomes of it."""
        return self.state in {ExportState.DONE, ExportState.FAILED}

    def begin(self) -> None:
        """Begin to write, perhaps anew."""
        self.state = ExportState.RUNNING

    def finish(self, storage_key: str, *, rows: int, size: int, now: datetime) -> None:
        """Say where it lies."""
        self.storage_key, self.rows, self.size = storage_key, rows, size
        self.expires_at = now + LIVES
        self._end(ExportState.DONE)

    def fail(self, code: str) -> None:
        """Say why there is none."""
        self.error_code = code
        self._end(ExportState.FAILED)

    def key_at(self, now: datetime) -> str:
        """Give where it lies. Raises ExportNotReadyError, ExportNotFoundError when it is over."""
        if self.storage_key is None or self.expires_at is None:
            raise ExportNotReadyError("The file is not written.")
        if self.expires_at <= now:
            raise ExportNotFoundError("The file was there for a day.")
        return self.storage_key

    def _end(self, state: ExportState) -> None:
        self.state = state
        if self.created_by is not None:
            told: dict[str, object] = {"export_id": str(self.id), "state": str(state)}
            self.record(Notification(kind=EXPORTED_NOTICE, user_ids=(self.created_by,), data=told))
