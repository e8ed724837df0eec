"""Entries as files: CSV for people, JSON lines for programs."""

import csv
import io
from collections.abc import AsyncIterator, Sequence

import msgspec

from application.ports.readers.audit import AuditRow
from domain.audit.details import time_text
from entrypoints.http.audit.requests import ExportFormat

BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet reads UTF-8 as something else, and accents become noise."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run by a spreadsheet (OWASP: CSV injection); a user agent is anybody's text."""

NOTHING = msgspec.Raw(b"null")

COLUMNS = (
    "seq", "at", "action", "actor_kind", "user_id", "user_name", "api_key_id", "ip", "user_agent", "request_id",
    "subject_type", "subject_id", "before", "after", "hash", "id",
)  # fmt: skip


async def written(parts: AsyncIterator[list[AuditRow]], *, file_format: ExportFormat) -> AsyncIterator[bytes]:
    """Write entries as they come."""
    if file_format is ExportFormat.CSV:
        yield (BYTE_ORDER_MARK + _csv_lines([COLUMNS])).encode()
    async for rows in parts:
        if file_format is ExportFormat.CSV:
            yield _csv_lines([[_cell(getattr(row, name), name) for name in COLUMNS] for row in rows]).encode()
        else:
            yield b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def _csv_lines(lines: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue()


def _cell(value: object, name: str) -> str:
    if value is None or value == NOTHING:
        return ""
    if name == "at":
        return time_text(value)  # type: ignore[arg-type]  # the one column that is a time
    text = bytes(value).decode() if isinstance(value, msgspec.Raw) else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
