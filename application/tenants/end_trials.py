"""Trials end, and a few days before that their companies' admins are told."""

from datetime import datetime

from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.jobs import Job
from application.ports.mails import MailKind, MailUser
from application.ports.unit_of_work import UnitOfWork
from application.tenants.administration import Administration
from domain.audit.actions import AuditAction
from domain.audit.author import SYSTEM
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from domain.tenants.errors import TenantStateError
from domain.tenants.tenant import TRIAL_ENDED, Tenant


class EndTrials(Job, frozen=True, tag="end_trials"):
    """Look through all trials, once an hour. Idempotent: each is ended once, and warned of once."""


class EndTrialsHandler:
    """Suspend companies whose trial is over, and warn those whose is soon. Does EndTrials."""

    def __init__(self, administration: Administration, *, directory: Directory, uow: UnitOfWork, clock: Clock) -> None:
        self._administration, self._directory, self._uow, self._clock = administration, directory, uow, clock

    async def __call__(self, _: EndTrials) -> None:
        """Do it for every company."""
        now = self._clock.now()
        for tenant in await self._directory.tenants():
            if tenant.is_trial_over(now=now):
                await self._end(tenant.id, now=now)
            elif tenant.is_trial_to_be_warned(now=now):
                await self._warn(tenant.id, now=now)

    async def _end(self, tenant_id: TenantId, *, now: datetime) -> None:
        def end(tenant: Tenant) -> None:
            if not tenant.is_trial_over(now=now):
                raise TenantStateError("Somebody was faster.")
            tenant.suspend(TRIAL_ENDED)

        try:
            await self._administration.change(tenant_id, end, action=AuditAction.TENANT_SUSPENDED, by=SYSTEM)
        except TenantStateError:
            return

    async def _warn(self, tenant_id: TenantId, *, now: datetime) -> None:
        async with self._uow(tenant_id) as tx:
            tenant = await tx.tenants.get()
            if not tenant.is_trial_to_be_warned(now=now):
                return
            tenant.trial_warned_at = now
            await tx.tenants.save(tenant)
            for user_id in await tx.users.holders_of(Role.ADMIN):
                if (await tx.users.get(user_id)).is_active:
                    tx.jobs.put(MailUser(tenant_id=tenant_id, user_id=user_id, kind=MailKind.TRIAL_ENDING, at=now))
