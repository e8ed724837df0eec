"""How a number is doing."""

from datetime import timedelta

import msgspec

from application.ports.clock import Clock
from application.ports.readers.whatsapp_configs import (
    ConfigHealthReader,
    NumberSigns,
    WhatsAppConfigList,
    WhatsAppConfigRow,
)
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.health import NumberHealth

LAST_DAY = timedelta(hours=24)


class ConfigHealth(msgspec.Struct, frozen=True, kw_only=True):
    """A number, what its provider told of it, and what its messages show."""

    config: WhatsAppConfigRow
    health: NumberHealth
    signs: NumberSigns
    is_paused: bool


class GetConfigHealth:
    """Gather it. Needs whatsapp:manage. Nobody is asked but our own rows: the provider is asked every hour."""

    def __init__(self, *, configs: WhatsAppConfigList, reader: ConfigHealthReader, clock: Clock) -> None:
        self._configs, self._reader, self._clock = configs, reader, clock

    async def __call__(self, actor: Actor, config_id: WhatsAppConfigId) -> ConfigHealth:
        """Give it. Raises ConfigNotFoundError."""
        actor.require(Permission.WHATSAPP_MANAGE)
        now = self._clock.now()
        config = await self._configs.one(actor.tenant_id, config_id=config_id)
        return ConfigHealth(
            config=config,
            health=await self._reader.health(actor.tenant_id, config_id=config_id),
            signs=await self._reader.signs(actor.tenant_id, config_id=config_id, since=now - LAST_DAY),
            is_paused=config.paused_until is not None and config.paused_until > now,
        )
