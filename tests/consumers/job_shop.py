"""Job runners with handlers of a test's own, on the real engine."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from adapters.postgres.database import Database, Role
from adapters.postgres.job_board import PostgresJobBoard
from adapters.postgres.job_engine import Pace, PostgresJobEngine
from adapters.postgres.job_queue import PostgresJobs
from application.ports.jobs import Job
from entrypoints.consumers.jobs import Every, JobRunner, JobTools
from tests.consumers.workshop import Tally, until

HASTY = Pace(look=timedelta(milliseconds=50), lease=timedelta(seconds=1), last=timedelta(seconds=0.3))


class Note(Job, frozen=True, kw_only=True, tag="test_note"):
    """A job that is written down."""

    number: int


class JobShop:
    """Makes runners; ends them all when it closes."""

    def __init__(self, database: Database, url: str) -> None:
        self.url, self.tally = url, Tally()
        self.jobs, self.board, self.database = PostgresJobs(database), PostgresJobBoard(database), database
        self.done: list[int] = []
        self.tasks: list[asyncio.Task[None]] = []

    def start(
        self, work: Callable[[Note], Awaitable[None]] | None = None, *, every: tuple[Every, ...] = ()
    ) -> JobRunner:
        """Start a runner that does `work` and then writes the job's number down."""

        async def handle(job: Note) -> None:
            if work is not None:
                await work(job)
            self.done.append(job.number)

        engine = PostgresJobEngine(self.url, pace=HASTY)
        tools = JobTools(engine=engine, jobs=self.jobs, counters=self.tally)
        runner = JobRunner(tools, handlers={Note: handle}, every=every)  # type: ignore[dict-item]  # called with notes only
        self.tasks.append(asyncio.create_task(runner.run()))
        return runner

    async def order(self, *numbers: int) -> None:
        for number in numbers:
            await self.jobs.put(Note(number=number))

    async def left(self) -> list[tuple[str, int]]:
        """Give what is in the table: each job's status and failed tries."""
        async with self.database.connection() as connection:
            return [tuple(row) for row in await connection.fetch("SELECT status, attempts FROM platform.jobs")]

    async def hurry(self) -> None:
        """Let what was postponed be due."""
        async with self.database.connection() as connection:
            await connection.execute("UPDATE platform.jobs SET execute_after = now() WHERE status = 'queued'")

    async def settled(self) -> None:
        async def nothing_is_left() -> bool:
            return not await self.left()

        await until(nothing_is_left)

    async def close(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


@asynccontextmanager
async def open_shop(database: Database, url: str) -> AsyncIterator[JobShop]:
    shop = JobShop(database, url)
    try:
        yield shop
    finally:
        await shop.close()


async def _be_killed(url: str, folder: Path) -> None:
    """Do jobs in a process of its own: note that each began, and end it when the folder says so."""

    async def work(job: Note) -> None:
        with (folder / "begun").open("a") as file:
            file.write(f"{job.number}\n")
        while not (folder / "go-on").exists():  # noqa: ASYNC110  # another process says so
            await asyncio.sleep(0.02)
        with (folder / "ended").open("a") as file:
            file.write(f"{job.number}\n")

    database = await Database.open(url, role=Role.PLATFORM, max_size=2)
    async with open_shop(database, url) as shop:
        shop.start(work)
        await asyncio.gather(*shop.tasks)


if __name__ == "__main__":
    asyncio.run(_be_killed(sys.argv[1], Path(sys.argv[2])))
