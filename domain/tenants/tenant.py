"""A company that uses PyTake; owns everything else."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from domain.shared.aggregate import Aggregate
from domain.shared.ids import TenantId
from domain.tenants.errors import TenantStateError
from domain.tenants.plans import FREE_TRIAL, Limits
from domain.tenants.settings import TenantSettings

PLATFORM = TenantId(UUID(int=0))
"""The platform itself: its operators are its users, and what they do to the platform is in its audit log."""

TRIAL = timedelta(days=14)
"""How long a company may try everything."""
TRIAL_WARNING = timedelta(days=3)
"""How long before a trial's end its admins are told: time enough to decide and to pay."""
KEPT_DELETED = timedelta(days=30)
"""How long a deleted company can come back; then it is erased."""

TRIAL_ENDED = "trial_ended"
"""The reason of a suspension that a paid plan lifts."""


class TenantStatus(StrEnum):
    """What a tenant may do; a suspended one's webhooks are still kept."""

    TRIAL = "trial"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


AT_REST = frozenset({TenantStatus.SUSPENDED, TenantStatus.CANCELLED})
"""Nothing is sent and no bot answers; what comes in is kept."""


class Isolation(StrEnum):
    """Where a tenant's own tables lie: beside the others', fenced by row-level security, or in their own schema too."""

    SHARED = "shared"
    SCHEMA = "schema"


class Tenant(Aggregate, kw_only=True, eq=False):
    """A tenant. `time_zone` is an IANA name; `language` pt-BR or en; `limits` override the plan's."""

    id: TenantId
    name: str
    slug: str
    status: TenantStatus
    created_at: datetime
    time_zone: str = "America/Sao_Paulo"
    language: str = "pt-BR"
    domain: str | None = None
    plan: str = FREE_TRIAL
    trial_ends_at: datetime | None = None
    trial_warned_at: datetime | None = None
    next_payment_on: date | None = None
    limits: Limits = msgspec.field(default_factory=Limits)
    settings: TenantSettings = TenantSettings()
    isolation: Isolation = Isolation.SHARED
    status_reason: str | None = None
    deleted_at: datetime | None = None

    def begin(self, plan: str, *, now: datetime) -> None:
        """Come aboard with a plan: the free trial lasts a while, any other runs."""
        self.plan = plan
        is_trial = plan == FREE_TRIAL
        self.status = TenantStatus.TRIAL if is_trial else TenantStatus.ACTIVE
        self.trial_ends_at = now + TRIAL if is_trial else None

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is sent for it and no bot of its answers."""
        return self.status in AT_REST

    def suspend(self, reason: str) -> None:
        """Let it read and nothing else. Raises TenantStateError when it is suspended or deleted."""
        self._require(not self.is_at_rest)
        self.status, self.status_reason = TenantStatus.SUSPENDED, reason

    def activate(self, *, now: datetime) -> None:
        """Let it work again, also when it was deleted a short while ago; a trial goes on while its time lasts.

        Raises TenantStateError when it works already, or was deleted too long ago.
        """
        self._require(self.is_at_rest and not self.is_to_be_erased(now=now))
        self.status_reason = self.deleted_at = None
        is_trying = self.trial_ends_at is not None and now < self.trial_ends_at
        self.status = TenantStatus.TRIAL if is_trying else TenantStatus.ACTIVE

    def change_plan(self, plan: str) -> None:
        """Move to a plan. A paid one ends the trial, and the suspension that its end brought.

        Raises TenantStateError when it is deleted, or would go back to the free trial.
        """
        self._require(self.status is not TenantStatus.CANCELLED and (plan != FREE_TRIAL or self.plan == FREE_TRIAL))
        self.plan = plan
        if plan != FREE_TRIAL:
            self._end_trial()

    def delete(self, *, now: datetime) -> None:
        """Let nobody in any more; it can be activated for a while. Raises TenantStateError when it is deleted."""
        self._require(self.status is not TenantStatus.CANCELLED)
        self.status, self.status_reason, self.deleted_at = TenantStatus.CANCELLED, None, now

    def forsake(self, *, now: datetime) -> None:
        """Let it be erased at once, and never come back. Raises TenantStateError when it is not deleted."""
        self._require(self.status is TenantStatus.CANCELLED)
        self.deleted_at = min(self.deleted_at or now, now - KEPT_DELETED)

    def is_to_be_erased(self, *, now: datetime) -> bool:
        """Whether it was deleted so long ago that nothing of it is kept."""
        return self.deleted_at is not None and now >= self.deleted_at + KEPT_DELETED

    def is_trial_over(self, *, now: datetime) -> bool:
        """Whether it is still trying and its time is over."""
        return self.status is TenantStatus.TRIAL and self.trial_ends_at is not None and now >= self.trial_ends_at

    def is_trial_to_be_warned(self, *, now: datetime) -> bool:
        """Whether its trial ends soon, and nobody was told."""
        if self.status is not TenantStatus.TRIAL or self.trial_ends_at is None or self.trial_warned_at is not None:
            return False
        return self.trial_ends_at - TRIAL_WARNING <= now < self.trial_ends_at

    def _end_trial(self) -> None:
        self.trial_ends_at = None
        ended = self.status is TenantStatus.SUSPENDED and self.status_reason == TRIAL_ENDED
        if self.status is TenantStatus.TRIAL or ended:
            self.status, self.status_reason = TenantStatus.ACTIVE, None

    def _require(self, is_possible: bool) -> None:  # noqa: FBT001 - the one thing that is asked
        if not is_possible:
            raise TenantStateError(f"This is not possible while the company is {self.status.value}.")
