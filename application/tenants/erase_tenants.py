"""Companies that left a while ago are erased."""

from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.jobs import Job
from application.tenants.erase_tenant import EraseTenant, EraseTenantHandler
from domain.audit.author import SYSTEM


class EraseTenants(Job, frozen=True, tag="erase_tenants"):
    """Erase all companies that were deleted 30 days ago, once a day. Idempotent: what is gone is not found."""


class EraseTenantsHandler:
    """Erase every company whose time is over; one that cannot be erased does not keep the others."""

    def __init__(self, *, directory: Directory, erase: EraseTenantHandler, clock: Clock) -> None:
        self._directory, self._erase, self._clock = directory, erase, clock

    async def __call__(self, _: EraseTenants) -> None:
        """Erase them. Raises ExceptionGroup of what stood in the way of some."""
        now = self._clock.now()
        stopped = []
        for tenant in await self._directory.tenants():
            if tenant.is_to_be_erased(now=now):
                try:
                    await self._erase(EraseTenant(tenant_id=tenant.id), by=SYSTEM)
                except Exception as error:  # noqa: BLE001 - told at the end, when the others are done
                    stopped.append(error)
        if stopped:
            raise ExceptionGroup("some companies could not be erased", stopped)
