"""Use cases about companies on the real PostgreSQL and Redis; who is told to read anew is written down."""

from collections.abc import AsyncIterator, Collection
from pathlib import Path

import asyncpg
import pytest
from redis.asyncio import Redis

from adapters.crypto.data_keys import WrappedDataKeys
from adapters.crypto.master_keys import MasterKeys
from adapters.postgres.data_keys import PostgresWrappedKeys
from adapters.postgres.database import Database
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.erasure import PostgresErasure
from adapters.postgres.tenant_schemas import PostgresTenantSchemas
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.redis.traces import RedisTraces
from adapters.storage.folder import FolderStore
from adapters.system.ids import SystemIds
from application.ports.standing import ApiKeyStanding, SessionStanding, TenantStanding
from application.tenants.administration import Administration
from application.tenants.create_tenant import CreateTenantHandler
from application.tenants.erase_tenant import EraseTenantHandler, ErasureTools
from domain.shared.ids import SessionId, TenantId, UserId
from tests.doubles import FrozenClock


class RecordedStandings:
    """Knows nobody, and remembers which tenants were to be read anew."""

    def __init__(self) -> None:
        self.tenants: list[TenantId] = []

    async def session(self, session_id: SessionId) -> SessionStanding | None: ...
    async def sessions(self, session_ids: Collection[SessionId]) -> dict[SessionId, SessionStanding]:
        raise NotImplementedError(session_ids)

    async def api_key(self, key: str) -> ApiKeyStanding | None: ...
    async def tenant(self, tenant_id: TenantId) -> TenantStanding | None: ...
    async def forget_sessions(self, session_ids: Collection[SessionId]) -> None: ...
    async def forget_user(self, user_id: UserId) -> None: ...
    async def forget_tenant(self, tenant_id: TenantId) -> None:
        self.tenants.append(tenant_id)


class Log:
    """Reads the audit log past its fences."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def of(self, tenant_id: TenantId, action: str) -> list[asyncpg.Record]:
        connection = await asyncpg.connect(dsn=self._url)
        try:
            rows: list[asyncpg.Record] = await connection.fetch(
                "SELECT * FROM audit_log WHERE tenant_id = $1 AND action = $2 ORDER BY seq", tenant_id, action
            )
        finally:
            await connection.close()
        return rows


@pytest.fixture
def log(database_url: str) -> Log:
    return Log(database_url)


@pytest.fixture
def standings() -> RecordedStandings:
    return RecordedStandings()


@pytest.fixture
def administration(uow: PostgresUnitOfWork, standings: RecordedStandings) -> Administration:
    return Administration(uow=uow, standings=standings)


@pytest.fixture
def create_tenant(
    directory: PostgresDirectory,
    uow: PostgresUnitOfWork,
    database_url: str,
    frozen_clock: FrozenClock,
    ids: SystemIds,
) -> CreateTenantHandler:
    schemas = PostgresTenantSchemas(database_url)
    return CreateTenantHandler(directory=directory, uow=uow, schemas=schemas, clock=frozen_clock, ids=ids)


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    async with Redis.from_url(redis_url) as client:
        yield client


@pytest.fixture
def data_keys(platform_database: Database) -> WrappedDataKeys:
    return WrappedDataKeys(PostgresWrappedKeys(platform_database), master=MasterKeys(bytes(32)))


@pytest.fixture
def erasure_tools(
    app_database: Database,
    platform_database: Database,
    redis: Redis,
    data_keys: WrappedDataKeys,
    standings: RecordedStandings,
    database_url: str,
    tmp_path: Path,
) -> ErasureTools:
    return ErasureTools(
        erasure=PostgresErasure(app=app_database, platform=platform_database),
        traces=RedisTraces(redis),
        data_keys=data_keys,
        schemas=PostgresTenantSchemas(database_url),
        standings=standings,
        files=FolderStore(tmp_path),
    )


@pytest.fixture
def erase_tenant(
    erasure_tools: ErasureTools, directory: PostgresDirectory, uow: PostgresUnitOfWork, frozen_clock: FrozenClock
) -> EraseTenantHandler:
    return EraseTenantHandler(erasure_tools, directory=directory, uow=uow, clock=frozen_clock, settle_seconds=0)
