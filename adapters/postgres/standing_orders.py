"""What companies want done by themselves, remembered for a moment: every transaction asks, and it changes rarely."""

from datetime import datetime, timedelta

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.job_queue import PostgresJobQueue
from adapters.postgres.statements import Statement
from application.ports.ids import Ids
from application.ports.serving import Happened, StandingOrders, order_assigning, order_what_is_wanted
from domain.flows.starts import FlowEvent
from domain.shared.ids import TenantId
from domain.support.rules import RuleEvent

KEPT_FOR = timedelta(seconds=30)
"""How late another process hears of a new rule or promise."""
KEPT = 5_000
"""Companies; past this it forgets all of them, and asks again."""

_READ = Statement(
    """
    SELECT EXISTS (SELECT FROM sla_policies WHERE tenant_id = :tenant_id AND is_active) AS promises,
      ARRAY(SELECT DISTINCT event FROM automation_rules WHERE tenant_id = :tenant_id AND is_active) AS events,
      ARRAY(SELECT DISTINCT event FROM flow_events WHERE tenant_id = :tenant_id) AS flows
    """
)


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    orders: StandingOrders
    until: datetime


class StandingOrdersBook:
    """Knows them; one a unit of work."""

    def __init__(self) -> None:
        self._kept: dict[TenantId, _Kept] = {}

    async def order(
        self, connection: TenantConnection, jobs: PostgresJobQueue, happened: Happened, *, ids: Ids, now: datetime
    ) -> None:
        """Order what follows from what happened; a company that wants nothing costs no statement."""
        order_assigning(jobs, connection.tenant_id, happened)
        if happened.may_matter:
            orders = await self.of(connection, now=now)
            order_what_is_wanted(jobs, connection.tenant_id, happened, orders=orders, ids=ids, now=now)

    async def of(self, connection: TenantConnection, *, now: datetime) -> StandingOrders:
        """Give a company's, at most `KEPT_FOR` old: one statement when it is not remembered."""
        kept = self._kept.get(connection.tenant_id)
        if kept is not None and kept.until - KEPT_FOR <= now < kept.until:
            return kept.orders
        if len(self._kept) >= KEPT:
            self._kept.clear()
        row = await connection.fetch_one(_READ)
        orders = StandingOrders() if row is None else _to_orders(row)
        self._kept[connection.tenant_id] = _Kept(orders=orders, until=now + KEPT_FOR)
        return orders

    def forget(self, tenant_id: TenantId) -> None:
        """Ask again next time: something was changed here."""
        self._kept.pop(tenant_id, None)


def _to_orders(row: Row) -> StandingOrders:
    """Leave out events that only a newer version knows."""
    return StandingOrders(
        promises=row["promises"],
        events=frozenset(one for one in RuleEvent if one in row["events"]),
        flows=frozenset(one for one in FlowEvent if one in row["flows"]),
    )
