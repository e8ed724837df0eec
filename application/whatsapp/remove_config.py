"""A number is taken away."""

from application.ports.clock import Clock
from application.ports.lanes import LaneKind
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.whatsapp.switch import tell
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId
from domain.tenants.plans import Metric


class RemoveConfig:
    """Stop a number for good. Needs whatsapp:manage.

    Its secrets and its webhook address are gone at once, what was to be sent by it fails, and the number may be
    connected anew, here or by another company. Conversations stay readable.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, config_id: WhatsAppConfigId) -> None:
        """Remove it. Raises ConfigNotFoundError, StaleVersionError."""
        actor.require(Permission.WHATSAPP_MANAGE)
        now = self._clock.now()
        async with self._uow(actor.tenant_id) as tx:
            config = await tx.whatsapp_configs.get(config_id)
            config.remove(now=now)
            await tx.whatsapp_configs.save(config)
            await tx.usage.give_back(Metric.WHATSAPP_NUMBERS)
            tx.lanes.wake(LaneKind.NUMBER, str(config_id), due_at=now)
            tell(tx, AuditAction.WHATSAPP_CONFIG_REMOVED, actor, config_id)
