"""Which days the law makes holidays where the company is."""

from datetime import date

import msgspec

from application.ports.public_holidays import PublicHolidays
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission


class PublicHoliday(msgspec.Struct, frozen=True, kw_only=True):
    """A day, and what it is called."""

    day: date
    name: str


class ListPublicHolidays:
    """Show a year's public holidays of the company's region, in its language. Needs conversations:read."""

    def __init__(self, *, uow: UnitOfWork, public: PublicHolidays) -> None:
        self._uow, self._public = uow, public

    async def __call__(self, actor: Actor, *, year: int) -> list[PublicHoliday]:
        """Give them in order."""
        actor.require(Permission.CONVERSATIONS_READ)
        async with self._uow(actor.tenant_id) as tx:
            tenant = await tx.tenants.get()
        found = self._public.of(tenant.settings.holiday_region, years=[year], language=tenant.language)
        return [PublicHoliday(day=day, name=name) for day, name in sorted(found.items())]
