"""Somebody asks whether the phone is linked."""

from datetime import datetime

import msgspec

from application.ports.clock import Clock
from application.ports.linked_phones import Connection
from application.ports.whatsapp import ProviderRefusedError
from application.shared.actor import Actor
from application.whatsapp.linked_phone import PhoneTools, linked
from application.whatsapp.settle_instance import keep
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import ConnectionState


class PhoneConnection(msgspec.Struct, frozen=True, kw_only=True):
    """How a linked phone is. `asked` says whether its server answered just now; else it is what was last known."""

    state: ConnectionState
    phone_number: str | None
    since: datetime | None
    reason: str | None
    asked: bool


class ShowConnection:
    """Ask the server, and keep what it says. Needs whatsapp:manage."""

    def __init__(self, *, tools: PhoneTools, clock: Clock) -> None:
        self._tools, self._clock = tools, clock

    async def __call__(self, actor: Actor, config_id: WhatsAppConfigId) -> PhoneConnection:
        """Give it. Raises ConfigNotFoundError, NoLinkedPhoneError."""
        actor.require(Permission.WHATSAPP_MANAGE)
        phone = await linked(self._tools, actor.tenant_id, config_id)
        found: Connection | None = None
        refused: str | None = None
        try:
            found = await self._tools.phones.connection(phone.credentials)
        except ProviderRefusedError as error:
            refused = f"server: {error.code}"
        if found is not None:
            await keep(self._tools, actor.tenant_id, phone, found, clock=self._clock)
        async with self._tools.uow(actor.tenant_id) as tx:
            config = await tx.whatsapp_configs.get(config_id)
        number = found.phone_number if found is not None else config.phone_number
        return PhoneConnection(
            state=config.connection,
            phone_number=number or None,
            since=config.health.connection_since,
            reason=refused or config.health.connection_reason,
            asked=found is not None,
        )
