"""A company comes aboard."""

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.ids import Ids
from application.ports.tenant_schemas import TenantSchemas
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.time_zones import wrong_time_zone
from application.tenants.administration import facts
from application.tenants.first_admin import FirstAdmin, invite_admin, wrong_in_admin
from domain.audit.actions import AuditAction
from domain.audit.author import CONSOLE, Author
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import DepartmentId, TenantId
from domain.tenants.checks import wrong_in_tenant
from domain.tenants.plans import ENTERPRISE, Limits
from domain.tenants.tenant import Isolation, Tenant, TenantStatus


class CreateTenant(msgspec.Struct, frozen=True, kw_only=True):
    """What it is called, what it may have, and what it begins with; an admin is invited by e-mail."""

    name: str
    slug: str
    domain: str | None = None
    time_zone: str = "America/Sao_Paulo"
    language: str = "pt-BR"
    plan: str = ENTERPRISE
    limits: Limits = {}
    departments: tuple[str, ...] = ()
    admin: FirstAdmin | None = None
    isolation: Isolation = Isolation.SHARED

    def __repr__(self) -> str:
        """Show nobody."""
        return f"CreateTenant(slug={self.slug!r})"


class CreateTenantHandler:
    """Write a company with all that it begins with, or nothing of it. For operators."""

    def __init__(
        self, *, directory: Directory, uow: UnitOfWork, schemas: TenantSchemas, clock: Clock, ids: Ids
    ) -> None:
        self._directory, self._uow, self._schemas = directory, uow, schemas
        self._clock, self._ids = clock, ids

    async def __call__(self, command: CreateTenant, *, by: Author = CONSOLE) -> TenantId:
        """Give its id. Raises SlugTakenError, DomainTakenError, InvalidError, SchemaRefusedError."""
        tenant = self._new_tenant(command)
        _check(command, tenant)
        is_apart = tenant.isolation is Isolation.SCHEMA
        if is_apart:  # a transaction finds its tables by the company's row, so that one is there first
            await self._schemas.make(tenant.id)
            await self._directory.add_tenant(tenant)
        async with self._uow(tenant.id) as tx:
            if not is_apart:
                await tx.tenants.add(tenant)
            for name in command.departments:
                await tx.departments.add(DepartmentId(self._ids.new()), name=name)
            await self._invite(tx, command, by=by)
            told = {name: value for name, value in facts(tenant).items() if name != "settings"}
            tx.audit.record(AuditAction.TENANT_CREATED, by=by, on=Subject(type="tenant", id=tenant.id), after=told)
        return tenant.id

    def _new_tenant(self, command: CreateTenant) -> Tenant:
        tenant = Tenant(
            id=TenantId(self._ids.new()),
            name=command.name.strip(),
            slug=command.slug,
            status=TenantStatus.TRIAL,
            created_at=self._clock.now(),
            domain=command.domain,
            time_zone=command.time_zone,
            language=command.language,
            limits=command.limits,
            isolation=command.isolation,
        )
        tenant.begin(command.plan, now=tenant.created_at)
        return tenant

    async def _invite(self, tx: Transaction, command: CreateTenant, *, by: Author) -> None:
        if command.admin is not None:
            await invite_admin(tx, command.admin, by=by, now=self._clock.now(), ids=self._ids)


def _check(command: CreateTenant, tenant: Tenant) -> None:
    wrong = [*wrong_in_tenant(tenant), *wrong_time_zone(tenant.time_zone), *wrong_in_admin(command.admin)]
    if len(set(command.departments)) < len(command.departments):
        wrong.append(ErrorDetail(field="departments", message="each name once"))
    if wrong:
        raise InvalidError("The company cannot be created.", details=tuple(wrong))
