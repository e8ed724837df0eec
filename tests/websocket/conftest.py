from collections.abc import AsyncIterator, Iterator
from uuid import UUID, uuid4

import pytest

from entrypoints.embedded.services import RunningServices
from tests.redis_server import own_redis
from tests.websocket.stage import Stage, open_stage


@pytest.fixture(scope="session")
def killable_redis() -> Iterator[RunningServices]:
    with own_redis() as running:
        yield running


@pytest.fixture
async def stage(killable_redis: RunningServices) -> AsyncIterator[Stage]:
    killable_redis.redis.start()
    async with open_stage(killable_redis) as opened:
        yield opened


@pytest.fixture
def tenant() -> UUID:
    return uuid4()
