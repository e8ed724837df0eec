"""Ordering jobs: in a tenant's transaction, or on its own. Both go through one function, the only way in."""

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from adapters.postgres.connection import Driver
from adapters.postgres.database import Database
from adapters.postgres.running import execute
from adapters.postgres.statements import Statement
from application.ports.jobs import ForeignJobError, Job, kind_of
from domain.shared.ids import TenantId

_PUT = Statement(
    "SELECT platform.put_jobs(CAST(:kinds AS text[]), CAST(:payloads AS bytea[]), CAST(:delays AS interval[]),"
    " CAST(:keys AS text[]))"
)


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A job that is not yet in the database."""

    job: Job
    after: timedelta
    key: str | None


class PostgresJobQueue:
    """A transaction's orders, kept until its effects are written."""

    def __init__(self, tenant_id: TenantId) -> None:
        self._tenant_id = tenant_id
        self.orders: list[Order] = []

    def put(self, job: Job, *, after: timedelta = timedelta(), key: str | None = None) -> None:
        """Order it; while one with the same `key` waits in this tenant, a second is not kept.

        Raises ForeignJobError for a job that names another tenant: its handler works there.
        """
        if getattr(job, "tenant_id", self._tenant_id) != self._tenant_id:
            raise ForeignJobError(kind_of(type(job)))
        self.orders.append(Order(job=job, after=after, key=key))


class PostgresJobs:
    """Orders outside a tenant's transaction; on the platform role."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, job: Job, *, after: timedelta = timedelta(), key: str | None = None) -> None:
        """Order it, durably. Raises DatabaseUnavailableError."""
        async with self._database.connection() as connection:
            await write_orders(connection, [Order(job=job, after=after, key=key)])


async def write_orders(driver: Driver, orders: Sequence[Order]) -> None:
    """Write orders within the driver's transaction, if it is in one; of those with the same key the first counts."""
    if not orders:
        return
    chosen = list({order.key or id(order): order for order in reversed(orders)}.values())[::-1]
    await execute(
        driver,
        _PUT,
        kinds=[kind_of(type(order.job)) for order in chosen],
        payloads=[msgspec.json.encode(order.job) for order in chosen],
        delays=[order.after for order in chosen],
        keys=[order.key for order in chosen],
    )
