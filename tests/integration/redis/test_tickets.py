import asyncio
from datetime import UTC, datetime
from uuid import UUID

import pytest
from redis.asyncio import Redis

from adapters.redis.client import close_redis, connect_redis
from adapters.redis.tickets import RedisTickets, TicketsUnavailableError
from application.ports.tokens import AccessClaims
from domain.identity.permissions import Role
from domain.shared.errors import UnavailableError
from entrypoints.embedded.services import RunningServices

CLAIMS = AccessClaims(
    user_id=UUID(int=1),
    email="ana@example.com",
    role=Role.AGENT,
    tenant_id=UUID(int=2),
    session_id=UUID(int=3),
    expires_at=datetime(2030, 1, 1, tzinfo=UTC),
)


async def test_a_ticket_is_redeemed_for_its_claims(redis: Redis) -> None:
    tickets = RedisTickets(redis)

    assert await tickets.redeem(await tickets.issue(CLAIMS)) == CLAIMS


async def test_of_many_who_redeem_it_one_gets_in(redis: Redis) -> None:
    tickets = RedisTickets(redis)
    ticket = await tickets.issue(CLAIMS)

    redeemed = await asyncio.gather(*(tickets.redeem(ticket) for _ in range(20)))

    assert [claims for claims in redeemed if claims] == [CLAIMS]


async def test_it_lives_thirty_seconds(redis: Redis) -> None:
    await RedisTickets(redis).issue(CLAIMS)

    [key] = await redis.keys("*")

    assert 29_000 < await redis.pttl(key) <= 30_000


async def test_who_reads_redis_cannot_use_one(redis: Redis) -> None:
    ticket = await RedisTickets(redis).issue(CLAIMS)

    [key] = await redis.keys("*")

    assert ticket not in key.decode()
    assert await RedisTickets(redis).redeem(key.decode().removeprefix("ticket:")) is None


@pytest.mark.parametrize("ticket", ["", "unknown", "é\ud800", "x" * 10_000])
async def test_rubbish_admits_nobody(redis: Redis, ticket: str) -> None:
    assert await RedisTickets(redis).redeem(ticket) is None


async def test_without_redis_both_say_so(redis_service: RunningServices) -> None:
    redis_service.redis.kill()
    client = connect_redis(redis_service.services.redis_url)

    with pytest.raises(UnavailableError):
        await RedisTickets(client).issue(CLAIMS)
    with pytest.raises(TicketsUnavailableError):
        await RedisTickets(client).redeem("x")

    redis_service.redis.start()
    await close_redis(client)
