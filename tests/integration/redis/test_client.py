import asyncio
import socket
import time

import pytest
from redis.asyncio import Redis
from redis.exceptions import RedisError

from adapters.redis.client import close_redis, connect_redis
from entrypoints.embedded.services import RunningServices


@pytest.mark.parametrize(
    ("url", "connection"),
    [
        ("redis://user:secret@redis.example:6380/2", "Connection"),
        ("rediss://redis.example", "SSLConnection"),
        ("unix:///run/redis.sock?db=1", "UnixDomainSocketConnection"),
    ],
)
async def test_every_kind_of_address_is_understood(url: str, connection: str) -> None:
    client = connect_redis(url)

    assert client.connection_pool.connection_class.__name__ == connection
    await close_redis(client)


async def test_a_redis_that_is_not_there_is_noticed_at_once() -> None:
    client = connect_redis("redis://127.0.0.1:1")
    began = time.perf_counter()

    with pytest.raises(RedisError):
        await client.ping()

    assert time.perf_counter() - began < 0.5
    await close_redis(client)


async def test_a_redis_that_does_not_answer_is_noticed_soon() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        client = connect_redis(f"redis://127.0.0.1:{silent.getsockname()[1]}")
        began = time.perf_counter()

        with pytest.raises(RedisError):
            await client.ping()

        assert time.perf_counter() - began < 3
        await close_redis(client)


async def test_the_first_command_after_a_restart_works(redis: Redis, redis_service: RunningServices) -> None:
    await asyncio.gather(*(redis.ping() for _ in range(10)))

    redis_service.redis.stop()
    redis_service.redis.start()
    await asyncio.sleep(0.05)  # the loop sees that the old connections are closed

    assert await redis.ping()
