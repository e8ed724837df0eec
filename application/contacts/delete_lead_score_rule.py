"""Something that contacts do is worth nothing any more."""

from application.contacts.add_lead_score_rule import told
from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import LeadScoreRuleId


class DeleteLeadScoreRule:
    """Remove a rule; points that were counted stay. Needs settings:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, rule_id: LeadScoreRuleId) -> None:
        """Delete. Raises LeadScoreRuleNotFoundError."""
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            rule = await tx.lead_score_rules.get(rule_id)
            await tx.lead_score_rules.delete(rule_id)
            subject = Subject(type="lead_score_rule", id=rule_id)
            tx.audit.record(AuditAction.LEAD_SCORE_RULE_DELETED, by=actor.author, on=subject, before=told(rule))
