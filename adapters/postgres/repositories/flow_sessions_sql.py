"""Statements of flow sessions and their timers."""

from sqlalchemy import Insert, Update, bindparam, delete, func, insert, select, update

from adapters.postgres.repositories.rows import insert_into, is_row, select_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.flows import flow_sessions, flow_sprints, flow_timers

_sessions, _timers = flow_sessions.c, flow_timers.c
_of_session = (_timers.tenant_id == bindparam("tenant_id")) & (_timers.session_id == bindparam("session_id"))
_of_lane = (_timers.tenant_id == bindparam("tenant_id")) & (_timers.lane_key == bindparam("lane_key"))

GET = select_row(flow_sessions)

FIND_RUNNING = Statement(
    """
    SELECT * FROM flow_sessions
    WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id AND status IN ('active', 'waiting', 'awaiting')
    """
)
"""The states are written out, as a parameter would not match the condition of the index."""

_add = insert(flow_sessions).values(
    {**{column.name: bindparam(column.name) for column in _sessions}, "updated_at": bindparam("started_at")}
)
_save = (
    update(flow_sessions)
    .values(
        status=bindparam("status"),
        node=bindparam("node"),
        outcome=bindparam("outcome"),
        state=bindparam("state"),
        ended_at=bindparam("ended_at"),
        version=_sessions.version + 1,
        updated_at=func.now(),
    )
    .where(is_row(flow_sessions), _sessions.version == bindparam("version"))
)


def _played(session: Insert | Update) -> Statement:
    """Write a session and, if it was written, one of its sprints."""
    written = session.returning(_sessions.tenant_id, _sessions.id).cte("session")
    given = [bindparam(column.name, type_=column.type) for column in list(flow_sprints.c)[2:]]
    columns = [column.name for column in flow_sprints.c]
    return Statement(insert(flow_sprints).from_select(columns, select(written.c.tenant_id, written.c.id, *given)))


ADD, ADD_PLAYED = Statement(_add), _played(_add)
SAVE, SAVE_PLAYED = Statement(_save), _played(_save)

ADD_TIMER = insert_into(flow_timers)

CANCEL_TIMER = Statement(delete(flow_timers).where(_of_session, _timers.effect_id == bindparam("effect_id")))

CANCEL_TIMERS = Statement(delete(flow_timers).where(_of_session))

ARM_TIMERS = Statement(
    """
    UPDATE flow_timers SET due_at = CAST(:accepted_at AS timestamptz) + after
    WHERE tenant_id = :tenant_id AND sent_by = ANY (CAST(:message_ids AS uuid[])) AND due_at IS NULL
    RETURNING *
    """
)

DUE_TIMERS = Statement(
    select(flow_timers).where(_of_lane, _timers.due_at <= bindparam("now")).order_by(_timers.due_at, _timers.id)
)

TAKE_TIMER = Statement(delete(flow_timers).where(is_row(flow_timers)))
