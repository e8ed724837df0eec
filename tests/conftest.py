"""Fixtures for tests on the real PostgreSQL and Redis: `uow`, `app_database`, `platform_database`, `redis_url`, …

The servers start once a run, and only if a selected test needs them (see `tests/servers.py`). Tables are emptied
after each test that used them.
"""

import gc
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest
from redis.asyncio import Redis

from adapters.postgres.database import Database, Role
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from domain.shared.ids import TenantId
from domain.tenants.tenant import Isolation, Tenant, TenantStatus
from tests.doubles import FrozenClock, RecordedWakeups
from tests.servers import (
    APART,
    LOGIN,
    Servers,
    Sweeper,
    address,
    clone_template,
    known_servers,
    need_servers,
    prepared_servers,
    redis_address,
    run,
)

TOGETHER = "tests/architecture/"
"""They read every file of the program: in one worker, once."""

_STARTED = pytest.StashKey[ExitStack]()


def pytest_configure(config: pytest.Config) -> None:
    """Start the servers before xdist starts its workers, which inherit their addresses; else a fixture starts them."""
    starts_workers = bool(getattr(config.option, "numprocesses", None)) and not hasattr(config, "workerinput")
    if starts_workers and not config.option.collectonly and need_servers(config.args):
        undo = config.stash[_STARTED] = ExitStack()
        undo.enter_context(prepared_servers())


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together, in one of xdist's workers, what shares more than it works; xdist reads the marks after this."""
    for item in items:
        if item.nodeid.startswith(TOGETHER):
            item.add_marker(pytest.mark.xdist_group(TOGETHER))


def pytest_collection_finish() -> None:
    """Pass over what collecting made: ten thousand tests and the whole program are looked through no more."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what `pytest_configure` started."""
    if _STARTED in config.stash:
        config.stash[_STARTED].close()


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """The addresses of the real servers."""
    with ExitStack() as undo:
        yield known_servers() or undo.enter_context(prepared_servers())


@pytest.fixture(scope="session")
def worker_name() -> str:
    """This process's name among xdist's workers; `gw0` where there are none."""
    return os.environ.get("PYTEST_XDIST_WORKER", "gw0")


@pytest.fixture(scope="session")
def database_url(servers: Servers, worker_name: str) -> str:
    """This process's own migrated database, for its owner; it goes with the servers."""
    name = f"{servers.template}_{worker_name}"
    run(clone_template(servers, name=name))
    return address(servers.owner_url, name=name)


@pytest.fixture(scope="session")
def login_url(database_url: str) -> str:
    """The same database for the application's login, which may take the two roles and nothing else."""
    return address(database_url, user=LOGIN)


@pytest.fixture(scope="session")
async def _app_pool(login_url: str) -> AsyncIterator[Database]:
    database = await Database.open(login_url, role=Role.APP, min_size=0, max_size=20)
    yield database
    await database.close()


@pytest.fixture(scope="session")
async def _platform_pool(login_url: str) -> AsyncIterator[Database]:
    database = await Database.open(login_url, role=Role.PLATFORM, min_size=0, max_size=20)
    yield database
    await database.close()


@pytest.fixture(scope="session")
async def _sweeper(database_url: str) -> AsyncIterator[Sweeper]:
    sweeper = Sweeper(database_url)
    yield sweeper
    await sweeper.close()


@pytest.fixture
async def _clean_tables(_sweeper: Sweeper) -> AsyncIterator[None]:
    yield
    await _sweeper.sweep()


@pytest.fixture
def app_database(_app_pool: Database, _clean_tables: None) -> Database:
    """Connections that see one tenant's rows."""
    return _app_pool


@pytest.fixture
def platform_database(_platform_pool: Database, _clean_tables: None) -> Database:
    """Connections that see lanes, journal, events and logins of all tenants."""
    return _platform_pool


@pytest.fixture
def frozen_clock() -> FrozenClock:
    """A clock that stands at noon of a working day."""
    return FrozenClock(datetime(2026, 8, 12, 12, 0, tzinfo=UTC))


@pytest.fixture
def ids() -> SystemIds:
    """UUIDv7 of the real kind."""
    return SystemIds()


@pytest.fixture
def wakeups() -> RecordedWakeups:
    """Who was nudged after commits."""
    return RecordedWakeups()


@pytest.fixture
def uow(
    app_database: Database, wakeups: RecordedWakeups, ids: SystemIds, frozen_clock: FrozenClock
) -> PostgresUnitOfWork:
    """Opens transactions of one tenant."""
    return PostgresUnitOfWork(app_database, wakeups=wakeups, ids=ids, clock=frozen_clock)


@pytest.fixture
def directory(platform_database: Database) -> PostgresDirectory:
    """Tenants and users."""
    return PostgresDirectory(platform_database)


@pytest.fixture
def isolation() -> Isolation:
    """Where the fresh tenant's tables lie; folders that must pass for both kinds give both (`tests/isolations.py`)."""
    return Isolation.SHARED


@pytest.fixture
async def tenant_id(
    directory: PostgresDirectory, ids: SystemIds, frozen_clock: FrozenClock, isolation: Isolation
) -> TenantId:
    """A fresh tenant."""
    tenant = TenantId(ids.new()) if isolation is Isolation.SHARED else APART
    await directory.add_tenant(
        Tenant(
            id=tenant,
            name="Padaria Aurora",
            slug=f"aurora-{tenant}",
            status=TenantStatus.ACTIVE,
            created_at=frozen_clock.now(),
            isolation=isolation,
            plan="enterprise",
        )
    )
    return tenant


@pytest.fixture
async def redis_url(servers: Servers, worker_name: str) -> str:
    """This process's own logical database of Redis, empty."""
    url = redis_address(servers.redis_url, database=int(worker_name.removeprefix("gw")))
    async with Redis.from_url(url) as client:
        await client.flushdb()
    return url
