"""Which conversations a viewer may see, as a condition: `domain/conversations/visibility.py` in SQL.

    select(conversations).where(..., visible(conversations))
    await connection.fetch(statement, ..., **as_seen_by(viewer))

Hand-written SQL takes `VISIBLE`, on a table that it calls `conversations`. For a viewer who sees all, PostgreSQL finds
the condition to be true before it plans.
"""

from sqlalchemy import ARRAY, Boolean, FromClause, Uuid, and_, bindparam, func, or_
from sqlalchemy.sql.elements import ColumnElement

from domain.conversations.visibility import Viewer

_UUID = Uuid(as_uuid=True)

VISIBLE = """(CAST(:sees_all AS boolean) OR conversations.assigned_to = CAST(:viewer_id AS uuid)
  OR conversations.department_id = ANY (CAST(:viewer_departments AS uuid[]))
  OR (conversations.department_id IS NULL AND conversations.assigned_to IS NULL))"""


def visible(rows: FromClause) -> ColumnElement[bool]:
    """Say that a conversation may be seen by the viewer whom the parameters describe."""
    columns = rows.c
    return or_(
        bindparam("sees_all", type_=Boolean),
        columns.assigned_to == bindparam("viewer_id", type_=_UUID),
        columns.department_id == func.any(bindparam("viewer_departments", type_=ARRAY(_UUID))),
        and_(columns.department_id.is_(None), columns.assigned_to.is_(None)),
    )


def as_seen_by(viewer: Viewer) -> dict[str, object]:
    """Give the values of the condition's parameters."""
    return {
        "sees_all": viewer.sees_all,
        "viewer_id": viewer.user_id,
        "viewer_departments": sorted(viewer.departments),
    }
