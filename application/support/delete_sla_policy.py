"""A company promises it no more."""

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.sla_checks import told
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import SlaPolicyId


class DeleteSlaPolicy:
    """Remove a policy, and what was promised by it. Needs settings:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, policy_id: SlaPolicyId) -> None:
        """Remove it. Raises SlaPolicyNotFoundError."""
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            policy = await tx.sla_policies.get(policy_id)
            await tx.sla_policies.delete(policy_id)
            on = Subject(type="sla_policy", id=policy_id)
            tx.audit.record(AuditAction.SLA_POLICY_REMOVED, by=actor.author, on=on, before=told(policy))
