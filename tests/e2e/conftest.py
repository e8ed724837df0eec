"""One stage a test: its company is new, its simulator is empty."""

from collections.abc import AsyncIterator

import pytest

from tests.e2e.stage import Stage, open_stage


@pytest.fixture
async def stage(login_url: str, redis_url: str, _clean_tables: None) -> AsyncIterator[Stage]:
    """Everything but a worker; `_clean_tables` empties the tables afterwards."""
    async with open_stage(database_url=login_url, redis_url=redis_url) as opened:
        yield opened
