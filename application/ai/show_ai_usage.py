"""Somebody looks at what models took."""

from datetime import date

import msgspec

from application.ports.clock import Clock
from application.ports.repositories.ai_usage import UsageDay
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.ai.pricing import money_of
from domain.ai.usage import first_of_month
from domain.identity.permissions import Permission


class DayOfUse(msgspec.Struct, frozen=True, kw_only=True):
    """What a model took on a day (UTC)."""

    day: date
    model: str
    calls: int
    input_tokens: int
    output_tokens: int
    cost: str


class AiUsageView(msgspec.Struct, frozen=True, kw_only=True):
    """What a month took, of what it may. Money is in `currency`; a cap that is null is none."""

    month: str
    calls: int
    input_tokens: int
    output_tokens: int
    cost: str
    currency: str
    monthly_tokens: int | None
    monthly_cost: str | None
    days: list[DayOfUse]


class ShowAiUsage:
    """Show what models took in a month, by day and model. Needs settings:manage."""

    def __init__(self, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, *, month: date | None) -> AiUsageView:
        """Give the month that begins on `month`; this one without."""
        actor.require(Permission.SETTINGS_MANAGE)
        first = month or first_of_month(self._clock.now())
        async with self._uow(actor.tenant_id) as tx:
            settings = await tx.ai_settings.get()
            days = await tx.ai_usage.month(first)
        cap = settings.monthly_cost_micros
        return AiUsageView(
            month=f"{first:%Y-%m}",
            calls=sum(day.calls for day in days),
            input_tokens=sum(day.input_tokens for day in days),
            output_tokens=sum(day.output_tokens for day in days),
            cost=money_of(sum(day.cost_micros for day in days)),
            currency=settings.currency,
            monthly_tokens=settings.monthly_tokens,
            monthly_cost=money_of(cap) if cap is not None else None,
            days=[_shown(day) for day in days],
        )


def _shown(day: UsageDay) -> DayOfUse:
    return DayOfUse(
        day=day.day,
        model=day.model,
        calls=day.calls,
        input_tokens=day.input_tokens,
        output_tokens=day.output_tokens,
        cost=money_of(day.cost_micros),
    )
