"""Files on the real database, a folder, and helpers that read them; Meta's side answers as each test says."""

import base64
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from dishka import AsyncContainer, Provider, Scope, provide

from adapters.media.workshop import MediaWorkshop
from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.file_store import FileStore
from application.ports.media_tools import MediaTools
from application.whatsapp.add_config import AddConfig, AddConfigHandler
from domain.shared.ids import TenantId, WhatsAppConfigId
from entrypoints.ioc.container import make_container
from entrypoints.settings import Settings, read_settings
from tests import sample_files as samples
from tests.doubles import FrozenClock
from tests.graph_media import GraphMedia, graph_with
from tests.integration.media.desk import FileDesk
from tests.integration.spine.overrides import Overrides


@pytest.fixture
async def graph() -> AsyncIterator[GraphMedia]:
    """Meta's side, which has a photograph."""
    async with graph_with(samples.jpeg()) as served:
        yield served


class SharedTools(Provider):
    """The same helper processes for all tests: they keep nothing from one to the next."""

    scope = Scope.APP

    def __init__(self, workshop: MediaWorkshop) -> None:
        super().__init__()
        self._workshop = workshop

    @provide(override=True)
    def tools(self) -> MediaTools:
        return self._workshop


@pytest.fixture(scope="session")
async def workshop() -> AsyncIterator[MediaWorkshop]:
    """Helpers that start once."""
    workshop = MediaWorkshop()
    yield workshop
    await workshop.close()


@pytest.fixture
def settings(graph: GraphMedia, tmp_path: Path, login_url: str, redis_url: str) -> Settings:
    """Files go to a folder of the test's own, and Meta is the test's."""
    return read_settings(
        {
            "DATABASE_URL": login_url,
            "REDIS_URL": redis_url,
            "PYTAKE_MASTER_KEY": base64.b64encode(bytes(32)).decode(),
            "WHATSAPP_BASE_URL": graph.url,
            "PYTAKE_FILES": f"file:{tmp_path / 'files'}",
        }
    )


@pytest.fixture
async def container(
    settings: Settings,
    app_database: Database,
    platform_database: Database,
    frozen_clock: FrozenClock,
    workshop: MediaWorkshop,
) -> AsyncIterator[AsyncContainer]:
    """Everything wired."""
    overrides = Overrides(frozen_clock, app=app_database, platform=platform_database)
    container = make_container(settings, overrides, SharedTools(workshop))
    yield container
    await container.close()


@pytest.fixture
async def desk(
    container: AsyncContainer, uow: PostgresUnitOfWork, tenant_id: TenantId, frozen_clock: FrozenClock
) -> FileDesk:
    """The tenant's files and number."""
    add = await container.get(AddConfigHandler)
    config_id: WhatsAppConfigId = await add.add(
        tenant_id,
        AddConfig(
            name="Aurora",
            phone_number="+55 11 95555-0100",
            phone_number_id="700111222333444",
            business_account_id="900100200300400",
            access_token="sim-access-token",
            app_secret="sim-app-secret",
            webhook_verify_token="sim-verify-token",
        ),
    )
    store: FileStore = await container.get(FileStore)
    return FileDesk(uow, container=container, tenant_id=tenant_id, config_id=config_id, store=store, clock=frozen_clock)
