"""Every company's counts are compared with what is there."""

from application.ports.directory import Directory
from application.ports.jobs import Job
from application.tenants.recount_tenant import RecountTenant


class RecountUsage(Job, frozen=True, tag="recount_usage"):
    """Recount all companies, once a day. Idempotent: a count that is right stays."""


class RecountUsageHandler:
    """Recount every company, one after the other."""

    def __init__(self, *, directory: Directory, recount: RecountTenant) -> None:
        self._directory, self._recount = directory, recount

    async def __call__(self, _: RecountUsage) -> None:
        """Recount."""
        for tenant in await self._directory.tenants():
            await self._recount(tenant.id)
