"""Flow sessions in PostgreSQL: their state, what happened in them, and their timers."""

from collections.abc import Collection
from datetime import datetime

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories import flow_sessions_sql as sql
from adapters.postgres.repositories.rows import stale, values_of, write
from application.ports.repositories.flow_sessions import SessionCause, SessionRecord, SprintRecord, Timer
from domain.flows.session import Session
from domain.shared.ids import (
    ContactId,
    ConversationId,
    FlowId,
    FlowSessionId,
    FlowVersionId,
    MessageId,
    TimerId,
    WhatsAppConfigId,
)

_SESSION = msgspec.json.Decoder(Session)


def to_domain(row: Row) -> SessionRecord:
    """Read a row; all of the session is in `state`, the columns beside it are for finding it."""
    return SessionRecord(
        session=_SESSION.decode(row["state"]),
        contact_id=ContactId(row["contact_id"]),
        conversation_id=ConversationId(row["conversation_id"]),
        config_id=WhatsAppConfigId(row["config_id"]),
        lane_key=row["lane_key"],
        cause=SessionCause(row["cause"]),
        began_in=(FlowId(row["flow_id"]), FlowVersionId(row["version_id"])),
        version=row["version"],
    )


def _state(record: SessionRecord) -> dict[str, object]:
    session = record.session
    return {
        "id": session.id,
        "status": session.status,
        "node": session.node,
        "outcome": session.outcome,
        "state": session,
        "ended_at": session.ended_at,
        "version": record.version,
    }


def to_row(record: SessionRecord) -> dict[str, object]:
    """Write a new row."""
    flow_id, version_id = record.began_in or (record.session.flow_id, record.session.version_id)
    return {
        **_state(record),
        "flow_id": flow_id,
        "version_id": version_id,
        "contact_id": record.contact_id,
        "conversation_id": record.conversation_id,
        "config_id": record.config_id,
        "lane_key": record.lane_key,
        "cause": record.cause,
        "started_at": record.session.started_at,
    }


def _timer(row: Row) -> Timer:
    return Timer(
        id=TimerId(row["id"]),
        session_id=FlowSessionId(row["session_id"]),
        effect_id=row["effect_id"],
        lane_key=row["lane_key"],
        due_at=row["due_at"],
        after=row["after"],
        sent_by=row["sent_by"],
    )


class PostgresFlowSessions:
    """Keeps flow sessions. A conversation has at most one that is not over."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection
        self.has_set_timers = False

    async def get(self, session_id: FlowSessionId) -> SessionRecord | None:
        """Load a session."""
        row = await self._connection.fetch_one(sql.GET, id=session_id)
        return to_domain(row) if row is not None else None

    async def find_running(self, conversation_id: ConversationId) -> SessionRecord | None:
        """Find the session of a conversation that is not over."""
        row = await self._connection.fetch_one(sql.FIND_RUNNING, conversation_id=conversation_id)
        return to_domain(row) if row is not None else None

    async def add(self, record: SessionRecord, *, sprint: SprintRecord | None = None) -> None:
        """Write a new session, and what happened in its first sprint."""
        if sprint is None:
            await write(self._connection, sql.ADD, **to_row(record))
        else:
            await write(self._connection, sql.ADD_PLAYED, **to_row(record), **values_of(sprint))

    async def save(self, record: SessionRecord, *, sprint: SprintRecord | None = None) -> None:
        """Write the session's state, and what happened in a sprint; the next save needs version + 1.

        Raises StaleVersionError on a lost race.
        """
        if sprint is None:
            written = await write(self._connection, sql.SAVE, **_state(record))
        else:
            written = await write(self._connection, sql.SAVE_PLAYED, **_state(record), **values_of(sprint))
        if not written:
            raise stale(record.session)

    async def add_timer(self, timer: Timer) -> None:
        """Write a timer."""
        self.has_set_timers = True
        await self._connection.execute(sql.ADD_TIMER, **values_of(timer))

    async def cancel_timer(self, session_id: FlowSessionId, *, effect_id: str) -> None:
        """Forget a timer; one that is gone is no error."""
        await self._connection.execute(sql.CANCEL_TIMER, session_id=session_id, effect_id=effect_id)

    async def cancel_timers(self, session_id: FlowSessionId) -> None:
        """Forget every timer of a session."""
        await self._connection.execute(sql.CANCEL_TIMERS, session_id=session_id)

    async def arm_timers(self, message_ids: Collection[MessageId], *, accepted_at: datetime) -> list[Timer]:
        """Set `due_at` of the timers that waited for these messages to be accepted; gives them."""
        self.has_set_timers = True
        rows = await self._connection.fetch(sql.ARM_TIMERS, message_ids=list(message_ids), accepted_at=accepted_at)
        return [_timer(row) for row in rows]

    async def due_timers(self, lane_key: str, *, now: datetime) -> list[Timer]:
        """Give the lane's timers whose time has come, oldest first."""
        return [_timer(row) for row in await self._connection.fetch(sql.DUE_TIMERS, lane_key=lane_key, now=now)]

    async def take_timer(self, timer_id: TimerId) -> bool:
        """Remove a timer that fires; False if it was cancelled meanwhile."""
        return bool(await self._connection.execute(sql.TAKE_TIMER, id=timer_id))
