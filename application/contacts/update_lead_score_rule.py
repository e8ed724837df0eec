"""Something that contacts do is to be worth more, or less, or nothing for a while."""

import msgspec
from msgspec import UNSET, UnsetType

from application.contacts.add_lead_score_rule import read_conditions, told
from application.contacts.change_lead_score_rules import require_sense, score_from
from application.contacts.contact_checks import refuse, refuse_stale
from application.ports.audit import Subject
from application.ports.events import EventLog
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.lead_score import LeadScoreRule, ScoredEvent, wrong_in_rule
from domain.identity.permissions import Permission
from domain.shared.ids import LeadScoreRuleId


class UpdateLeadScoreRule(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it, and of `conditions` only UNSET does: None is without any."""

    rule_id: LeadScoreRuleId
    name: str | None = None
    event: ScoredEvent | None = None
    points: int | None = None
    conditions: bytes | UnsetType | None = UNSET
    is_active: bool | None = None
    version: int | None = None


class UpdateLeadScoreRuleHandler:
    """Change a rule; points that were counted stay. Needs settings:manage."""

    def __init__(self, *, uow: UnitOfWork, events: EventLog) -> None:
        self._uow, self._events = uow, events

    async def __call__(self, actor: Actor, command: UpdateLeadScoreRule) -> None:
        """Write it. Raises LeadScoreRuleNotFoundError, InvalidError, FilterInvalidError, StaleVersionError."""
        actor.require(Permission.SETTINGS_MANAGE)
        refuse(wrong_in_rule(name=command.name, points=command.points), what="The rule cannot be changed.")
        last_event = await self._events.last_number(actor.tenant_id)
        async with self._uow(actor.tenant_id) as tx:
            rule = await tx.lead_score_rules.get(command.rule_id)
            refuse_stale("rule", found=rule.version, expected=command.version)
            before = told(rule)
            _change(rule, command)
            await require_sense(tx, rule)
            if rule.is_active:
                await score_from(tx, actor, last_event=last_event)
            await tx.lead_score_rules.save(rule)
            subject, after = Subject(type="lead_score_rule", id=rule.id), told(rule)
            tx.audit.record(
                AuditAction.LEAD_SCORE_RULE_UPDATED, by=actor.author, on=subject, before=before, after=after
            )


def _change(rule: LeadScoreRule, command: UpdateLeadScoreRule) -> None:
    rule.name = command.name.strip() if command.name is not None else rule.name
    rule.event = command.event or rule.event
    rule.points = command.points if command.points is not None else rule.points
    rule.is_active = command.is_active if command.is_active is not None else rule.is_active
    if not isinstance(command.conditions, UnsetType):
        rule.conditions = read_conditions(command.conditions)
