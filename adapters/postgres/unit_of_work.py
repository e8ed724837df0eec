"""Opens transactions bound to one tenant."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from adapters.postgres.connection import TenantConnection
from adapters.postgres.database import Database
from adapters.postgres.standing_orders import StandingOrdersBook
from adapters.postgres.transaction import PostgresTransaction
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.wakeups import Wakeups
from domain.shared.ids import TenantId


class PostgresUnitOfWork:
    """Begins with the tenant set, for this transaction only; commits at the end of the block, tells others after it.

    Raises DatabaseUnavailableError, DatabaseBusyError (do it again) and LeaseLostError.
    """

    def __init__(self, database: Database, *, wakeups: Wakeups, ids: Ids, clock: Clock) -> None:
        self._database = database
        self._wakeups = wakeups
        self._ids = ids
        self._clock = clock
        self._standing = StandingOrdersBook()

    @asynccontextmanager
    async def __call__(self, tenant_id: TenantId) -> AsyncIterator[PostgresTransaction]:
        """Begin a transaction that sees and writes this tenant's rows only."""
        async with self._database.tenant_transaction(tenant_id) as connection:
            transaction = PostgresTransaction(TenantConnection(connection, tenant_id), self._standing)
            yield transaction
            now = self._clock.now()
            await transaction.write_effects(ids=self._ids, now=now)
        if transaction.has_new_orders or transaction.flow_starts.has_changed:
            self._standing.forget(tenant_id)
        await self._tell(transaction, now)

    async def _tell(self, transaction: PostgresTransaction, now: datetime) -> None:
        """Nudge those who have something to do now; they would find it by themselves, a little later."""
        if kinds := transaction.lanes.due_kinds(now):
            await self._wakeups.nudge(kinds)
        if transaction.has_events:
            await self._wakeups.nudge_relay()
