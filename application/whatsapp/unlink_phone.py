"""A phone is no longer to be used here."""

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.shared.actor import Actor
from application.whatsapp.linked_phone import PhoneTools, linked, translated
from application.whatsapp.note_connection import note_connection
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import ConnectionState
from domain.whatsapp.inbound import ConnectionChanged

UNLINKED = "logged_out"


class UnlinkPhone:
    """Log the phone out; the number waits until one is linked again. Needs whatsapp:manage."""

    def __init__(self, *, tools: PhoneTools, clock: Clock) -> None:
        self._tools, self._clock = tools, clock

    async def __call__(self, actor: Actor, config_id: WhatsAppConfigId) -> None:
        """Do it. Raises as RestartPhone does; a phone that is not linked is as good as unlinked."""
        actor.require(Permission.WHATSAPP_MANAGE)
        phone = await linked(self._tools, actor.tenant_id, config_id)
        async with translated():
            await self._tools.phones.log_out(phone.credentials)
        told = ConnectionChanged(state=ConnectionState.CLOSED, reason=UNLINKED)
        async with self._tools.uow(actor.tenant_id) as tx:
            config = await tx.whatsapp_configs.get(config_id)
            await note_connection(tx, config, told, now=self._clock.now())
            on = Subject(type="whatsapp_config", id=config_id)
            tx.audit.record(AuditAction.WHATSAPP_PHONE_UNLINKED, by=actor.author, on=on)
