"""Rules of lead scores in PostgreSQL."""

import msgspec
from sqlalchemy import bindparam, delete, select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import (
    insert_dated,
    is_row,
    save_row,
    select_row,
    update_dated,
    values_of,
    write,
)
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import lead_score_rules
from domain.contacts.errors import LeadScoreRuleNotFoundError
from domain.contacts.filters import Filter
from domain.contacts.lead_score import LeadScoreRule, ScoredEvent
from domain.shared.ids import LeadScoreRuleId

_c = lead_score_rules.c
_EVERY = select(lead_score_rules).where(_c.tenant_id == bindparam("tenant_id")).order_by(_c.created_at, _c.id)
_ALL = Statement(_EVERY)
_ACTIVE = Statement(_EVERY.where(_c.is_active))
_GET = select_row(lead_score_rules)
_ADD = insert_dated(lead_score_rules)
_SAVE = update_dated(lead_score_rules)
_DELETE = Statement(delete(lead_score_rules).where(is_row(lead_score_rules)))
_MARK = Statement("SELECT event_number FROM lead_score_marks WHERE tenant_id = :tenant_id FOR UPDATE")
_MOVE_MARK = Statement(
    """
    INSERT INTO lead_score_marks (tenant_id, event_number, at) VALUES (:tenant_id, :number, now())
    ON CONFLICT (tenant_id) DO UPDATE SET event_number = excluded.event_number, at = excluded.at
    """
)

_CONDITIONS = msgspec.json.Decoder(Filter | None)


def to_domain(row: Row) -> LeadScoreRule:
    """Read a row."""
    return LeadScoreRule(
        id=LeadScoreRuleId(row["id"]),
        name=row["name"],
        event=ScoredEvent(row["event"]),
        conditions=_CONDITIONS.decode(row["conditions"]),
        points=row["points"],
        is_active=row["is_active"],
        created_at=row["created_at"],
        version=row["version"],
    )


def _values(rule: LeadScoreRule) -> dict[str, object]:
    """Write no conditions as JSON's null, which is not the database's."""
    return {**values_of(rule), "conditions": msgspec.Raw(msgspec.json.encode(rule.conditions))}


class PostgresLeadScoreRules:
    """Keeps rules. The mark is the number of the last event that was scored."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, rule_id: LeadScoreRuleId) -> LeadScoreRule:
        """Load a rule. Raises LeadScoreRuleNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=rule_id)
        if row is None:
            raise LeadScoreRuleNotFoundError("There is no such rule.")
        return to_domain(row)

    async def all(self) -> list[LeadScoreRule]:
        """Give every rule, the oldest first."""
        return [to_domain(row) for row in await self._connection.fetch(_ALL)]

    async def active(self) -> list[LeadScoreRule]:
        """Give the rules that count."""
        return [to_domain(row) for row in await self._connection.fetch(_ACTIVE)]

    async def add(self, rule: LeadScoreRule) -> None:
        """Write a new rule."""
        await write(self._connection, _ADD, **_values(rule))

    async def save(self, rule: LeadScoreRule) -> None:
        """Write changes. Raises StaleVersionError."""
        await save_row(self._connection, _SAVE, rule, conditions=_values(rule)["conditions"])

    async def delete(self, rule_id: LeadScoreRuleId) -> None:
        """Remove it. Raises LeadScoreRuleNotFoundError."""
        if not await self._connection.execute(_DELETE, id=rule_id):
            raise LeadScoreRuleNotFoundError("There is no such rule.")

    async def mark(self) -> int | None:
        """Give the mark, for moving it in this transaction: others wait. None while no event was ever scored."""
        found = await self._connection.fetch_value(_MARK)
        return None if found is None else int(found)

    async def move_mark(self, number: int) -> None:
        """Put the mark there."""
        await self._connection.execute(_MOVE_MARK, number=number)
