"""How much there is in each view of the inbox, counted by PostgreSQL.

Only open conversations are looked at, through the partial indexes that hold nothing else: how many were ever resolved
costs nothing. One statement reads them once, and gives a row for each status, department and number.
"""

from collections import Counter
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.connection import Row
from adapters.postgres.readers.conversation_conditions import CONDITIONS
from adapters.postgres.readers.conversation_rows import NOW, VIEWER, is_open, is_read, unread_of
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.visibility import as_seen_by, visible
from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import conversation_reads, conversations
from application.ports.readers.inbox_counts import InboxCounts
from domain.conversations.states import ConversationStatus
from domain.conversations.visibility import Viewer
from domain.shared.ids import DepartmentId, TenantId, WhatsAppConfigId

_c = conversations.c
_GROUPS = (_c.status, _c.department_id, _c.whatsapp_config_id)
_AWAKE = CONDITIONS["awake"]

_VIEWS: dict[str, ColumnElement[bool]] = {
    "mine": _AWAKE & (_c.assigned_to == VIEWER),
    "unassigned": _AWAKE & _c.assigned_to.is_(None),
    "waiting": _AWAKE & (_c.status == ConversationStatus.WAITING.value),
    "unread": _AWAKE & (unread_of(conversations) > 0),
    "snoozed": _c.snoozed_until > NOW,
    "mentioned": _AWAKE & CONDITIONS["mentioned"],
    "needs_attention": _AWAKE & _c.needs_attention,
    "closing": _AWAKE & CONDITIONS["window_closing"],
}

_COUNT = Statement(
    select(
        *_GROUPS,
        func.count().label("open"),
        *(func.count().filter(condition).label(name) for name, condition in _VIEWS.items()),
    )
    .select_from(conversations.outerjoin(conversation_reads, is_read(conversations)))
    .where(_c.tenant_id == bindparam("tenant_id"), is_open(conversations), visible(conversations))
    .group_by(*_GROUPS)
)


class PostgresInboxCounter(TenantReader):
    """Counts the inbox as a viewer sees it."""

    async def count(self, tenant_id: TenantId, *, viewer: Viewer, now: datetime) -> InboxCounts:
        """Count. Raises UnavailableError."""
        async with self._reading(tenant_id) as connection:
            rows = await connection.fetch(_COUNT, now=now, **as_seen_by(viewer))
        sums: Counter[str] = Counter()
        by_status: Counter[ConversationStatus] = Counter()
        by_department: Counter[DepartmentId] = Counter()
        by_config: Counter[WhatsAppConfigId] = Counter()
        for row in rows:
            _add(sums, row)
            by_status[ConversationStatus(row["status"])] += row["open"]
            by_config[WhatsAppConfigId(row["whatsapp_config_id"])] += row["open"]
            if row["department_id"] is not None:
                by_department[DepartmentId(row["department_id"])] += row["open"]
        return InboxCounts(
            open=sums["open"],
            **{name: sums[name] for name in _VIEWS},
            by_status=dict(by_status),
            by_department=dict(by_department),
            by_config=dict(by_config),
        )


def _add(sums: Counter[str], row: Row) -> None:
    for name in ("open", *_VIEWS):
        sums[name] += row[name]
