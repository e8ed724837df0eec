"""Somebody wants to link a phone and is shown the code."""

from application.ports.audit import Subject
from application.ports.linked_phones import Pairing
from application.shared.actor import Actor
from application.whatsapp.linked_phone import PhoneLinkedError, PhoneTools, linked, translated
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId


class PairPhone:
    """Give a fresh QR code of a number. Needs whatsapp:manage.

    The instance is made first where the server has none. Whoever sees the code has the number, so it is shown to nobody
    else, kept nowhere, and the audit log tells who asked.
    """

    def __init__(self, tools: PhoneTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, config_id: WhatsAppConfigId, *, by_number: bool = False) -> Pairing:
        """Give it; `by_number` asks for eight signs to type, too. The phone's own number is asked then.

        Raises ConfigNotFoundError, NoLinkedPhoneError, PhoneLinkedError, PhoneServerRefusedError,
        PhoneServerSilentError.
        """
        actor.require(Permission.WHATSAPP_MANAGE)
        phone = await linked(self._tools, actor.tenant_id, config_id)
        async with translated():
            address = self._tools.callbacks.of(config_id, phone.credentials)
            await self._tools.phones.settle(phone.credentials, callback_url=address)
            number = phone.config.phone_number if by_number else None
            pairing = await self._tools.phones.pair(phone.credentials, phone_number=number)
        if pairing is None:
            raise PhoneLinkedError("The phone is linked already.")
        async with self._tools.uow(actor.tenant_id) as tx:
            on = Subject(type="whatsapp_config", id=config_id)
            tx.audit.record(AuditAction.WHATSAPP_PHONE_PAIRING_SHOWN, by=actor.author, on=on)
        return pairing
