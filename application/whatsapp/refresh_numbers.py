"""Every company's numbers are looked after."""

from application.ports.directory import Directory
from application.ports.jobs import Job
from application.ports.unit_of_work import UnitOfWork
from application.whatsapp.hear_notice import RefreshNumberOf


class RefreshNumbers(Job, frozen=True, tag="refresh_numbers"):
    """Ask the providers about all numbers, once an hour. Idempotent."""


class RefreshNumbersHandler:
    """Order it for each number that is switched on, one job a number: a provider that is slow holds nobody up."""

    def __init__(self, *, directory: Directory, uow: UnitOfWork) -> None:
        self._directory, self._uow = directory, uow

    async def __call__(self, _: RefreshNumbers) -> None:
        """Order them."""
        for tenant in await self._directory.tenants():
            async with self._uow(tenant.id) as tx:
                for config in await tx.whatsapp_configs.all():
                    if config.is_active:
                        order = RefreshNumberOf(tenant_id=tenant.id, config_id=config.id)
                        tx.jobs.put(order, key=f"refresh_number:{config.id}")
