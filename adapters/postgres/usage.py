"""What a tenant uses of its plan: a row a metric and month, counted where it is, so that the last one is taken once."""

from collections import Counter
from datetime import date

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from application.ports.usage import Drift
from domain.shared.errors import ErrorDetail
from domain.shared.ids import TenantId
from domain.tenants.errors import PlanLimitReachedError
from domain.tenants.plans import MONTHLY, Limits, Metric

_PLAN = """
WITH plan AS MATERIALIZED (
  SELECT plan.limits || tenant.limits AS limits,
    CAST(date_trunc('month', now() AT TIME ZONE tenant.time_zone) AS date) AS month
  FROM platform.tenants AS tenant JOIN platform.plans AS plan ON plan.code = tenant.plan
  WHERE tenant.id = :tenant_id)
"""

_ALLOWED = """,
allowed AS MATERIALIZED (
  SELECT CAST(plan.limits ->> CAST(:metric AS text) AS bigint) AS most,
    CASE WHEN :by_month THEN plan.month ELSE DATE '1970-01-01' END AS period
  FROM plan)
"""
"""The tenant's own limits lie over the plan's; null is without limit. Months are those of the tenant's time zone.

What is counted for as long as it is there has one period for ever.
"""


def _planned(sql: str) -> Statement:
    return Statement(_PLAN + sql)


def _allowed(sql: str) -> Statement:
    return Statement(_PLAN + _ALLOWED + sql)


_TAKE = _allowed("""
INSERT INTO platform.usage AS usage (tenant_id, metric, period, used)
SELECT :tenant_id, :metric, allowed.period, CAST(:amount AS bigint) FROM allowed
WHERE allowed.most IS NULL OR CAST(:amount AS bigint) <= allowed.most
ON CONFLICT (tenant_id, metric, period) DO UPDATE SET used = usage.used + EXCLUDED.used
WHERE (SELECT most FROM allowed) IS NULL OR usage.used + EXCLUDED.used <= (SELECT most FROM allowed)
""")
"""Who comes second waits for the row, and then compares with what the first one left in it."""

_COUNT = _allowed("""
INSERT INTO platform.usage AS usage (tenant_id, metric, period, used)
SELECT :tenant_id, :metric, allowed.period, :amount FROM allowed
ON CONFLICT (tenant_id, metric, period) DO UPDATE SET used = usage.used + EXCLUDED.used
""")

_LOCK = _allowed("""
INSERT INTO platform.usage AS usage (tenant_id, metric, period, used)
SELECT :tenant_id, :metric, allowed.period, 0 FROM allowed
ON CONFLICT (tenant_id, metric, period) DO UPDATE SET used = usage.used
RETURNING usage.used, usage.period, (SELECT most FROM allowed) AS most
""")

_SET = Statement("""
UPDATE platform.usage SET used = :used WHERE tenant_id = :tenant_id AND metric = :metric AND period = :period
""")

_GIVE_BACK = _allowed("""
UPDATE platform.usage AS usage SET used = greatest(0, usage.used - CAST(:amount AS bigint)) FROM allowed
WHERE usage.tenant_id = :tenant_id AND usage.metric = :metric AND usage.period = allowed.period
""")

_STATE = _allowed("""
SELECT allowed.most, coalesce(usage.used, 0) AS used
FROM allowed LEFT JOIN platform.usage AS usage
  ON usage.tenant_id = :tenant_id AND usage.metric = :metric AND usage.period = allowed.period
""")

_USED = _planned("""
SELECT usage.metric, usage.used FROM plan JOIN platform.usage AS usage
  ON usage.tenant_id = :tenant_id AND usage.period IN (plan.month, DATE '1970-01-01')
""")

_LIMITS = _planned("SELECT key AS metric, CAST(value AS bigint) AS most FROM plan, jsonb_each_text(limits)")

_PRESENT = {
    Metric.USERS: Statement("SELECT count(*) FROM platform.users WHERE tenant_id = :tenant_id AND deleted_at IS NULL"),
    Metric.WHATSAPP_NUMBERS: Statement(
        "SELECT count(*) FROM whatsapp_configs WHERE tenant_id = :tenant_id AND deleted_at IS NULL"
    ),
    Metric.CONTACTS: Statement("SELECT count(*) FROM contacts WHERE tenant_id = :tenant_id AND deleted_at IS NULL"),
    Metric.FLOWS: Statement("SELECT count(*) FROM flows WHERE tenant_id = :tenant_id AND deleted_at IS NULL"),
    Metric.CAMPAIGNS: Statement("SELECT 0"),
}
"""What is there of each standing metric; there are no campaigns yet."""


class PostgresUsageMeter:
    """Counts in the tenant's transaction; `write` is called once, by the transaction, before it commits."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection
        self._counted: Counter[Metric] = Counter()

    async def take(self, metric: Metric, *, amount: int = 1) -> None:
        """Count before adding. Raises PlanLimitReachedError, and then nothing is counted."""
        if not await self._connection.execute(_TAKE, **_of(metric), amount=amount):
            raise _refusal(metric, await self._state(metric))

    async def take_some(self, metric: Metric, *, wanted: int) -> int:
        """Count as many of `wanted` as the plan still allows, and give how many."""
        if await self._connection.execute(_TAKE, **_of(metric), amount=wanted):
            return wanted
        row = await self._locked(metric)
        left = wanted if row["most"] is None else max(0, row["most"] - row["used"])
        taken = min(wanted, left)
        await self._set(metric, row["period"], used=row["used"] + taken)
        return taken

    async def give_back(self, metric: Metric, *, amount: int = 1) -> None:
        """Count after removing, or when what was counted did not come to be; of a month's, in this month."""
        await self._connection.execute(_GIVE_BACK, **_of(metric), amount=amount)

    def count(self, metric: Metric, *, amount: int = 1) -> None:
        """Count what cannot be refused."""
        self._counted[metric] += amount

    async def require_room(self, metric: Metric) -> None:
        """Refuse early, counting and locking nothing. Raises PlanLimitReachedError when none is left."""
        state = await self._state(metric)
        if state["most"] is not None and state["used"] >= state["most"]:
            raise _refusal(metric, state)

    async def recount(self, metric: Metric) -> Drift | None:
        """Count what is there anew. Holding the count's row, we see all that was counted before, and nothing after."""
        row = await self._locked(metric)
        found = await self._connection.fetch_value(_PRESENT[metric])
        if found == row["used"]:
            return None
        await self._set(metric, row["period"], used=found)
        return Drift(metric=metric, counted=row["used"], found=found)

    async def write(self) -> None:
        """Write what `count` was told, in one order everywhere."""
        for metric in sorted(self._counted):
            await self._connection.execute(_COUNT, **_of(metric), amount=self._counted[metric])

    async def _locked(self, metric: Metric) -> Row:
        row = await self._connection.fetch_one(_LOCK, **_of(metric))
        if row is None:
            raise LookupError("a count is of a tenant that there is")
        return row

    async def _state(self, metric: Metric) -> Row:
        return await self._connection.fetch_one(_STATE, **_of(metric)) or {"most": 0, "used": 0}

    async def _set(self, metric: Metric, period: date, *, used: int) -> None:
        await self._connection.execute(_SET, metric=metric, period=period, used=used)


class PostgresUsageReader(TenantReader):
    """Reads what is used, and what may be."""

    async def used(self, tenant_id: TenantId) -> dict[Metric, int]:
        """Give the counts, of this month where it is by the month."""
        async with self._reading(tenant_id) as connection:
            rows = await connection.fetch(_USED)
        return dict.fromkeys(Metric, 0) | {Metric(row["metric"]): row["used"] for row in rows}

    async def limits(self, tenant_id: TenantId) -> Limits:
        """Give the plan's limits with the tenant's own over them."""
        async with self._reading(tenant_id) as connection:
            rows = await connection.fetch(_LIMITS)
        return {Metric(row["metric"]): row["most"] for row in rows}


def _of(metric: Metric) -> dict[str, object]:
    return {"metric": metric, "by_month": metric in MONTHLY}


def _refusal(metric: Metric, state: Row) -> PlanLimitReachedError:
    detail = ErrorDetail(
        field=metric, message="{used} of {most} are used", values={"used": state["used"], "most": state["most"]}
    )
    return PlanLimitReachedError("Upgrade the plan, or remove what is not used.", details=(detail,))
