"""What a company wants done by itself, in PostgreSQL."""

import msgspec
from sqlalchemy import delete

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
from adapters.postgres.tables.support import automation_rules
from domain.shared.ids import AutomationRuleId
from domain.support.actions import Action
from domain.support.conditions import Condition
from domain.support.errors import AutomationRuleNotFoundError
from domain.support.rules import AutomationRule, RuleEvent

_GET = select_row(automation_rules)
_ACTIVE = Statement(
    "SELECT * FROM automation_rules WHERE tenant_id = :tenant_id AND event = :event AND is_active ORDER BY place, id"
)
_COUNT = Statement("SELECT count(*) FROM automation_rules WHERE tenant_id = :tenant_id")
_ADD = insert_dated(automation_rules)
_SAVE = update_dated(automation_rules)
_DELETE = Statement(delete(automation_rules).where(is_row(automation_rules)))


def to_domain(row: Row) -> AutomationRule:
    """Read a row."""
    return AutomationRule(
        id=AutomationRuleId(row["id"]),
        name=row["name"],
        event=RuleEvent(row["event"]),
        conditions=msgspec.json.decode(row["conditions"], type=Condition),
        actions=msgspec.json.decode(row["actions"], type=tuple[Action, ...]),
        place=row["place"],
        is_active=row["is_active"],
        created_at=row["created_at"],
        version=row["version"],
    )


class PostgresAutomationRules:
    """Keeps rules."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection
        self.has_changed = False

    async def get(self, rule_id: AutomationRuleId) -> AutomationRule:
        """Load one."""
        row = await self._connection.fetch_one(_GET, id=rule_id)
        if row is None:
            raise AutomationRuleNotFoundError("There is no such rule.")
        return to_domain(row)

    async def active(self, event: RuleEvent) -> list[AutomationRule]:
        """Load those that are looked at after an event, by place."""
        return [to_domain(row) for row in await self._connection.fetch(_ACTIVE, event=event)]

    async def count(self) -> int:
        """Count them."""
        return int(await self._connection.fetch_value(_COUNT))

    async def add(self, rule: AutomationRule) -> None:
        """Write a new one."""
        await write(self._connection, _ADD, **values_of(rule))
        self.has_changed = True

    async def save(self, rule: AutomationRule) -> None:
        """Write changes, if nobody was faster."""
        await save_row(self._connection, _SAVE, rule)
        self.has_changed = True

    async def delete(self, rule_id: AutomationRuleId) -> None:
        """Remove it, with its history."""
        await self._connection.execute(_DELETE, id=rule_id)
        self.has_changed = True
