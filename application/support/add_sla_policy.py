"""A company promises its customers something."""

from datetime import timedelta

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.sla_checks import require_policy, told
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import SlaPolicyId
from domain.support.errors import TooManySlaPoliciesError
from domain.support.sla import DEFAULT_WARNING, MAX_POLICIES, SlaPolicy, SlaScope


class AddSlaPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """What is promised, to whom, and when it is warned of, in per cent of the time."""

    name: str
    first_response: timedelta | None = None
    resolution: timedelta | None = None
    is_business_time: bool = True
    warn_at_percent: int = DEFAULT_WARNING
    applies_to: SlaScope = SlaScope()
    place: int = 0
    is_active: bool = True


class AddSlaPolicyHandler:
    """Keep a policy; it counts from each conversation's next change on. Needs settings:manage."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: AddSlaPolicy) -> SlaPolicyId:
        """Give its id. Raises InvalidError, SlaPolicyTakenError, TooManySlaPoliciesError."""
        actor.require(Permission.SETTINGS_MANAGE)
        policy = SlaPolicy(
            id=SlaPolicyId(self._ids.new()),
            created_at=self._clock.now(),
            version=1,
            **{**msgspec.structs.asdict(command), "name": command.name.strip()},
        )
        async with self._uow(actor.tenant_id) as tx:
            await require_policy(tx, policy)
            if await tx.sla_policies.count() >= MAX_POLICIES:
                raise TooManySlaPoliciesError(f"At most {MAX_POLICIES} policies are kept: remove some.")
            await tx.sla_policies.add(policy)
            on = Subject(type="sla_policy", id=policy.id)
            tx.audit.record(AuditAction.SLA_POLICY_ADDED, by=actor.author, on=on, after=told(policy))
        return policy.id
