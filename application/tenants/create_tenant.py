"""A company comes aboard."""

import re
from zoneinfo import available_timezones

import msgspec

from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.ids import Ids
from application.ports.tenant_schemas import TenantSchemas
from application.ports.unit_of_work import UnitOfWork
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import DepartmentId, TenantId
from domain.tenants.tenant import Isolation, Tenant, TenantStatus

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
"""A DNS label, for it becomes one."""


class CreateTenant(msgspec.Struct, frozen=True, kw_only=True):
    """A name, a slug, and the departments to begin with."""

    name: str
    slug: str
    time_zone: str = "America/Sao_Paulo"
    language: str = "pt-BR"
    departments: tuple[str, ...] = ()
    isolation: Isolation = Isolation.SHARED


class CreateTenantHandler:
    """For the operator of the platform, from the command line."""

    def __init__(
        self, *, directory: Directory, uow: UnitOfWork, schemas: TenantSchemas, clock: Clock, ids: Ids
    ) -> None:
        self._directory, self._uow, self._schemas = directory, uow, schemas
        self._clock, self._ids = clock, ids

    async def __call__(self, command: CreateTenant) -> TenantId:
        """Write the tenant, after its own schema if it has one. Raises SlugTakenError, InvalidError, SchemaRefusedError."""
        _check(command)
        tenant = Tenant(
            id=TenantId(self._ids.new()),
            name=command.name.strip(),
            slug=command.slug,
            status=TenantStatus.TRIAL,
            created_at=self._clock.now(),
            time_zone=command.time_zone,
            language=command.language,
            isolation=command.isolation,
        )
        if tenant.isolation is Isolation.SCHEMA:
            await self._schemas.make(tenant.id)
        await self._directory.add_tenant(tenant)
        async with self._uow(tenant.id) as tx:
            for name in command.departments:
                await tx.departments.add(DepartmentId(self._ids.new()), name=name)
        return tenant.id


def _check(command: CreateTenant) -> None:
    wrong = []
    if not command.name.strip():
        wrong.append(ErrorDetail(field="name", message="must not be empty"))
    if not _SLUG.fullmatch(command.slug):
        wrong.append(ErrorDetail(field="slug", message="lower-case letters, digits and hyphens, at most 63"))
    if command.time_zone not in available_timezones():
        wrong.append(ErrorDetail(field="time_zone", message="an IANA name, such as America/Sao_Paulo"))
    if len(set(command.departments)) < len(command.departments):
        wrong.append(ErrorDetail(field="departments", message="each name once"))
    if wrong:
        raise InvalidError("The tenant cannot be created.", details=tuple(wrong))
