"""Every company's templates are read anew."""

from application.ports.directory import Directory
from application.ports.jobs import Job
from application.ports.unit_of_work import UnitOfWork
from application.whatsapp.templates.tools import order_sync
from domain.whatsapp.config import ApiType


class SyncAllTemplates(Job, frozen=True, tag="sync_all_templates"):
    """Read the templates of all numbers, once a day. Idempotent."""


class SyncAllTemplatesHandler:
    """Order it for each number that is switched on, one job a number."""

    def __init__(self, *, directory: Directory, uow: UnitOfWork) -> None:
        self._directory, self._uow = directory, uow

    async def __call__(self, _: SyncAllTemplates) -> None:
        """Order them."""
        for tenant in await self._directory.tenants():
            async with self._uow(tenant.id) as tx:
                for config in await tx.whatsapp_configs.all():
                    if config.is_active and config.api_type is ApiType.OFFICIAL:
                        order_sync(tx.jobs, tenant.id, config.id)
