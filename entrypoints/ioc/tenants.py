"""Companies, plans, usage."""

from dishka import Provider, Scope, provide, provide_all
from redis.asyncio import Redis

from adapters.postgres.erasure import PostgresErasure
from adapters.postgres.readers.tenants import PostgresPlanList, PostgresTenantList
from adapters.postgres.usage import PostgresUsageReader
from adapters.redis.traces import RedisTraces
from application.ports.clock import Clock
from application.ports.data_keys import DataKeys
from application.ports.directory import Directory
from application.ports.erasure import TenantErasure, TenantTraces
from application.ports.file_store import FileStore
from application.ports.readers.tenants import PlanList, TenantList
from application.ports.standing import Standings
from application.ports.tenant_schemas import TenantSchemas
from application.ports.unit_of_work import UnitOfWork
from application.ports.usage import UsageReader
from application.tenants.activate_tenant import ActivateTenantHandler
from application.tenants.administration import Administration
from application.tenants.change_plan import ChangePlanHandler
from application.tenants.delete_tenant import DeleteTenantHandler
from application.tenants.end_trials import EndTrialsHandler
from application.tenants.erase_tenant import EraseTenantHandler, ErasureTools
from application.tenants.erase_tenants import EraseTenantsHandler
from application.tenants.get_tenant import GetTenant
from application.tenants.get_usage import GetUsage
from application.tenants.recount_tenant import RecountTenant
from application.tenants.recount_usage import RecountUsageHandler
from application.tenants.suspend_tenant import SuspendTenantHandler
from application.tenants.update_settings import UpdateSettingsHandler
from application.tenants.update_tenant import UpdateTenantHandler
from entrypoints.ioc.stores import AppDatabase, PlatformDatabase


class TenantsProvider(Provider):
    """Companies, plans, usage."""

    scope = Scope.APP
    plain = provide_all(
        ActivateTenantHandler,
        Administration,
        ChangePlanHandler,
        DeleteTenantHandler,
        EndTrialsHandler,
        EraseTenantsHandler,
        GetTenant,
        GetUsage,
        RecountTenant,
        RecountUsageHandler,
        SuspendTenantHandler,
        UpdateSettingsHandler,
        UpdateTenantHandler,
    )

    @provide
    def usage(self, database: AppDatabase) -> UsageReader:
        """Read what is used."""
        return PostgresUsageReader(database)

    @provide
    def tenants(self, database: PlatformDatabase) -> TenantList:
        """Read companies."""
        return PostgresTenantList(database)

    @provide
    def plans(self, database: PlatformDatabase) -> PlanList:
        """Read plans."""
        return PostgresPlanList(database)

    @provide
    def erasure(self, app: AppDatabase, platform: PlatformDatabase) -> TenantErasure:
        """Erase from PostgreSQL."""
        return PostgresErasure(app=app, platform=platform)

    @provide
    def traces(self, redis: Redis) -> TenantTraces:
        """Erase from Redis."""
        return RedisTraces(redis)

    @provide
    def erasure_tools(
        self,
        erasure: TenantErasure,
        traces: TenantTraces,
        data_keys: DataKeys,
        schemas: TenantSchemas,
        standings: Standings,
        files: FileStore,
    ) -> ErasureTools:
        """Collect everything that keeps something of a company."""
        return ErasureTools(
            erasure=erasure, traces=traces, data_keys=data_keys, schemas=schemas, standings=standings, files=files
        )

    @provide
    def erase_tenant(
        self, tools: ErasureTools, directory: Directory, uow: UnitOfWork, clock: Clock
    ) -> EraseTenantHandler:
        """Erase a company."""
        return EraseTenantHandler(tools, directory=directory, uow=uow, clock=clock)
