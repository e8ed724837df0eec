import asyncio
import socket

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


async def test_a_redis_that_hangs_up_is_not_tried_again() -> None:
    calls = 0

    def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal calls
        calls += 1
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1") as server:
        client = connect_redis(f"redis://127.0.0.1:{server.sockets[0].getsockname()[1]}")

        with pytest.raises(RedisError):
            await client.ping()

        assert calls == 1
        await close_redis(client)


async def test_a_redis_that_does_not_answer_is_noticed_soon() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        client = connect_redis(f"redis://127.0.0.1:{silent.getsockname()[1]}")

        with pytest.raises(RedisError):
            async with asyncio.timeout(60):
                await client.ping()

        await close_redis(client)


async def test_the_first_command_after_a_restart_works(redis: Redis, redis_service: RunningServices) -> None:
    await asyncio.gather(*(redis.ping() for _ in range(10)))

    redis_service.redis.stop()
    redis_service.redis.start()
    await asyncio.sleep(0.05)  # the loop sees that the old connections are closed

    assert await redis.ping()
