"""A company wants it done otherwise."""

import msgspec
from msgspec import UNSET, UnsetType

from application.ports.audit import Subject
from application.ports.expressions import Templates
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.rule_checks import read_actions, read_conditions, require_rule, told
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import AutomationRuleId
from domain.support.conditions import All
from domain.support.rules import AutomationRule, RuleEvent


class UpdateAutomationRule(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; what is absent stays, and null conditions are none. `version` is the one that was read."""

    rule_id: AutomationRuleId
    name: str | UnsetType = UNSET
    event: RuleEvent | UnsetType = UNSET
    conditions: bytes | UnsetType | None = UNSET
    actions: bytes | UnsetType = UNSET
    place: int | UnsetType = UNSET
    is_active: bool | UnsetType = UNSET
    version: int | None = None


class UpdateAutomationRuleHandler:
    """Change a rule. Needs settings:manage."""

    def __init__(self, *, uow: UnitOfWork, templates: Templates) -> None:
        self._uow, self._templates = uow, templates

    async def __call__(self, actor: Actor, command: UpdateAutomationRule) -> None:
        """Write it. Raises AutomationRuleNotFoundError, InvalidError, AutomationRuleTakenError, StaleVersionError."""
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            rule = await tx.automation_rules.get(command.rule_id)
            if command.version is not None and command.version != rule.version:
                raise StaleVersionError("The rule was changed by somebody else; read it again.")
            before = told(rule)
            _change(rule, command)
            await require_rule(tx, rule, templates=self._templates)
            await tx.automation_rules.save(rule)
            on = Subject(type="automation_rule", id=rule.id)
            tx.audit.record(
                AuditAction.AUTOMATION_RULE_CHANGED, by=actor.author, on=on, before=before, after=told(rule)
            )


def _change(rule: AutomationRule, command: UpdateAutomationRule) -> None:
    if command.name is not UNSET:
        rule.name = command.name.strip()
    if command.event is not UNSET:
        rule.event = command.event
    if command.conditions is not UNSET:
        rule.conditions = All() if command.conditions is None else read_conditions(command.conditions)
    if command.actions is not UNSET:
        rule.actions = read_actions(command.actions)
    if command.place is not UNSET:
        rule.place = command.place
    if command.is_active is not UNSET:
        rule.is_active = command.is_active
