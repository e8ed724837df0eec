"""What flows asked of the world, in PostgreSQL."""

from datetime import datetime

import msgspec
from sqlalchemy import bindparam, select, update

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import insert_into, is_row, select_row, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.calls import flow_calls
from application.ports.repositories.flow_calls import CallStatus, FlowCall, Settlement
from domain.flows.effects import Call
from domain.flows.session import Value
from domain.shared.ids import FlowCallId, FlowSessionId, WhatsAppConfigId

_REQUEST: msgspec.json.Decoder[Call] = msgspec.json.Decoder(Call)
_ANSWER: msgspec.json.Decoder[Value] = msgspec.json.Decoder(Value)

_GET = select_row(flow_calls)
_LOCK = Statement(select(flow_calls).where(is_row(flow_calls)).with_for_update())
_ADD = insert_into(flow_calls)
_is_waiting = is_row(flow_calls) & (flow_calls.c.status == "waiting")

_BEGIN = Statement(
    """
    UPDATE flow_calls SET begun = begun + 1, began_at = coalesce(began_at, :now), due_at = :until
    WHERE tenant_id = :tenant_id AND id = :id AND status = 'waiting'
    """
)
_POSTPONE = Statement(
    update(flow_calls).values(tries=flow_calls.c.tries + 1, due_at=bindparam("due_at")).where(_is_waiting)
)
_SETTLE = Statement(
    update(flow_calls)
    .values(
        {name: bindparam(f"its_{name}") for name in Settlement.__struct_fields__} | {"settled_at": bindparam("at")},
    )
    .where(_is_waiting)
)
_OVERDUE = Statement(
    """
    SELECT id FROM flow_calls WHERE tenant_id = :tenant_id AND status = 'waiting' AND due_at < :before
    ORDER BY due_at LIMIT :limit
    """
)


def to_domain(row: Row) -> FlowCall:
    """Read a row."""
    return FlowCall(
        id=FlowCallId(row["id"]),
        session_id=FlowSessionId(row["session_id"]),
        effect_id=row["effect_id"],
        request=_REQUEST.decode(row["request"]),
        lane_key=row["lane_key"],
        config_id=WhatsAppConfigId(row["config_id"]),
        ordered_at=row["ordered_at"],
        due_at=row["due_at"],
        status=CallStatus(row["status"]),
        tries=row["tries"],
        begun=row["begun"],
        answer=None if row["answer"] is None else _ANSWER.decode(row["answer"]),
        error_code=row["error_code"],
        error_detail=row["error_detail"],
        began_at=row["began_at"],
        settled_at=row["settled_at"],
    )


class PostgresFlowCalls:
    """Keeps calls. An effect of a session is one call, however often its sprint is run."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def add(self, call: FlowCall) -> None:
        """Write a new one."""
        await write(self._connection, _ADD, **values_of(call), kind=call.kind)

    async def get(self, call_id: FlowCallId) -> FlowCall | None:
        """Load one."""
        row = await self._connection.fetch_one(_GET, id=call_id)
        return to_domain(row) if row is not None else None

    async def lock(self, call_id: FlowCallId) -> FlowCall | None:
        """Load one that nobody else begins or settles until this transaction ends."""
        row = await self._connection.fetch_one(_LOCK, id=call_id)
        return to_domain(row) if row is not None else None

    async def begin(self, call_id: FlowCallId, *, now: datetime, until: datetime) -> None:
        """Note that it is being made, by nobody else before `until`."""
        await self._connection.execute(_BEGIN, id=call_id, now=now, until=until)

    async def postpone(self, call_id: FlowCallId, *, due_at: datetime) -> None:
        """Note a try that is to be repeated at `due_at`."""
        await self._connection.execute(_POSTPONE, id=call_id, due_at=due_at)

    async def settle(self, call_id: FlowCallId, settlement: Settlement, *, at: datetime) -> bool:
        """Write how it ended; False where it had ended before."""
        given = {f"its_{name}": value for name, value in values_of(settlement).items()}
        return bool(await self._connection.execute(_SETTLE, id=call_id, at=at, **given))

    async def overdue(self, *, before: datetime, limit: int) -> list[FlowCallId]:
        """Give those that should have been begun before this, the oldest first."""
        rows = await self._connection.fetch(_OVERDUE, before=before, limit=limit)
        return [FlowCallId(row["id"]) for row in rows]
