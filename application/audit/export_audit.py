"""Entries leave the house as a file."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import msgspec

from application.ports.readers.audit import AuditFilters, AuditList, AuditRow
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.shared.page import MAX_LIMIT, Direction, PageRequest
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError

LONGEST_EXPORT = timedelta(days=366)
"""A year, as auditors ask for; for more, ask once a year."""


class ExportAudit(msgspec.Struct, frozen=True, kw_only=True):
    """Entries from `since` up to, and without, `until`, in a format of the caller's."""

    since: datetime
    until: datetime
    format: str


class ExportAuditHandler:
    """Give the entries of some time, the oldest first. Needs audit:read. The export is an entry itself, made first."""

    def __init__(self, *, uow: UnitOfWork, entries: AuditList) -> None:
        self._uow, self._entries = uow, entries

    async def __call__(self, actor: Actor, command: ExportAudit) -> AsyncIterator[list[AuditRow]]:
        """Give them, part by part. Raises InvalidError; after that only what reading can raise."""
        actor.require(Permission.AUDIT_READ)
        _check(command)
        async with self._uow(actor.tenant_id) as tx:
            tx.audit.record(AuditAction.AUDIT_EXPORTED, by=actor.author, after=msgspec.structs.asdict(command))
        return self._parts(actor, command)

    async def _parts(self, actor: Actor, command: ExportAudit) -> AsyncIterator[list[AuditRow]]:
        filters = AuditFilters(since=command.since, until=command.until)
        cursor: str | None = ""
        while cursor is not None:
            asked = PageRequest(cursor=cursor, limit=MAX_LIMIT, direction=Direction.ASCENDING)
            page = await self._entries.page(actor.tenant_id, filters=filters, page=asked)
            yield page.items
            cursor = page.next_cursor


def _check(command: ExportAudit) -> None:
    if command.since >= command.until:
        wrong = ErrorDetail(field="until", message="must be later than since")
        raise InvalidError("There is no such time.", details=(wrong,))
    if command.until - command.since > LONGEST_EXPORT:
        wrong = ErrorDetail(
            field="until", message="at most {days} days after since", values={"days": LONGEST_EXPORT.days}
        )
        raise InvalidError("This is too long a time.", details=(wrong,))
