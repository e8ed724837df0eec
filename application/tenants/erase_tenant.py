"""A company that has left is erased."""

import asyncio

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.data_keys import DataKeys
from application.ports.directory import Directory
from application.ports.erasure import TenantErasure, TenantTraces
from application.ports.file_store import FileStore
from application.ports.standing import Standings
from application.ports.tenant_schemas import TenantSchemas
from application.ports.unit_of_work import UnitOfWork
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.shared.ids import TenantId
from domain.tenants.errors import TenantNotFoundError, TenantStateError
from domain.tenants.tenant import PLATFORM, Isolation, Tenant

ROUTES_FORGOTTEN_SECONDS = 6.0
"""A little longer than any process remembers whose webhooks are whose: what came last is kept, and then erased too."""


class EraseTenant(msgspec.Struct, frozen=True, kw_only=True):
    """Which; `at_once` without waiting for the 30 days to pass, for one that is deleted already."""

    tenant_id: TenantId
    at_once: bool = False


class Erased(msgspec.Struct, frozen=True, kw_only=True):
    """How many rows of each table there were, and keys in Redis."""

    rows: dict[str, int]
    keys: int


class ErasureTools(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that keeps something of a company."""

    erasure: TenantErasure
    traces: TenantTraces
    data_keys: DataKeys
    schemas: TenantSchemas
    standings: Standings
    files: FileStore


class EraseTenantHandler:
    """Erase a company, its audit log and its keys included; the platform's own log tells that it was done.

    Done again after an interruption, it ends what was begun: the company's own row goes last. For operators.
    """

    def __init__(
        self,
        tools: ErasureTools,
        *,
        directory: Directory,
        uow: UnitOfWork,
        clock: Clock,
        settle_seconds: float = ROUTES_FORGOTTEN_SECONDS,
    ) -> None:
        self._tools, self._directory, self._uow, self._clock = tools, directory, uow, clock
        self._settle_seconds = settle_seconds

    async def __call__(self, command: EraseTenant, *, by: Author) -> Erased:
        """Erase it. Raises TenantNotFoundError, TenantStateError, SchemaRefusedError, UnavailableError."""
        tenant = await self._directory.tenant(command.tenant_id)
        if tenant is None or tenant.id == PLATFORM:
            raise TenantNotFoundError("There is no such company.")
        if command.at_once:
            await self._forsake(tenant.id)
        elif not tenant.is_to_be_erased(now=self._clock.now()):
            raise TenantStateError("Only a company that was deleted 30 days ago is erased.")
        erased = await self._erase(tenant)
        await self._tell(tenant, erased, by=by)
        await self._tools.erasure.erase_tenant(tenant.id)
        await self._tools.standings.forget_tenant(tenant.id)
        return erased

    async def _forsake(self, tenant_id: TenantId) -> None:
        async with self._uow(tenant_id) as tx:
            tenant = await tx.tenants.get()
            tenant.forsake(now=self._clock.now())
            await tx.tenants.save(tenant)

    async def _erase(self, tenant: Tenant) -> Erased:
        """Destroy the keys first: from then on no copy of the secrets, wherever it lies, can be read."""
        await self._tools.erasure.stop_deliveries(tenant.id)
        await self._tools.data_keys.destroy(tenant.id)
        await asyncio.sleep(self._settle_seconds)
        rows = await self._tools.erasure.erase_rows(tenant.id)
        await self._tools.files.erase(tenant.id)
        if tenant.isolation is Isolation.SCHEMA:
            await self._tools.schemas.drop(tenant.id)
        return Erased(rows=rows, keys=await self._tools.traces.erase(tenant.id))

    async def _tell(self, tenant: Tenant, erased: Erased, *, by: Author) -> None:
        async with self._uow(PLATFORM) as tx:
            tx.audit.record(
                AuditAction.TENANT_ERASED,
                by=by,
                on=Subject(type="tenant", id=tenant.id),
                before={"slug": tenant.slug},
                after={"rows": erased.rows, "keys_in_redis": erased.keys},
            )
