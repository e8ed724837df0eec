"""The same gateway on the real event log: commits that overlap, a lost bus, a client that comes and goes."""

import asyncio
from uuid import UUID, uuid4

from adapters.postgres.database import Database
from adapters.postgres.event_log import PostgresEventLog
from entrypoints.embedded.services import RunningServices
from tests.websocket.stage import Client, Stage, open_stage

COMMIT = """
INSERT INTO platform.events (tenant_id, id, type, conversation_id, data, at, is_placed)
VALUES ($1, $2, 'message_received', $3, $4, now(), true)
"""


async def commit(database: Database, tenant_id: UUID, *, seconds: float = 0) -> None:
    """Commit an event in a transaction that takes its time, so that commits do not come in the order of their ids."""
    async with database.connection() as connection, connection.transaction():
        await connection.execute("SELECT set_config('app.tenant_id', $1, true)", str(tenant_id))
        await connection.execute(COMMIT, tenant_id, uuid4(), uuid4(), {"text": "olá"})
        await asyncio.sleep(seconds)


async def commit_many(database: Database, stage: Stage, tenant_id: UUID, *, count: int) -> None:
    for start in range(0, count, 10):
        waits = [0.002 * ((start + number) % 7) for number in range(10)]
        await asyncio.gather(*(commit(database, tenant_id, seconds=wait) for wait in waits))
        await stage.wakeups.nudge_relay()


async def hear_ids(client: Client, count: int) -> list[int]:
    return [frame["id"] for frame in await client.hear_many(count)]


async def test_overlapping_commits_reach_the_socket_once_and_in_the_order_of_their_numbers(
    app_database: Database, platform_database: Database, killable_redis: RunningServices, tenant_id: UUID
) -> None:
    killable_redis.redis.start()
    async with open_stage(killable_redis, PostgresEventLog(platform_database)) as stage, stage.enter(tenant_id) as one:
        await one.follow("messages")
        writing = asyncio.create_task(commit_many(app_database, stage, tenant_id, count=200))
        first = await hear_ids(one, 50)
        async with stage.enter(tenant_id) as other:
            await other.follow("messages")
            await other.say("resume", after=10)
            rest = await hear_ids(other, 190)
        await writing

        assert first + await hear_ids(one, 150) == list(range(1, 201))
        assert sorted(rest) == list(range(11, 201))


async def test_while_redis_is_away_no_event_is_lost(
    app_database: Database, platform_database: Database, killable_redis: RunningServices, tenant_id: UUID
) -> None:
    killable_redis.redis.start()
    async with open_stage(killable_redis, PostgresEventLog(platform_database)) as stage, stage.enter(tenant_id) as one:
        await one.follow("messages")
        await commit_many(app_database, stage, tenant_id, count=20)
        killable_redis.redis.kill()
        await commit_many(app_database, stage, tenant_id, count=20)
        heard = await hear_ids(one, 40)
        killable_redis.redis.start()
        await commit_many(app_database, stage, tenant_id, count=20)

        assert heard + await hear_ids(one, 20) == list(range(1, 61))
