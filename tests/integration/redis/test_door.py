from pathlib import Path

from redis.asyncio import Redis

from adapters.redis.client import close_redis, connect_redis
from adapters.redis.door import RedisClientDoor
from application.ports.health import RedisTrouble


async def test_a_redis_that_takes_writes(redis: Redis) -> None:
    assert await RedisClientDoor(redis).trouble() is None


async def test_nobody_is_there(tmp_path: Path) -> None:
    client = connect_redis(f"unix://{tmp_path}/redis.sock")

    assert await RedisClientDoor(client).trouble() is RedisTrouble.AWAY
    await close_redis(client)


async def test_a_full_memory(redis: Redis) -> None:
    await redis.config_set("maxmemory", "1")
    try:
        assert await RedisClientDoor(redis).trouble() is RedisTrouble.FULL
    finally:
        await redis.config_set("maxmemory", "0")
