import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from adapters.postgres import migrations
from adapters.postgres.database import Database, Role
from application.ports.emails import MailRefusedError
from entrypoints.consumers import jobs as jobs_module
from entrypoints.consumers.jobs import TRIES, Every
from tests.consumers.job_shop import JobShop, Note, open_shop
from tests.consumers.workshop import PATIENCE, until
from tests.integration.postgres.own_server import own_postgres

SECRET = "the phone +55 11 98765-4321"


class TroubledError(Exception):
    """Says what must not be kept."""


@pytest.fixture
async def shop(platform_database: Database, login_url: str) -> AsyncIterator[JobShop]:
    async with open_shop(platform_database, login_url) as opened:
        yield opened


async def fail(_job: Note) -> None:
    raise TroubledError(SECRET)


class TestDoing:
    async def test_jobs_are_done_and_gone(self, shop: JobShop) -> None:
        await shop.order(*range(20))

        shop.start()
        await shop.settled()

        assert sorted(shop.done) == list(range(20))

    async def test_two_runners_do_each_job_once(self, shop: JobShop) -> None:
        await shop.order(*range(40))

        shop.start()
        shop.start()
        await shop.settled()

        assert sorted(shop.done) == list(range(40))

    async def test_a_kind_that_nobody_knows_here_is_left_to_newer_workers(self, shop: JobShop) -> None:
        async with shop.database.connection() as connection:
            await connection.execute(
                "SELECT platform.put_jobs('{from_the_future}', ARRAY['{}'::bytea], ARRAY[interval '0'], '{NULL}')"
            )
        await shop.order(1)

        shop.start()
        await until(lambda: shop.done == [1])
        await asyncio.sleep(0.2)

        assert await shop.left() == [("queued", 0)]


class TestFailing:
    async def test_it_is_tried_again_later(self, shop: JobShop) -> None:
        failures = iter([True, False])

        async def fail_once(job: Note) -> None:
            if next(failures):
                await fail(job)

        await shop.order(1)
        shop.start(fail_once)

        async def was_postponed() -> bool:
            return await shop.left() == [("queued", 1)]

        await until(was_postponed)
        await asyncio.sleep(0.2)
        too_early = list(shop.done)
        await shop.hurry()
        await shop.settled()

        assert (too_early, shop.done) == ([], [1])

    async def test_after_the_last_try_it_is_held_and_can_be_retried(
        self, shop: JobShop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(jobs_module, "TRIES", 2)
        monkeypatch.setattr(jobs_module, "FIRST_PAUSE", timedelta())
        working = []

        async def fail_until_mended(job: Note) -> None:
            if not working:
                await fail(job)

        await shop.order(7)
        shop.start(fail_until_mended)

        async def is_held() -> bool:
            return bool(await shop.board.held(limit=10))

        await until(is_held)
        [held] = await shop.board.held(limit=10)
        backlog = await shop.board.backlog()
        working.append(True)
        retried = await shop.board.retry([held.id])
        await shop.settled()

        assert held.error.startswith("TroubledError at tests.consumers.test_jobs:")
        assert (held.kind, held.payload, held.tenant_id) == ("test_note", b'{"job":"test_note","number":7}', None)
        assert (backlog.held, backlog.due, retried) == (1, 0, [held.id])
        assert shop.done == [7]

    async def test_an_e_mail_that_nobody_takes_is_done_and_counted(self, shop: JobShop) -> None:
        async def be_refused(_job: Note) -> None:
            raise MailRefusedError

        await shop.order(1)
        shop.start(be_refused)
        await shop.settled()

        assert shop.tally.counts["mails_refused"] == 1

    async def test_what_the_exception_says_is_kept_nowhere(
        self, shop: JobShop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(jobs_module, "TRIES", 2)
        monkeypatch.setattr(jobs_module, "FIRST_PAUSE", timedelta())
        await shop.order(7)

        with capture_logs() as logs:
            shop.start(fail)
            await until(lambda: len(logs) >= 2)
        async with shop.database.connection() as connection:
            noted = await connection.fetchval("SELECT string_agg(traceback::text, '') FROM platform.job_log")
        out, err = capsys.readouterr()

        assert [log["outcome"] for log in logs] == ["postponed", "held"]
        assert SECRET not in f"{noted}{logs}{out}{err}"

    async def test_what_cannot_be_read_is_held_at_once(self, shop: JobShop) -> None:
        async with shop.database.connection() as connection:
            await connection.execute(
                "SELECT platform.put_jobs('{test_note}', ARRAY['{\"job\": 1}'::bytea], ARRAY[interval '0'], '{NULL}')"
            )
        shop.start()

        async def is_held() -> bool:
            return await shop.left() == [("failed", 0)]

        await until(is_held)


class TestSchedules:
    async def test_what_is_due_by_the_clock_is_ordered_once(self, shop: JobShop) -> None:
        every = (Every(cron="0 0 1 1 *", job=Note(number=5)),)  # due when the test says so, and at no minute's turn
        for _ in range(2):
            shop.start(every=every)

        async def is_known() -> bool:
            async with shop.database.connection() as connection:
                return bool(await connection.fetchval("SELECT count(*) = 2 FROM platform.job_schedules"))

        await until(is_known)
        for task in shop.tasks:
            task.cancel()
        await asyncio.gather(*shop.tasks, return_exceptions=True)
        async with shop.database.connection() as connection:
            await connection.execute(
                "UPDATE platform.job_schedules SET next_run = now() WHERE entrypoint = 'test_note'"
            )
        for _ in range(2):
            shop.start(every=every)
        await until(lambda: bool(shop.done))
        await shop.settled()

        assert shop.done == [5]

    async def test_what_was_noted_is_forgotten_after_a_week_but_of_held_jobs(self, shop: JobShop) -> None:
        runner = shop.start()

        async def is_known() -> bool:
            async with shop.database.connection() as connection:
                return bool(await connection.fetchval("SELECT count(*) = 1 FROM platform.job_schedules"))

        await until(is_known)
        runner.stop()
        await shop.tasks[0]
        async with shop.database.connection() as connection:
            held = await connection.fetchval(
                "INSERT INTO platform.jobs (priority, entrypoint, status)"
                " VALUES (0, 'test_note', 'failed') RETURNING id"
            )
            for job_id, days in ((held, 9), (held + 1, 8), (held + 2, 6)):
                await connection.execute(
                    "INSERT INTO platform.job_log (created, job_id, status, priority, entrypoint)"
                    " VALUES (now() - CAST($2 AS interval), $1, 'exception', 0, 'test_note')",
                    job_id,
                    timedelta(days=days),
                )
            await connection.execute("UPDATE platform.job_schedules SET next_run = now()")
        shop.start()

        async def are_left() -> bool:
            async with shop.database.connection() as connection:
                rows = await connection.fetch("SELECT job_id FROM platform.job_log ORDER BY job_id")
            return [row["job_id"] for row in rows] == [held, held + 2]

        await until(are_left)


class TestEnding:
    async def test_what_is_in_hand_is_done_and_no_more_is_begun(self, shop: JobShop) -> None:
        begun = asyncio.Event()

        async def take_a_moment(_job: Note) -> None:
            begun.set()
            await asyncio.sleep(0.1)

        await shop.order(*range(30))
        runner = shop.start(take_a_moment)
        await begun.wait()

        runner.stop()
        await asyncio.wait_for(shop.tasks[0], PATIENCE)

        left = await shop.left()
        assert 0 < len(shop.done) < 30
        assert left == [("queued", 0)] * (30 - len(shop.done))

    async def test_what_takes_too_long_is_given_back(self, shop: JobShop) -> None:
        begun = asyncio.Event()

        async def take_for_ever(_job: Note) -> None:
            begun.set()
            await asyncio.Event().wait()

        await shop.order(1)
        runner = shop.start(take_for_ever)
        await begun.wait()
        runner.stop()
        await asyncio.wait_for(shop.tasks[0], PATIENCE)

        assert await shop.left() == [("queued", 1)]

    async def test_cancelling_the_runner_loses_nothing(self, shop: JobShop) -> None:
        begun = asyncio.Event()

        async def take_for_ever(_job: Note) -> None:
            begun.set()
            await asyncio.Event().wait()

        await shop.order(1)
        shop.start(take_for_ever)
        await begun.wait()
        shop.tasks[0].cancel()
        await asyncio.gather(*shop.tasks, return_exceptions=True)
        shop.start()
        await shop.settled()

        assert shop.done == [1]


class TestKilled:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        return tmp_path

    @pytest.fixture
    def doomed(self, login_url: str, folder: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
        """Starts workers in processes of their own."""
        started: list[subprocess.Popen[bytes]] = []

        def start() -> subprocess.Popen[bytes]:
            command = [sys.executable, "-m", "tests.consumers.job_shop", login_url, str(folder)]
            process = subprocess.Popen(command)  # noqa: S603 - our own module
            started.append(process)
            return process

        start()
        yield started
        for process in started:
            process.kill()
            process.wait()

    async def test_a_job_whose_worker_was_killed_is_done_by_another(
        self, shop: JobShop, doomed: list[subprocess.Popen[bytes]], folder: Path
    ) -> None:
        await shop.order(1, 2)
        await until(lambda: lines(folder / "begun") == ["1", "2"])

        doomed[0].send_signal(signal.SIGKILL)
        shop.start()
        await shop.settled()

        assert sorted(shop.done) == [1, 2]
        assert lines(folder / "ended") == []

    async def test_a_job_that_kills_its_workers_is_held_after_three(self, shop: JobShop) -> None:
        await shop.order(1)
        for _ in range(3):
            async with shop.database.connection() as connection:
                await connection.execute(
                    "UPDATE platform.jobs SET status = 'picked', queue_manager_id = gen_random_uuid(),"
                    " heartbeat = now() - interval '1 minute'"
                )
        shop.start()

        async def is_held() -> bool:
            return await shop.left() == [("failed", TRIES)]

        await until(is_held)

        assert shop.done == []
        assert [job.error for job in await shop.board.held(limit=1)] == ["its workers died with it"]


def lines(file: Path) -> list[str]:
    return sorted(file.read_text().split()) if file.exists() else []


async def test_it_survives_its_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "MAX_BACKOFF", 0.5)
    with own_postgres() as running:
        await migrations.upgrade(running.services.owner_url)
        url = running.services.owner_url
        database = await Database.open(url, role=Role.PLATFORM)
        async with open_shop(database, url) as shop:
            runner = shop.start()
            await shop.order(1)
            await until(lambda: shop.done == [1])

            await asyncio.to_thread(running.postgres.stop, mode="immediate")
            await asyncio.sleep(1)
            was_alive = not shop.tasks[0].done()
            await asyncio.to_thread(running.postgres.start)
            await shop.order(2)
            await until(lambda: set(shop.done) == {1, 2})
            runner.stop()
            await asyncio.wait_for(shop.tasks[0], PATIENCE)

            assert was_alive
        await database.close()
