"""Prove each hop of a number."""

import msgspec

from application.ports.clock import Clock
from application.ports.lanes import LaneKind
from application.ports.providers import Providers
from application.ports.secrets import SecretBox, SecretUnreadableError
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.whatsapp.credentials import credentials_of
from application.whatsapp.provider_hops import Hop, provider_hops
from domain.identity.permissions import Permission
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig


class ConfigProof(msgspec.Struct, frozen=True, kw_only=True):
    """All hops, in order; those behind a broken one were not tried."""

    ok: bool
    hops: list[Hop]


class ProveConfig:
    """Ask the provider about a number. Needs whatsapp:manage.

    The hops: the secrets open, the provider answers and takes the token, the number is the one we mean, the app secret
    is the one of the token's app, our app gets the account's webhooks. A config that passes is unpaused.
    """

    def __init__(self, *, uow: UnitOfWork, providers: Providers, secrets: SecretBox, clock: Clock) -> None:
        self._uow, self._providers, self._secrets, self._clock = uow, providers, secrets, clock

    async def __call__(self, actor: Actor, config_id: WhatsAppConfigId) -> ConfigProof:
        """Try each hop until one breaks. Raises ConfigNotFoundError."""
        actor.require(Permission.WHATSAPP_MANAGE)
        return await self.prove(actor.tenant_id, config_id)

    async def prove(self, tenant_id: TenantId, config_id: WhatsAppConfigId) -> ConfigProof:
        """Do it for the operator of the platform."""
        async with self._uow(tenant_id) as tx:
            config = await tx.whatsapp_configs.get(config_id)
        hops = await self._hops(tenant_id, config)
        result = ConfigProof(ok=all(hop.ok for hop in hops), hops=hops)
        if result.ok and config.paused_until is not None:
            await self._unpause(tenant_id, config_id)
        return result

    async def _hops(self, tenant_id: TenantId, config: WhatsAppConfig) -> list[Hop]:
        try:
            credentials = await credentials_of(config, tenant_id=tenant_id, secrets=self._secrets)
        except SecretUnreadableError:
            fix = "Restore the PYTAKE_MASTER_KEY that sealed them, or enter them again: pytake config renew."
            return [Hop(name="secrets", ok=False, detail="they do not open with the master key", fix=fix)]
        gateway = self._providers.of(config.api_type).gateway
        rest = await provider_hops(gateway, credentials, phone_number=config.phone_number)
        return [Hop(name="secrets", ok=True), *rest]

    async def _unpause(self, tenant_id: TenantId, config_id: WhatsAppConfigId) -> None:
        async with self._uow(tenant_id) as tx:
            config = await tx.whatsapp_configs.get(config_id)
            config.paused_until = config.pause_reason = None
            await tx.whatsapp_configs.save(config)
            tx.lanes.wake(LaneKind.NUMBER, str(config_id), due_at=self._clock.now())
