"""A number sends nothing for now."""

from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.whatsapp.switch import switch, tell
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId


class DeactivateConfig:
    """Switch a number off. Needs whatsapp:manage.

    What is received is kept; what is to be sent waits, or fails with its window.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, config_id: WhatsAppConfigId) -> None:
        """Write it; done twice it is the same. Raises ConfigNotFoundError."""
        actor.require(Permission.WHATSAPP_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            if await switch(tx, config_id, on=False, now=self._clock.now()):
                tell(tx, AuditAction.WHATSAPP_CONFIG_DEACTIVATED, actor, config_id)
