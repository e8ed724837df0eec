"""F27 in its large size: whether time tells that an account exists, and what ten thousand addresses may try.

Only with PYTAKE_SOAK=1: time is not asserted on a machine that does other things as well.
"""

import statistics
import time
from collections import Counter
from collections.abc import AsyncIterator
from uuid import uuid4

import httpx
import pytest
from redis.asyncio import Redis

from adapters.postgres.database import Database
from adapters.redis.login_throttle import RedisLoginThrottle
from application.ports.login_throttle import Purpose
from application.ports.passwords import Passwords
from domain.shared.errors import RateLimitedError
from domain.shared.ids import TenantId
from entrypoints.http.app import create_app
from entrypoints.http.settings import HttpSettings, Rates
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings
from tests.accounts import Accounts
from tests.faults.sizes import SOAK

pytestmark = pytest.mark.skipif(not SOAK, reason="takes minutes, and the machine for itself")

ACCOUNTS = 150
TOLERANCE = 0.10
"""F27: less than a tenth apart."""
LOGIN = "/api/v1/auth/login"
UNLIMITED = Rates(**dict.fromkeys(Rates.__struct_fields__, 100_000))


@pytest.fixture
async def site(login_url: str, redis_url: str) -> AsyncIterator[tuple[httpx.ASGITransport, Passwords]]:
    environment = {"DATABASE_URL": login_url, "REDIS_URL": redis_url, "PYTAKE_MASTER_KEY": "A" * 43 + "="}
    container = make_container(read_settings(environment))
    app = create_app(container, settings=HttpSettings(version="1", rates=UNLIMITED))
    yield httpx.ASGITransport(app), await container.get(Passwords)
    await container.close()


async def test_time_does_not_tell_whether_an_account_exists(
    site: tuple[httpx.ASGITransport, Passwords], platform_database: Database, tenant_id: TenantId, redis_url: str
) -> None:
    transport, passwords = site
    emails = [(await Accounts(platform_database).a_session(tenant=tenant_id)).email for _ in range(ACCOUNTS)]
    async with platform_database.connection() as connection:
        hashed = await passwords.hash("quatro pratos de trigo")
        await connection.execute("UPDATE platform.users SET password_hash = $1", hashed)
    times: dict[bool, list[float]] = {True: [], False: []}

    async with httpx.AsyncClient(transport=transport, base_url="http://pytake.test") as client:
        for email in emails:
            for exists in (True, False):
                await _empty(redis_url)
                address = email if exists else f"{uuid4()}@aurora.example"
                began = time.perf_counter()
                answer = await client.post(LOGIN, json={"email": address, "password": "wrong password"})
                times[exists].append(time.perf_counter() - began)
                assert answer.status_code == 401

    there, nowhere = (statistics.median(times[exists]) for exists in (True, False))
    assert abs(there - nowhere) / nowhere < TOLERANCE, (there, nowhere)


async def test_ten_thousand_addresses_try_an_account_ten_times(redis_url: str) -> None:
    async with Redis.from_url(redis_url) as redis:
        throttle = RedisLoginThrottle(redis)
        outcomes: Counter[bool] = Counter()
        for number in range(10_000):
            ip = f"{11 + number // 65_536}.{number // 256 % 256}.{number % 256}.1"
            try:
                await throttle.attempt(Purpose.LOGIN, account="ana@aurora.example", ip=ip)
            except RateLimitedError:
                outcomes[False] += 1
            else:
                outcomes[True] += 1

    assert outcomes[True] == 10


async def _empty(redis_url: str) -> None:
    async with Redis.from_url(redis_url) as redis:
        await redis.flushdb()
