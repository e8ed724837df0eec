"""A company wants it done no more."""

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.rule_checks import told
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import AutomationRuleId


class DeleteAutomationRule:
    """Remove a rule, and its history. Needs settings:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, rule_id: AutomationRuleId) -> None:
        """Remove it. Raises AutomationRuleNotFoundError."""
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            rule = await tx.automation_rules.get(rule_id)
            await tx.automation_rules.delete(rule_id)
            on = Subject(type="automation_rule", id=rule_id)
            tx.audit.record(AuditAction.AUTOMATION_RULE_REMOVED, by=actor.author, on=on, before=told(rule))
