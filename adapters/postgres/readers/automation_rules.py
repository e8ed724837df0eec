"""What a company wants done by itself, read from PostgreSQL."""

from sqlalchemy import bindparam, select

from adapters.postgres.readers.listing import Asks, Listing, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import select_row
from adapters.postgres.tables.support import automation_rules, automation_runs
from application.ports.readers.automation_rules import AUTOMATION_RULE_SORTS, AutomationRuleRow, AutomationRunRow
from application.shared.page import Page, PageRequest
from domain.shared.ids import AutomationRuleId, TenantId
from domain.support.errors import AutomationRuleNotFoundError
from domain.support.rules import RuleEvent, RunOutcome

_RULES = Listing(
    automation_rules,
    item=AutomationRuleRow,
    show=lambda rows: select(*columns_of(rows, AutomationRuleRow)),
    asks=Asks(
        sorts=orders_by(automation_rules, AutomationRuleRow, AUTOMATION_RULE_SORTS),
        filters={"event": automation_rules.c.event == bindparam("event")},
        search=matching(automation_rules.c.name),
    ),
)
_RUNS = Listing(
    automation_runs,
    item=AutomationRunRow,
    show=lambda rows: select(*columns_of(rows, AutomationRunRow)),
    where=(automation_runs.c.rule_id == bindparam("rule_id"),),
    asks=Asks(filters={"outcome": automation_runs.c.outcome == bindparam("outcome")}),
)
_ONE = select_row(automation_rules)


class PostgresAutomationRuleList(TenantReader):
    """Reads rules and their history."""

    async def page(self, tenant_id: TenantId, *, event: RuleEvent | None, page: PageRequest) -> Page[AutomationRuleRow]:
        """Give them by place, or as `page` asks. Raises MalformedError."""
        async with self._reading(tenant_id) as connection:
            return await _RULES.page(connection, page, filters={"event": event})

    async def one(self, tenant_id: TenantId, *, rule_id: AutomationRuleId) -> AutomationRuleRow:
        """Give one. Raises AutomationRuleNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=rule_id)
        if row is None:
            raise AutomationRuleNotFoundError("There is no such rule.")
        return to_struct(row, AutomationRuleRow)

    async def runs(
        self, tenant_id: TenantId, *, rule_id: AutomationRuleId, outcome: RunOutcome | None, page: PageRequest
    ) -> Page[AutomationRunRow]:
        """Give what became of a rule, the newest first. Raises AutomationRuleNotFoundError, MalformedError."""
        await self.one(tenant_id, rule_id=rule_id)
        async with self._reading(tenant_id) as connection:
            return await _RUNS.page(connection, page, filters={"outcome": outcome}, rule_id=rule_id)
