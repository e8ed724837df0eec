"""The connection to Redis. Nothing in Redis is the only copy, so we would rather fail fast than wait."""

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

CONNECT_SECONDS = 1.0
"""Redis is near; a machine that does not answer by then is away."""
ANSWER_SECONDS = 1.0
"""Every command of ours takes microseconds."""
MAX_CONNECTIONS = 50
"""Per process; commands are short, so more would wait in Redis instead."""


def connect_redis(url: str) -> Redis:
    """Make a client for `redis://`, `rediss://` (TLS) or `unix://`; it connects at the first command.

    Nothing is retried here: each adapter knows better what to do while Redis is away.
    """
    pool = BlockingConnectionPool.from_url(
        url,
        max_connections=MAX_CONNECTIONS,
        timeout=ANSWER_SECONDS,
        socket_connect_timeout=CONNECT_SECONDS,
        socket_timeout=ANSWER_SECONDS,
        retry=Retry(NoBackoff(), 0),
        client_name="pytake",
    )
    return Redis(connection_pool=pool)


async def close_redis(redis: Redis) -> None:
    """Close all connections of the client."""
    await redis.aclose()
    await redis.connection_pool.aclose()
