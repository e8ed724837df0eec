"""Prove each hop of a number."""

from collections.abc import Awaitable, Callable

import msgspec

from application.ports.clock import Clock
from application.ports.lanes import LaneKind
from application.ports.secrets import SecretBox, SecretUnreadableError
from application.ports.unit_of_work import UnitOfWork
from application.ports.whatsapp import Credentials, NumberInfo, ProviderRefusedError, WhatsAppGateway
from application.shared.actor import Actor
from application.whatsapp.credentials import credentials_of
from domain.identity.permissions import Permission
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.shared.phone import digits
from domain.whatsapp.config import WhatsAppConfig


class Hop(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was tried: whether it holds, what was seen, and the fix where it does not."""

    name: str
    ok: bool
    detail: str = ""
    fix: str = ""


class ConfigProof(msgspec.Struct, frozen=True, kw_only=True):
    """All hops, in order; those behind a broken one were not tried."""

    ok: bool
    hops: list[Hop]


class ProveConfig:
    """Ask the provider about a number. Needs whatsapp:manage.

    The hops: the secrets open, the token and the number are the provider's, our app gets the account's webhooks. A
    config that passes is unpaused.
    """

    def __init__(self, *, uow: UnitOfWork, gateway: WhatsAppGateway, secrets: SecretBox, clock: Clock) -> None:
        self._uow, self._gateway, self._secrets, self._clock = uow, gateway, secrets, clock

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
            credentials = credentials_of(config, tenant_id=tenant_id, secrets=self._secrets)
        except SecretUnreadableError:
            return [Hop(name="secrets", ok=False, fix="Enter the config's secrets again, or restore the master key.")]
        hops = [Hop(name="secrets", ok=True)]
        for name, probe, fix in (
            ("token", self._number_of(config), "Check the access token and the phone number id with Meta."),
            ("subscription", self._subscription, "Subscribe the app to the account: pytake config subscribe."),
        ):
            hop = await _try(name, probe, credentials, fix=fix)
            hops.append(hop)
            if not hop.ok:
                break
        return hops

    def _number_of(self, config: WhatsAppConfig) -> Callable[[Credentials], Awaitable[str | None]]:
        async def probe(credentials: Credentials) -> str | None:
            info: NumberInfo = await self._gateway.number(credentials)
            if digits(info.display_phone_number) != config.phone_number:
                return f"the provider says that this id is {info.display_phone_number}"
            return None

        return probe

    async def _subscription(self, credentials: Credentials) -> str | None:
        return None if await self._gateway.subscribed(credentials) else "the app does not get this account's webhooks"

    async def _unpause(self, tenant_id: TenantId, config_id: WhatsAppConfigId) -> None:
        async with self._uow(tenant_id) as tx:
            config = await tx.whatsapp_configs.get(config_id)
            config.paused_until = config.pause_reason = None
            await tx.whatsapp_configs.save(config)
            tx.lanes.wake(LaneKind.NUMBER, str(config_id), due_at=self._clock.now())


async def _try(
    name: str, probe: Callable[[Credentials], Awaitable[str | None]], credentials: Credentials, *, fix: str
) -> Hop:
    try:
        wrong = await probe(credentials)
    except ProviderRefusedError as error:
        wrong = str(error)
    return Hop(name=name, ok=wrong is None, detail=wrong or "", fix="" if wrong is None else fix)
