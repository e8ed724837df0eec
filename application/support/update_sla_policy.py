"""A company promises otherwise."""

from datetime import timedelta

import msgspec
from msgspec import UNSET, UnsetType

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.sla_checks import require_policy, told
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import SlaPolicyId
from domain.support.sla import SlaScope


class SlaChanges(msgspec.Struct, frozen=True, kw_only=True):
    """What changes of a policy; what is absent stays."""

    name: str | UnsetType = UNSET
    first_response: timedelta | UnsetType | None = UNSET
    resolution: timedelta | UnsetType | None = UNSET
    is_business_time: bool | UnsetType = UNSET
    warn_at_percent: int | UnsetType = UNSET
    applies_to: SlaScope | UnsetType = UNSET
    place: int | UnsetType = UNSET
    is_active: bool | UnsetType = UNSET


class UpdateSlaPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """Which policy, and what changes. `version` is the one that was read."""

    policy_id: SlaPolicyId
    changes: SlaChanges
    version: int | None = None


class UpdateSlaPolicyHandler:
    """Change a policy; promises that were made are reckoned anew with each conversation's next change.

    Needs settings:manage.
    """

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, command: UpdateSlaPolicy) -> None:
        """Write it. Raises SlaPolicyNotFoundError, InvalidError, SlaPolicyTakenError, StaleVersionError."""
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            policy = await tx.sla_policies.get(command.policy_id)
            if command.version is not None and command.version != policy.version:
                raise StaleVersionError("The policy was changed by somebody else; read it again.")
            before = told(policy)
            for name in SlaChanges.__struct_fields__:
                value = getattr(command.changes, name)
                if value is not UNSET:
                    setattr(policy, name, value.strip() if name == "name" else value)
            await require_policy(tx, policy)
            await tx.sla_policies.save(policy)
            on = Subject(type="sla_policy", id=policy.id)
            tx.audit.record(AuditAction.SLA_POLICY_CHANGED, by=actor.author, on=on, before=before, after=told(policy))
