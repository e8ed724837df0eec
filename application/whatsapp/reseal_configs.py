"""Secrets of numbers that a master key sealed itself are sealed anew, with the tenants' data keys."""

from collections.abc import AsyncIterator

from application.ports.directory import Directory
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.whatsapp.credentials import place
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId
from domain.whatsapp.config import WhatsAppConfig

SECRETS = ("access_token", "app_secret", "verify_token")
TRIES = 5
"""Somebody may be changing the config; nobody changes it five times within a moment."""


class ResealConfigs:
    """For `pytake keys rotate-master`. Idempotent: what is sealed with a data key is left as it is."""

    def __init__(self, *, directory: Directory, uow: UnitOfWork, secrets: SecretBox) -> None:
        self._directory, self._uow, self._secrets = directory, uow, secrets

    async def reseal(self) -> AsyncIterator[int]:
        """Do it, a tenant at a time; give how many secrets. Raises SecretUnreadableError, StaleVersionError."""
        for tenant in await self._directory.tenants():
            yield await self._reseal_all_of(tenant.id)

    async def _reseal_all_of(self, tenant_id: TenantId) -> int:
        async with self._uow(tenant_id) as tx:
            configs = await tx.whatsapp_configs.all()
        return sum([await self._reseal_patiently(tenant_id, config) for config in configs])

    async def _reseal_patiently(self, tenant_id: TenantId, config: WhatsAppConfig) -> int:
        for tries_left in reversed(range(TRIES)):
            try:
                return await self._reseal(tenant_id, config)
            except StaleVersionError:
                if not tries_left:
                    raise
                async with self._uow(tenant_id) as tx:
                    config = await tx.whatsapp_configs.get(config.id)
        return 0

    async def _reseal(self, tenant_id: TenantId, config: WhatsAppConfig) -> int:
        old = [name for name in SECRETS if self._secrets.needs_reseal(getattr(config, f"{name}_sealed"))]
        for name in old:
            here, column = place(config.id, name), f"{name}_sealed"
            secret = await self._secrets.open(getattr(config, column), tenant_id=tenant_id, place=here)
            setattr(config, column, await self._secrets.seal(secret, tenant_id=tenant_id, place=here))
        if old:
            async with self._uow(tenant_id) as tx:
                await tx.whatsapp_configs.save(config)
        return len(old)
