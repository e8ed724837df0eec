"""`pytake jobs`: what was given up of the background jobs, and trying it again."""

import click
from dishka import AsyncContainer

from application.ports.jobs import JobBoard
from entrypoints.cli.run import run


@click.group()
def jobs() -> None:
    """Look at the background jobs."""


@jobs.command("list")
@click.option("--limit", type=click.IntRange(1, 1_000), default=50, show_default=True)
def list_jobs(limit: int) -> None:
    """List jobs that were given up, the newest first, and how far the others are behind."""

    async def do(container: AsyncContainer) -> None:
        board: JobBoard = await container.get(JobBoard)
        for job in await board.held(limit=limit):
            owner = job.tenant_id or "platform"
            click.echo(f"{job.id}  {job.held_at:%Y-%m-%d %H:%M:%S}  {job.kind}  {owner}  {job.error}")
            click.echo(f"    {job.payload.decode('utf-8', errors='replace')}")
        behind = await board.backlog()
        click.echo(
            f"behind: {behind.due} due, the oldest {behind.oldest_due.total_seconds():.1f} s; held {behind.held}"
        )

    run(do)


@jobs.command()
@click.argument("job_ids", type=int, nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All that are held.")
def retry(job_ids: tuple[int, ...], everything: bool) -> None:  # noqa: FBT001 - click's way
    """Let jobs that were given up be tried anew."""
    if bool(job_ids) == everything:
        raise click.UsageError("Name jobs by their ids, or give --all.")

    async def do(container: AsyncContainer) -> None:
        board: JobBoard = await container.get(JobBoard)
        tried = await board.retry(None if everything else job_ids)
        for job_id in tried if everything else job_ids:
            click.echo(f"{job_id}  {'will be tried' if job_id in tried else 'is not held'}")

    run(do)


@jobs.command()
@click.argument("job_ids", type=int, nargs=-1, required=True)
def drop(job_ids: tuple[int, ...]) -> None:
    """Forget jobs that were given up: they are never done."""

    async def do(container: AsyncContainer) -> None:
        board: JobBoard = await container.get(JobBoard)
        dropped = await board.drop(job_ids)
        for job_id in job_ids:
            click.echo(f"{job_id}  {'is forgotten' if job_id in dropped else 'is not held'}")

    run(do)
