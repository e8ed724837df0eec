"""A linked phone that hangs is connected anew."""

from application.shared.actor import Actor
from application.whatsapp.linked_phone import PhoneTools, linked, translated
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId


class RestartPhone:
    """Have the server connect anew with what was linked. Needs whatsapp:manage."""

    def __init__(self, tools: PhoneTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, config_id: WhatsAppConfigId) -> None:
        """Do it. Raises as PairPhone does, but for PhoneLinkedError."""
        actor.require(Permission.WHATSAPP_MANAGE)
        phone = await linked(self._tools, actor.tenant_id, config_id)
        async with translated():
            await self._tools.phones.restart(phone.credentials)
