import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from redis.asyncio import Redis

from entrypoints.embedded.account import command_as, server_account
from entrypoints.embedded.processes import is_alive, wait_until
from entrypoints.embedded.services import start_services
from tests.embedded.helpers import marked, query, running_owner

pytestmark = pytest.mark.xdist_group("embedded")

OWNER = """
import sys, threading, time
from pathlib import Path
from entrypoints.embedded.services import start_services

def start():
    running.append(start_services(folder=Path(sys.argv[1]), durable=False))

running = []
if sys.argv[2] == "thread":
    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
else:
    start()
print("started", flush=True)
time.sleep(600)
"""

# The servers end by themselves within a second; a busy machine may take longer.
PATIENCE = 30


class TestAfterACrash:
    @pytest.mark.parametrize("crash", ["kill", "immediate"])
    async def test_postgres_starts_again_with_what_was_committed(self, kept_folder: Path, crash: str):
        with start_services(folder=kept_folder, durable=False, redis=False) as running:
            url = running.services.owner_url
            await query(url, "DROP TABLE IF EXISTS kept")
            await query(url, "CREATE TABLE kept AS SELECT 7 AS number")
            if crash == "kill":
                running.postgres.kill()
            else:
                running.postgres.stop(mode="immediate")

            running.postgres.start()

            assert await query(url, "SELECT number FROM kept") == 7

    async def test_postgres_starts_again_although_a_session_was_busy(self, kept_folder: Path):
        with start_services(folder=kept_folder, durable=False, redis=False) as running:
            url = running.services.owner_url
            busy = asyncio.create_task(query(url, "SELECT pg_sleep(600)"))
            sql = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            while await query(url, sql) == 0:  # noqa: ASYNC110 - the event is in the server
                await asyncio.sleep(0.05)

            running.postgres.kill()
            running.postgres.start()

            assert await query(url, "SELECT 1") == 1
            with pytest.raises(Exception, match="connection"):
                await busy

    async def test_redis_starts_again(self, folder: Path):
        with start_services(folder=folder, postgres=False) as running:
            running.redis.kill()
            assert running.redis.pid is None

            running.redis.start()

            async with Redis.from_url(running.services.redis_url) as redis:
                assert await redis.ping()

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
    def test_servers_end_when_their_owner_is_killed(self, kept_folder: Path):
        with running_owner(OWNER, str(kept_folder), "main") as owner:
            assert owner.stdout.readline() == "started\n"

            owner.kill()

            assert wait_until(lambda: marked(kept_folder) == [], seconds=PATIENCE)

    async def test_servers_that_outlived_their_owner_are_replaced(self, kept_folder: Path):
        with running_owner(OWNER, str(kept_folder), "thread") as owner:
            assert owner.stdout.readline() == "started\n"
            owner.kill()
            owner.wait()
        orphans = set(marked(kept_folder))

        with start_services(folder=kept_folder, durable=False) as running:
            assert await query(running.services.owner_url, "SELECT 1") == 1
            assert not orphans & set(marked(kept_folder))

        assert len(orphans) > 2
        assert not any(is_alive(pid) for pid in orphans)

    async def test_a_reused_process_id_in_the_pid_files_is_no_server(
        self, kept_folder: Path, end_later: Callable[[int], None]
    ):
        command = command_as(account=server_account(), command=["/bin/sleep", "600"], death_signal=None)
        stranger = await asyncio.create_subprocess_exec(*command)
        end_later(stranger.pid)
        start_services(folder=kept_folder, durable=False).stop()
        (kept_folder / "postgres" / "postmaster.pid").write_text(f"{stranger.pid}\n{kept_folder}/postgres\n")
        (kept_folder / "redis" / "redis.pid").write_text(f"{stranger.pid}\n")

        with start_services(folder=kept_folder, durable=False) as running:
            assert await query(running.services.owner_url, "SELECT 1") == 1

        assert stranger.returncode is None
        stranger.kill()
        await stranger.wait()

    def test_a_half_made_data_folder_is_made_anew(self, folder: Path):
        unfinished = folder / "postgres.new-1"
        unfinished.mkdir(parents=True)
        (unfinished / "PG_VERSION").write_text("18\n")
        folder.chmod(0o711)

        with start_services(folder=folder, durable=False, redis=False) as running:
            assert running.postgres.pid

        assert not unfinished.exists()
