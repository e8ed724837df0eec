"""Files of contacts on the real database, in a folder, read by the real helper."""

import base64
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from dishka import AsyncContainer

from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.shared.ids import TenantId
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings
from tests.doubles import FrozenClock
from tests.integration.contacts.desk import TransferDesk
from tests.integration.spine.overrides import Overrides


@pytest.fixture
async def container(
    tmp_path: Path,
    login_url: str,
    redis_url: str,
    app_database: Database,
    platform_database: Database,
    frozen_clock: FrozenClock,
) -> AsyncIterator[AsyncContainer]:
    """Everything wired; files go to a folder of the test's own."""
    settings = read_settings(
        {
            "DATABASE_URL": login_url,
            "REDIS_URL": redis_url,
            "PYTAKE_MASTER_KEY": base64.b64encode(bytes(32)).decode(),
            "PYTAKE_FILES": f"file:{tmp_path / 'files'}",
        }
    )
    container = make_container(settings, Overrides(frozen_clock, app=app_database, platform=platform_database))
    yield container
    await container.close()


@pytest.fixture
def desk(
    container: AsyncContainer, uow: PostgresUnitOfWork, tenant_id: TenantId, app_database: Database
) -> TransferDesk:
    """The tenant's imports and exports."""
    return TransferDesk(uow, container=container, tenant_id=tenant_id, app=app_database)
