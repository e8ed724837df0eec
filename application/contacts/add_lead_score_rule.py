"""Something that contacts do is to be worth points."""

import msgspec

from application.contacts.change_lead_score_rules import require_sense, score_from
from application.contacts.contact_checks import refuse
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.events import EventLog
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.errors import TooManyError
from domain.contacts.filter_codec import read_filter
from domain.contacts.filters import Filter
from domain.contacts.lead_score import MAX_RULES, LeadScoreRule, ScoredEvent, wrong_in_rule
from domain.identity.permissions import Permission
from domain.shared.ids import LeadScoreRuleId


class AddLeadScoreRule(msgspec.Struct, frozen=True, kw_only=True):
    """So many points for such an event, of contacts that the conditions (a filter as JSON, or null) mean."""

    name: str
    event: ScoredEvent
    points: int
    conditions: bytes | None = None
    is_active: bool = True


class AddLeadScoreRuleHandler:
    """Write a rule; it counts what happens from now on. Needs settings:manage."""

    def __init__(self, *, uow: UnitOfWork, events: EventLog, clock: Clock, ids: Ids) -> None:
        self._uow, self._events, self._clock, self._ids = uow, events, clock, ids

    async def __call__(self, actor: Actor, command: AddLeadScoreRule) -> LeadScoreRuleId:
        """Give its id. Raises InvalidError, FilterInvalidError, TooManyError."""
        actor.require(Permission.SETTINGS_MANAGE)
        refuse(wrong_in_rule(name=command.name, points=command.points), what="The rule cannot be added.")
        rule = LeadScoreRule(
            id=LeadScoreRuleId(self._ids.new()),
            name=command.name.strip(),
            event=command.event,
            points=command.points,
            conditions=read_conditions(command.conditions),
            is_active=command.is_active,
            created_at=self._clock.now(),
        )
        last_event = await self._events.last_number(actor.tenant_id)
        async with self._uow(actor.tenant_id) as tx:
            if len(await tx.lead_score_rules.all()) >= MAX_RULES:
                raise TooManyError(f"There are {MAX_RULES} rules already.")
            await require_sense(tx, rule)
            if rule.is_active:
                await score_from(tx, actor, last_event=last_event)
            await tx.lead_score_rules.add(rule)
            subject, after = Subject(type="lead_score_rule", id=rule.id), told(rule)
            tx.audit.record(AuditAction.LEAD_SCORE_RULE_CREATED, by=actor.author, on=subject, after=after)
        return rule.id


def read_conditions(text: bytes | None) -> Filter | None:
    """Read a filter, or none. Raises FilterInvalidError."""
    return None if text is None or text == b"null" else read_filter(text)


def told(rule: LeadScoreRule) -> dict[str, object]:
    """Say what the audit log keeps of a rule."""
    return {"name": rule.name, "event": str(rule.event), "points": rule.points, "is_active": rule.is_active}
