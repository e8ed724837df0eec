import os
from pathlib import Path

import pytest
from redis.asyncio import Redis

from entrypoints.embedded.account import server_account
from entrypoints.embedded.errors import NotStartedError
from entrypoints.embedded.processes import PROC
from entrypoints.embedded.services import start_services
from tests.embedded.helpers import marked, query

pytestmark = pytest.mark.xdist_group("embedded")


class TestStartedServices:
    async def test_answer_and_keep_their_data_over_a_restart(self, folder: Path, postgres_bin: Path | None):
        with start_services(folder=folder, postgres_bin=postgres_bin) as running:
            url = running.services.owner_url
            await query(url, "CREATE TABLE kept AS SELECT 'São João' AS name")
            async with Redis.from_url(running.services.redis_url) as redis:
                assert await redis.ping()

        with start_services(folder=folder, postgres_bin=postgres_bin) as running:
            assert await query(running.services.owner_url, "SELECT name FROM kept") == "São João"
            assert running.services.owner_url == url
            assert running.services.data_folder == folder

    async def test_run_postgres_with_our_settings(self, kept_folder: Path):
        with start_services(folder=kept_folder, redis=False) as running:
            sql = """
                SELECT concat_ws(' ', current_user, current_setting('server_encoding'),
                  current_setting('timezone'), current_setting('max_connections'),
                  current_setting('fsync'), upper('ção'), current_setting('listen_addresses') = '')
            """
            found = await query(running.services.owner_url, sql)

        assert found == "postgres UTF8 UTC 200 on ÇÃO t"

    async def test_are_faster_and_less_durable_on_demand(self, kept_folder: Path):
        with start_services(folder=kept_folder, durable=False, redis=False) as running:
            assert await query(running.services.owner_url, "SHOW fsync") == "off"

    async def test_order_texts_by_code_point(self, kept_folder: Path):
        with start_services(folder=kept_folder, durable=False, redis=False) as running:
            sql = "SELECT string_agg(t, '' ORDER BY t) FROM unnest(ARRAY['b', 'á', 'Z', 'a']) AS t"
            assert await query(running.services.owner_url, sql) == "Zabá"

    async def test_ignore_the_postgres_variables_of_our_environment(
        self, kept_folder: Path, monkeypatch: pytest.MonkeyPatch
    ):
        for name, value in {"PGPORT": "1", "PGDATA": "/nowhere", "PGHOST": "localhost"}.items():
            monkeypatch.setenv(name, value)

        with start_services(folder=kept_folder, durable=False, redis=False) as running:
            assert await query(running.services.owner_url, "SELECT 1") == 1

    def test_run_in_a_session_of_their_own(self, folder: Path):
        with start_services(folder=folder, postgres=False) as running:
            assert os.getsid(running.redis.pid) != os.getsid(0)

    @pytest.mark.usefixtures("as_root")
    def test_never_run_as_root(self, kept_folder: Path):
        with start_services(folder=kept_folder, durable=False):
            owners = {(PROC / str(pid)).stat().st_uid for pid in marked(kept_folder)}

        assert owners == {server_account().uid}
        assert 0 not in owners

    def test_are_only_those_asked_for(self, folder: Path):
        with start_services(folder=folder, postgres=False) as running:
            assert running.services.owner_url == ""
            assert not (folder / "postgres").exists()
            with pytest.raises(NotStartedError, match="postgres=True"):
                _ = running.postgres

    def test_leave_no_process_and_no_socket_when_stopped_twice(self, kept_folder: Path):
        running = start_services(folder=kept_folder, durable=False)
        assert len(marked(kept_folder)) > 2

        running.stop()
        running.stop()

        assert marked(kept_folder) == []
        assert not (kept_folder / "sockets").exists()
