"""A number sends again."""

from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.whatsapp.switch import switch, tell
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId


class ActivateConfig:
    """Switch a number on. Needs whatsapp:manage. What was queued meanwhile is sent, where its window is still open."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, config_id: WhatsAppConfigId) -> None:
        """Write it; done twice it is the same. Raises ConfigNotFoundError."""
        actor.require(Permission.WHATSAPP_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            if await switch(tx, config_id, on=True, now=self._clock.now()):
                tell(tx, AuditAction.WHATSAPP_CONFIG_ACTIVATED, actor, config_id)
