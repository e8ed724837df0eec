"""What a company's models took, in PostgreSQL."""

from datetime import UTC, date, datetime
from uuid import UUID

import msgspec

from adapters.postgres.connection import TenantConnection
from adapters.postgres.statements import Statement
from application.ports.repositories.ai_usage import UsageDay
from domain.ai.usage import HOLD, Used, first_of_month
from domain.ai.usage import Hold as Wanted

_LOCK = Statement("""
SELECT monthly_tokens IS NOT NULL OR monthly_cost_micros IS NOT NULL FROM ai_settings
WHERE tenant_id = :tenant_id FOR NO KEY UPDATE
""")
"""Whoever holds waits here for whoever holds at the same time; the next statement then sees what that one took."""

_HOLD = Statement("""
INSERT INTO ai_holds (tenant_id, id, tokens, cost_micros, until)
SELECT :tenant_id, CAST(:id AS uuid), CAST(:tokens AS bigint), CAST(:cost_micros AS bigint), :until
FROM ai_settings AS settings,
  (SELECT coalesce(sum(input_tokens + output_tokens), 0) AS tokens, coalesce(sum(cost_micros), 0) AS cost
   FROM ai_usage WHERE tenant_id = :tenant_id AND day >= :first) AS used,
  (SELECT coalesce(sum(tokens), 0) AS tokens, coalesce(sum(cost_micros), 0) AS cost
   FROM ai_holds WHERE tenant_id = :tenant_id AND until > :now) AS held
WHERE settings.tenant_id = :tenant_id
  AND (settings.monthly_tokens IS NULL
    OR used.tokens + held.tokens + CAST(:tokens AS bigint) <= settings.monthly_tokens)
  AND (settings.monthly_cost_micros IS NULL
    OR used.cost + held.cost + CAST(:cost_micros AS bigint) <= settings.monthly_cost_micros)
""")
_RELEASE = Statement("DELETE FROM ai_holds WHERE tenant_id = :tenant_id AND (id = :id OR until <= :now)")
_COUNT = Statement("""
INSERT INTO ai_usage AS kept (tenant_id, day, model, calls, input_tokens, output_tokens, cost_micros)
VALUES (:tenant_id, :day, :model, 1, :input_tokens, :output_tokens, :cost_micros)
ON CONFLICT (tenant_id, day, model) DO UPDATE SET
  calls = kept.calls + 1, input_tokens = kept.input_tokens + excluded.input_tokens,
  output_tokens = kept.output_tokens + excluded.output_tokens, cost_micros = kept.cost_micros + excluded.cost_micros
""")
_MONTH = Statement("""
SELECT day, model, calls, input_tokens, output_tokens, cost_micros FROM ai_usage
WHERE tenant_id = :tenant_id AND day >= CAST(:first AS date) AND day < CAST(:first AS date) + INTERVAL '1 month'
ORDER BY day, model
""")


class PostgresAiUsage:
    """Counts."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def hold(self, hold_id: UUID, hold: Wanted, *, now: datetime) -> bool:
        """Take it from what the month has left; False where that is less. Without a cap nothing is written."""
        if not await self._connection.fetch_value(_LOCK):
            return True
        taken = await self._connection.execute(
            _HOLD,
            id=hold_id,
            tokens=hold.tokens,
            cost_micros=hold.cost_micros,
            until=now + HOLD,
            now=now,
            first=first_of_month(now),
        )
        return bool(taken)

    async def settle(self, hold_id: UUID, used: Used | None, *, model: str, at: datetime) -> None:
        """Count what was taken instead of what was held."""
        if used is not None:
            day = at.astimezone(UTC).date()
            await self._connection.execute(_COUNT, day=day, model=model, **msgspec.structs.asdict(used))
        await self._connection.execute(_RELEASE, id=hold_id, now=at)

    async def month(self, first: date) -> list[UsageDay]:
        """Give the days of a month, by day and model."""
        rows = await self._connection.fetch(_MONTH, first=first)
        return [msgspec.convert(dict(row), UsageDay) for row in rows]
