"""What callers send about promises and rules. In a PUT an absent field stays as it is."""

from datetime import timedelta
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from application.support.add_automation_rule import AddAutomationRule
from application.support.add_sla_policy import AddSlaPolicy
from application.support.dry_run_rule import MAX_EVENTS, DryRunRule
from application.support.update_automation_rule import UpdateAutomationRule
from application.support.update_sla_policy import SlaChanges, UpdateSlaPolicy
from domain.shared.ids import (
    AutomationRuleId,
    ConversationId,
    DepartmentId,
    SlaPolicyId,
    TagId,
    WhatsAppConfigId,
)
from domain.support import rules, sla
from domain.support.rules import RuleEvent
from domain.support.sla import SlaScope

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=min(sla.MAX_NAME, rules.MAX_NAME), pattern=r"^[^\x00]*$")]
Minutes = Annotated[int, msgspec.Meta(ge=1, le=sla.MAX_MINUTES)]
Percent = Annotated[int, msgspec.Meta(ge=1, le=99)]
Place = Annotated[int, msgspec.Meta(ge=0, le=min(sla.MAX_PLACE, rules.MAX_PLACE))]
_FEW = msgspec.Meta(max_length=sla.MAX_NAMED)


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""

    def __repr__(self) -> str:
        """Show nothing: a rule holds what is said to customers."""
        return f"{type(self).__name__}()"


class ScopeRequest(_Request, frozen=True):
    """To what a policy applies; what names nothing applies to all. Of tags, any one does."""

    priorities: Annotated[tuple[Annotated[str, msgspec.Meta(pattern="^(low|medium|high|urgent)$")], ...], _FEW] = ()
    department_ids: Annotated[tuple[DepartmentId, ...], _FEW] = ()
    config_ids: Annotated[tuple[WhatsAppConfigId, ...], _FEW] = ()
    tag_ids: Annotated[tuple[TagId, ...], _FEW] = ()

    def to_scope(self) -> SlaScope:
        """Give it."""
        return SlaScope(**msgspec.structs.asdict(self))


class AddSlaPolicyRequest(_Request, frozen=True):
    """A promise: a first response, a resolution, or both, in minutes, of business time or of any."""

    name: Name
    first_response_minutes: Minutes | None = None
    resolution_minutes: Minutes | None = None
    is_business_time: bool = True
    warn_at_percent: Percent = sla.DEFAULT_WARNING
    applies_to: ScopeRequest = ScopeRequest()
    place: Place = 0
    is_active: bool = True

    def to_command(self) -> AddSlaPolicy:
        """Build the order."""
        return AddSlaPolicy(
            name=self.name,
            first_response=_time(self.first_response_minutes),
            resolution=_time(self.resolution_minutes),
            is_business_time=self.is_business_time,
            warn_at_percent=self.warn_at_percent,
            applies_to=self.applies_to.to_scope(),
            place=self.place,
            is_active=self.is_active,
        )


class UpdateSlaPolicyRequest(_Request, frozen=True):
    """What changes; null minutes promise nothing, `applies_to` is replaced as a whole."""

    name: Name | UnsetType = UNSET
    first_response_minutes: Minutes | UnsetType | None = UNSET
    resolution_minutes: Minutes | UnsetType | None = UNSET
    is_business_time: bool | UnsetType = UNSET
    warn_at_percent: Percent | UnsetType = UNSET
    applies_to: ScopeRequest | UnsetType = UNSET
    place: Place | UnsetType = UNSET
    is_active: bool | UnsetType = UNSET

    def to_command(self, policy_id: SlaPolicyId, *, version: int | None) -> UpdateSlaPolicy:
        """Build the order."""
        first, resolution = self.first_response_minutes, self.resolution_minutes
        changes = SlaChanges(
            name=self.name,
            first_response=UNSET if first is UNSET else _time(first),
            resolution=UNSET if resolution is UNSET else _time(resolution),
            is_business_time=self.is_business_time,
            warn_at_percent=self.warn_at_percent,
            applies_to=UNSET if self.applies_to is UNSET else self.applies_to.to_scope(),
            place=self.place,
            is_active=self.is_active,
        )
        return UpdateSlaPolicy(policy_id=policy_id, changes=changes, version=version)


class AddAutomationRuleRequest(_Request, frozen=True):
    """After an event, under conditions, some actions; the guide on automation describes both."""

    name: Name
    event: RuleEvent
    actions: msgspec.Raw
    conditions: msgspec.Raw | UnsetType = UNSET
    place: Place = 0
    is_active: bool = True

    def to_command(self) -> AddAutomationRule:
        """Build the order."""
        return AddAutomationRule(
            name=self.name,
            event=self.event,
            actions=bytes(self.actions),
            conditions=None if self.conditions is UNSET else _json(self.conditions),
            place=self.place,
            is_active=self.is_active,
        )


class UpdateAutomationRuleRequest(_Request, frozen=True):
    """What changes; null conditions are none."""

    name: Name | UnsetType = UNSET
    event: RuleEvent | UnsetType = UNSET
    conditions: msgspec.Raw | UnsetType = UNSET
    actions: msgspec.Raw | UnsetType = UNSET
    place: Place | UnsetType = UNSET
    is_active: bool | UnsetType = UNSET

    def to_command(self, rule_id: AutomationRuleId, *, version: int | None) -> UpdateAutomationRule:
        """Build the order."""
        return UpdateAutomationRule(
            rule_id=rule_id,
            name=self.name,
            event=self.event,
            conditions=UNSET if self.conditions is UNSET else _json(self.conditions),
            actions=UNSET if self.actions is UNSET else bytes(self.actions),
            place=self.place,
            is_active=self.is_active,
            version=version,
        )


class DryRunRequest(_Request, frozen=True):
    """On a conversation, or where the rule's event happened last."""

    conversation_id: ConversationId | None = None
    last: Annotated[int, msgspec.Meta(ge=1, le=MAX_EVENTS)] = 10

    def to_command(self, rule_id: AutomationRuleId) -> DryRunRule:
        """Build the order."""
        return DryRunRule(rule_id=rule_id, conversation_id=self.conversation_id, last=self.last)


def _time(minutes: int | None) -> timedelta | None:
    return None if minutes is None else timedelta(minutes=minutes)


def _json(given: msgspec.Raw) -> bytes | None:
    return None if bytes(given).strip() == b"null" else bytes(given)
