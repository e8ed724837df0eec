"""Two companies with everything there is: ours walks, theirs is walked into."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from dishka import AsyncContainer
from litestar import Litestar

from adapters.postgres.database import Database
from tests.http.walk.pair import Pair, make_pair
from tests.http.walk.site import Site, site_around


@pytest.fixture
async def site(
    app: Litestar,
    container: AsyncContainer,
    database_url: str,
    platform_database: Database,
    app_database: Database,  # noqa: ARG001 - emptied afterwards
    redis_url: str,  # noqa: ARG001 - the same, before
) -> AsyncIterator[Site]:
    """The application that all tests of this process share."""
    async with site_around(app, container, owner_url=database_url, platform=platform_database) as site:
        yield site


@pytest.fixture
async def owner(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """Sees everything."""
    connection = await asyncpg.connect(dsn=database_url)
    yield connection
    await connection.close()


@pytest.fixture
async def pair(site: Site, owner: asyncpg.Connection) -> Pair:
    """Two companies in the shared tables."""
    return await make_pair(site, owner)
