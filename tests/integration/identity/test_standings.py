"""Who counts, told by several processes that share Redis and the database."""

import asyncio
from collections.abc import AsyncIterator, Callable
from uuid import UUID

import pytest
from redis.asyncio import Redis

from adapters.postgres.database import Database, Role
from adapters.postgres.standings import PostgresStandings
from adapters.redis import standings as redis_standings
from adapters.redis.client import close_redis, connect_redis
from adapters.redis.standings import RedisStandings
from adapters.system.clock import SystemClock
from application.identity.keep_standings import KeepStandings
from application.ports.tokens import AccessClaims
from domain.identity.permissions import Role as PersonsRole
from domain.shared.errors import UnavailableError
from domain.shared.ids import SessionId, TenantId
from entrypoints.embedded.services import RunningServices
from tests.accounts import Accounts
from tests.integration.identity.process import Process

NewProcess = Callable[..., Process]


@pytest.fixture
async def ana(accounts: Accounts, tenant_id: TenantId) -> AccessClaims:
    return await accounts.a_session(PersonsRole.AGENT, tenant=tenant_id)


async def end_session(database: Database, ana: AccessClaims) -> None:
    async with database.connection() as connection:
        await connection.execute("UPDATE platform.sessions SET ended_at = now() WHERE id = $1", ana.session_id)


async def stands(process: Process, ana: AccessClaims) -> bool:
    return await process.standings.session(ana.session_id) is not None


async def test_the_database_is_asked_once_a_minute_by_all_processes_together(
    new_process: NewProcess, ana: AccessClaims
):
    one, other = new_process(), new_process()

    for _ in range(3):
        assert await stands(one, ana)
        assert await stands(other, ana)
        one.pass_a_second()
        other.pass_a_second()

    assert one.store.asked + other.store.asked <= 2  # the first reading after a flush only leaves the mark


async def test_within_a_second_nobody_is_asked(new_process: NewProcess, ana: AccessClaims, redis: Redis):
    process = new_process()
    assert await stands(process, ana)
    await redis.flushall()

    for _ in range(100):
        assert await stands(process, ana)

    assert process.store.asked == 1


async def test_it_is_remembered_for_a_minute(new_process: NewProcess, ana: AccessClaims, redis: Redis):
    process = new_process()
    await stands(process, ana)
    process.pass_a_second()
    await stands(process, ana)

    assert 55_000 < await redis.pttl(f"standing:session:{ana.session_id}") <= 60_000


async def test_those_who_ask_at_once_share_round_trips(
    new_process: NewProcess, accounts: Accounts, tenant_id: TenantId, redis: Redis
):
    process = new_process()
    logins = [await accounts.a_session(PersonsRole.AGENT, tenant=tenant_id) for _ in range(20)]
    stranger = SessionId(UUID(int=1))
    for _ in range(2):
        await asyncio.gather(*(stands(process, login) for login in logins))
        process.pass_a_second()
    before = (await redis.info("commandstats"))["cmdstat_mget"]["calls"]

    found = await asyncio.gather(
        process.standings.session(stranger), *(process.standings.session(login.session_id) for login in logins)
    )

    assert found[0] is None
    assert [one and one.session_id for one in found[1:]] == [login.session_id for login in logins]
    assert (await redis.info("commandstats"))["cmdstat_mget"]["calls"] <= before + 2


@pytest.mark.parametrize("scope", ["session", "user", "tenant"])
async def test_what_is_forgotten_is_over_for_all_within_a_second(
    new_process: NewProcess, platform_database: Database, ana: AccessClaims, scope: str
):
    one, other = new_process(), new_process()
    for process in (one, one, other):
        assert await stands(process, ana)
        process.pass_a_second()
    assert await stands(other, ana)

    await end_session(platform_database, ana)
    match scope:
        case "session":
            await one.standings.forget_sessions([ana.session_id])
        case "user":
            await one.standings.forget_user(ana.user_id)
        case _:
            await one.standings.forget_tenant(ana.tenant_id)

    assert not await stands(one, ana)
    other.pass_a_second()
    assert not await stands(other, ana)


async def test_others_are_not_forgotten_with_them(
    new_process: NewProcess, accounts: Accounts, tenant_id: TenantId, ana: AccessClaims
):
    process = new_process()
    bia = await accounts.a_session(tenant=tenant_id)
    for _ in range(2):
        await stands(process, bia)
        process.pass_a_second()
    asked = process.store.asked

    await process.standings.forget_user(ana.user_id)

    assert await stands(process, bia)
    assert process.store.asked == asked


async def test_a_slow_reader_does_not_bring_back_what_was_forgotten(
    new_process: NewProcess, platform_database: Database, ana: AccessClaims
):
    slow, quick = new_process(), new_process()
    await stands(quick, ana)  # leaves the mark
    await quick.standings.forget_sessions([ana.session_id])
    slow.store.gate.clear()
    reading = asyncio.create_task(stands(slow, ana))
    while not slow.store.asked:  # noqa: ASYNC110  # the store has no event for it
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)

    await end_session(platform_database, ana)
    await quick.standings.forget_sessions([ana.session_id])
    slow.store.gate.set()
    await reading

    assert not await stands(quick, ana)
    slow.pass_a_second()
    assert not await stands(slow, ana)


async def test_nor_does_a_slow_reader_in_the_same_process(
    new_process: NewProcess, platform_database: Database, ana: AccessClaims
):
    process = new_process()
    process.store.gate.clear()
    reading = asyncio.create_task(stands(process, ana))
    while not process.store.asked:  # noqa: ASYNC110  # the same
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)

    await end_session(platform_database, ana)
    await process.standings.forget_sessions([ana.session_id])
    process.store.gate.set()
    await reading

    assert not await stands(process, ana)


async def test_without_redis_the_database_tells(
    new_process: NewProcess, platform_database: Database, ana: AccessClaims, redis_service: RunningServices
):
    process = new_process()
    redis_service.redis.kill()

    assert await stands(process, ana)
    await end_session(platform_database, ana)
    await process.standings.forget_sessions([ana.session_id])
    assert not await stands(process, ana)


async def test_a_redis_that_forgot_everything_harms_nobody(
    new_process: NewProcess, platform_database: Database, ana: AccessClaims, redis: Redis
):
    process = new_process()
    await stands(process, ana)
    process.pass_a_second()
    await stands(process, ana)

    await redis.flushall()
    await end_session(platform_database, ana)
    process.pass_a_second()

    assert not await stands(process, ana)


async def test_what_redis_did_not_hear_is_forgotten_as_soon_as_it_hears(
    new_process: NewProcess,
    platform_database: Database,
    ana: AccessClaims,
    redis: Redis,
    redis_service: RunningServices,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(redis_standings, "REST_SECONDS", 0.5)
    impatient = connect_redis(redis_service.services.redis_url)
    one, other = new_process(impatient), new_process()
    for _ in range(2):
        assert await stands(one, ana)
        one.pass_a_second()
    await redis.execute_command("CLIENT", "PAUSE", "1500", "ALL")  # longer than we wait for an answer

    await end_session(platform_database, ana)
    await one.standings.forget_sessions([ana.session_id])
    assert not await stands(one, ana)
    async with asyncio.timeout(60):
        while await stands(other, ana):
            other.pass_a_second()
            await asyncio.sleep(0.2)
    await close_redis(impatient)


@pytest.fixture
async def closed_database(login_url: str) -> AsyncIterator[Database]:
    database = await Database.open(login_url, role=Role.PLATFORM, min_size=0)
    await database.close()
    return database


async def test_without_both_it_says_so(
    store: PostgresStandings, closed_database: Database, redis_service: RunningServices, ana: AccessClaims
):
    redis_service.redis.start()
    client = connect_redis(redis_service.services.redis_url)
    store._database = closed_database
    standings = KeepStandings(store=store, cache=RedisStandings(client), clock=SystemClock())
    redis_service.redis.kill()

    with pytest.raises(UnavailableError):
        await standings.session(ana.session_id)

    await close_redis(client)


async def test_a_value_in_another_form_is_as_good_as_none(new_process: NewProcess, ana: AccessClaims, redis: Redis):
    process = new_process()
    await redis.set("standing:mark", "x")
    await redis.set(f"standing:session:{ana.session_id}", b"\x81\xa4type\xa7session")

    assert await stands(process, ana)
    assert process.store.asked == 1


async def test_nothing_personal_lies_in_redis(new_process: NewProcess, ana: AccessClaims, redis: Redis):
    process = new_process()
    await stands(process, ana)
    process.pass_a_second()
    await stands(process, ana)

    for key in await redis.keys("*"):
        assert ana.email.encode() not in key
        if await redis.type(key) == b"string":
            assert ana.email.encode() not in (await redis.get(key) or b"")
