import pytest

from adapters.postgres.database import Database
from adapters.postgres.job_board import PostgresJobBoard
from adapters.postgres.job_queue import PostgresJobs
from tests.cli.commands import Commands
from tests.consumers.job_shop import Note


@pytest.fixture
async def job_id(platform_database: Database) -> int:
    """A job that was given up."""
    await PostgresJobs(platform_database).put(Note(number=7))
    async with platform_database.connection() as connection:
        found: int = await connection.fetchval("UPDATE platform.jobs SET status = 'failed' RETURNING id")
        await connection.execute(
            "INSERT INTO platform.job_log (job_id, status, priority, entrypoint, traceback)"
            """ VALUES ($1, 'failed', 0, 'test_note', '{"exception_message": "OSError at mail:3"}')""",
            found,
        )
    return found


async def test_held_jobs_are_listed_with_what_stopped_them(pytake: Commands, job_id: int) -> None:
    told = await pytake("jobs", "list")

    assert f"{job_id}  " in told
    assert "test_note  platform  OSError at mail:3\n" in told
    assert '{"job":"test_note","number":7}' in told
    assert told.endswith("behind: 0 due, the oldest 0.0 s; held 1\n")


@pytest.mark.parametrize("everything", [True, False])
async def test_held_jobs_are_tried_anew(
    everything: bool,  # noqa: FBT001 - a case
    pytake: Commands,
    job_id: int,
    platform_database: Database,
) -> None:
    told = await pytake("jobs", "retry", "--all" if everything else str(job_id))

    assert told == f"{job_id}  will be tried\n"
    assert (await PostgresJobBoard(platform_database).backlog()).due == 1


async def test_held_jobs_can_be_forgotten(pytake: Commands, job_id: int, platform_database: Database) -> None:
    told = await pytake("jobs", "drop", str(job_id), "404")

    assert told == f"{job_id}  is forgotten\n404  is not held\n"
    assert await PostgresJobBoard(platform_database).held(limit=1) == []


async def test_a_job_that_is_not_held_is_left(pytake: Commands) -> None:
    assert await pytake("jobs", "retry", "404") == "404  is not held\n"


async def test_which_ones_must_be_said(pytake: Commands) -> None:
    assert "Name jobs by their ids" in await pytake.fails("jobs", "retry", code=2)
