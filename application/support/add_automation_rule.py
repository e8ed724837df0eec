"""A company wants something done by itself."""

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.expressions import Templates
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.rule_checks import read_actions, read_conditions, require_rule, told
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import AutomationRuleId
from domain.support.conditions import All
from domain.support.errors import TooManyAutomationRulesError
from domain.support.rules import MAX_RULES, AutomationRule, RuleEvent


class AddAutomationRule(msgspec.Struct, frozen=True, kw_only=True):
    """After what, under which conditions (JSON; None is any), and what is done (JSON)."""

    name: str
    event: RuleEvent
    actions: bytes
    conditions: bytes | None = None
    place: int = 0
    is_active: bool = True


class AddAutomationRuleHandler:
    """Keep a rule; other processes hear of it within half a minute. Needs settings:manage."""

    def __init__(self, *, uow: UnitOfWork, templates: Templates, clock: Clock, ids: Ids) -> None:
        self._uow, self._templates, self._clock, self._ids = uow, templates, clock, ids

    async def __call__(self, actor: Actor, command: AddAutomationRule) -> AutomationRuleId:
        """Give its id. Raises InvalidError, AutomationRuleTakenError, TooManyAutomationRulesError."""
        actor.require(Permission.SETTINGS_MANAGE)
        rule = AutomationRule(
            id=AutomationRuleId(self._ids.new()),
            name=command.name.strip(),
            event=command.event,
            created_at=self._clock.now(),
            conditions=All() if command.conditions is None else read_conditions(command.conditions),
            actions=read_actions(command.actions),
            place=command.place,
            is_active=command.is_active,
            version=1,
        )
        async with self._uow(actor.tenant_id) as tx:
            await require_rule(tx, rule, templates=self._templates)
            if await tx.automation_rules.count() >= MAX_RULES:
                raise TooManyAutomationRulesError(f"At most {MAX_RULES} rules are kept: remove some.")
            await tx.automation_rules.add(rule)
            on = Subject(type="automation_rule", id=rule.id)
            tx.audit.record(AuditAction.AUTOMATION_RULE_ADDED, by=actor.author, on=on, after=told(rule))
        return rule.id
