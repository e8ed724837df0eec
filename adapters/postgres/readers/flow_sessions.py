"""What happened in a flow's sessions, read from PostgreSQL."""

import msgspec
from sqlalchemy import FromClause, Table, Text, bindparam, cast, exists, func, literal, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.readers.flow_steps import call_of, steps_of
from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.visibility import as_seen_by, visible
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.calls import flow_calls
from adapters.postgres.tables.contacts import contacts
from adapters.postgres.tables.conversations import conversations, messages
from adapters.postgres.tables.flows import flow_sessions, flow_sprints, flow_timers, flow_versions, flows
from application.ports.readers.flow_sessions import (
    FLOW_SESSION_SORTS,
    FlowSessionDetail,
    FlowSessionFilters,
    FlowSessionNotFoundError,
    FlowSessionRow,
    SprintRow,
    TimerRow,
)
from application.shared.page import MOST_COUNTED, Page, PageRequest
from domain.conversations.visibility import Viewer
from domain.flows.definition import FlowNotFoundError
from domain.flows.session import Session, SessionStatus
from domain.shared.ids import FlowId, FlowSessionId, TenantId

_c = flow_sessions.c
_RUNNING = _c.status.in_([status.value for status in SessionStatus if not status.is_over])

SEEN_BY = exists(
    select(literal(1))
    .where(conversations.c.tenant_id == _c.tenant_id, conversations.c.id == _c.conversation_id, visible(conversations))
    .correlate(flow_sessions)
)
"""Of a conversation that the viewer may see: a session is as secret as what was said in it."""


def _came_by() -> ColumnElement[bool]:
    """Say that a step of the session's own flow was like this; it may have left that flow meanwhile."""
    step = func.jsonb_array_elements(flow_sprints.c.trace, type_=JSONB).column_valued("step")
    of_session = (flow_sprints.c.tenant_id == _c.tenant_id) & (flow_sprints.c.session_id == _c.id)
    is_alike = step.op("@>")(bindparam("step", type_=JSONB))
    return exists(
        select(literal(1)).where(of_session, is_alike, step["version"].astext.is_(None)).correlate(flow_sessions)
    )


def _show(rows: FromClause) -> Shown:
    is_theirs = (contacts.c.tenant_id == rows.c.tenant_id) & (contacts.c.id == rows.c.contact_id)
    is_its = (flow_versions.c.tenant_id == rows.c.tenant_id) & (flow_versions.c.id == rows.c.version_id)
    name, number = contacts.c.name.label("contact_name"), flow_versions.c.number.label("flow_number")
    joined = rows.outerjoin(contacts, is_theirs).outerjoin(flow_versions, is_its)
    return select(*columns_of(rows, FlowSessionRow), name, number).select_from(joined)


def _numbered() -> ColumnElement[bool]:
    of_flow = (flow_versions.c.tenant_id == _c.tenant_id) & (flow_versions.c.id == _c.version_id)
    return exists().where(of_flow, flow_versions.c.number == bindparam("version"))


_EQUAL = ("status", "cause", "contact_id", "conversation_id", "outcome")

_LISTING = Listing(
    flow_sessions,
    item=FlowSessionRow,
    show=_show,
    where=[_c.flow_id == bindparam("flow_id"), SEEN_BY],
    asks=Asks(
        sorts=dict.fromkeys(FLOW_SESSION_SORTS, NEWEST_FIRST),
        filters={
            **{name: _c[name] == bindparam(name) for name in _EQUAL},
            "running": _RUNNING,
            "over": ~_RUNNING,
            "version": _numbered(),
            "stopped_at": (_c.node == bindparam("stopped_at"))
            & (_c.state["version_id"].astext == cast(_c.version_id, Text)),
            "since": _c.started_at >= bindparam("since"),
            "until": _c.started_at < bindparam("until"),
            "step": _came_by(),
        },
        counts_to=MOST_COUNTED,
    ),
)

_IS_THERE = Statement(
    select(flows.c.id).where(flows.c.tenant_id == bindparam("tenant_id"), flows.c.id == bindparam("flow_id"))
)

_ONE = Statement(_show(flow_sessions).add_columns(_c.state).where(is_row(flow_sessions), SEEN_BY))


def _of_session(table: Table) -> ColumnElement[bool]:
    return (table.c.tenant_id == bindparam("tenant_id")) & (table.c.session_id == bindparam("session_id"))


_SPRINTS = Statement(
    select(*columns_of(flow_sprints, SprintRow), flow_sprints.c.trace)
    .where(_of_session(flow_sprints))
    .order_by(flow_sprints.c.number)
)

_TIMERS = Statement(
    select(*columns_of(flow_timers, TimerRow))
    .where(_of_session(flow_timers))
    .order_by(flow_timers.c.due_at.nulls_last(), flow_timers.c.id)
)

_CALLS = Statement(select(flow_calls).where(_of_session(flow_calls)).order_by(flow_calls.c.ordered_at, flow_calls.c.id))

_MESSAGES = Statement(
    select(messages.c.id, messages.c.type, messages.c.status, messages.c.error_code, messages.c.effect_id).where(
        messages.c.tenant_id == bindparam("tenant_id"),
        messages.c.conversation_id == bindparam("conversation_id"),
        messages.c.flow_session_id == bindparam("session_id"),
    )
)
"""By the conversation, for which there is an index."""


class PostgresFlowSessionList(TenantReader):
    """Reads what happened in a flow, as a viewer may see it."""

    async def page(
        self, tenant_id: TenantId, *, viewer: Viewer, flow_id: FlowId, filters: FlowSessionFilters, page: PageRequest
    ) -> Page[FlowSessionRow]:
        """Give the newest first, or as `page` asks. Raises FlowNotFoundError, MalformedError."""
        asked = {name: getattr(filters, name) for name in filters.__struct_fields__ if name not in {"running", "step"}}
        asked |= {"running": filters.running is True, "over": filters.running is False}
        asked["step"] = msgspec.json.encode(filters.step) if filters.step is not None else None
        fixed = {"flow_id": flow_id, **as_seen_by(viewer)}
        async with self._reading(tenant_id) as connection:
            if await connection.fetch_value(_IS_THERE, flow_id=flow_id) is None:
                raise FlowNotFoundError("There is no such flow.")
            return await _LISTING.page(connection, page, filters=asked, shown_with=None, counted=None, **fixed)

    async def one(self, tenant_id: TenantId, *, viewer: Viewer, session_id: FlowSessionId) -> FlowSessionDetail:
        """Give one step by step. Raises FlowSessionNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=session_id, **as_seen_by(viewer))
            if row is None:
                raise FlowSessionNotFoundError("There is no such flow session.")
            return await _detail(connection, row)


async def _detail(connection: TenantConnection, row: Row) -> FlowSessionDetail:
    session_id = row["id"]
    sprints = await connection.fetch(_SPRINTS, session_id=session_id)
    sent = await connection.fetch(_MESSAGES, session_id=session_id, conversation_id=row["conversation_id"])
    calls = [call_of(call) for call in await connection.fetch(_CALLS, session_id=session_id)]
    timers = await connection.fetch(_TIMERS, session_id=session_id)
    state = msgspec.json.decode(row["state"], type=Session)
    shown = {
        **row,
        "variables": msgspec.Raw(msgspec.json.encode(state.variables)),
        "waiting_replies": len(state.pending) + len(state.heard),
        "steps": steps_of(sprints, sent=sent, calls=calls),
        "sprints": [to_struct(sprint, SprintRow) for sprint in sprints],
        "timers": [to_struct(timer, TimerRow) for timer in timers],
        "calls": calls,
    }
    return msgspec.convert(shown, FlowSessionDetail, from_attributes=True)
