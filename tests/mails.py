"""Doing the background jobs that are due, and reading the e-mails that they wrote."""

import asyncio
import re
from datetime import timedelta
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

from dishka import AsyncContainer

from adapters.postgres.job_engine import Pace, PostgresJobEngine
from application.ports.counters import Counters
from application.ports.jobs import JobBoard, Jobs
from entrypoints.consumers.jobs import JobRunner, JobTools
from entrypoints.ioc.jobs import job_handlers
from entrypoints.settings import Settings

HASTY = Pace(look=timedelta(milliseconds=20), lease=timedelta(seconds=5), last=timedelta(seconds=5))
PATIENCE = 20.0

_TOKEN = re.compile(r"#token=([\w-]+)")


async def do_jobs(container: AsyncContainer) -> None:
    """Do every job that is due, with the use cases that `pytake work` has."""
    board: JobBoard = await container.get(JobBoard)
    settings: Settings = await container.get(Settings)
    tools = JobTools(
        engine=PostgresJobEngine(settings.database_url, pace=HASTY),
        jobs=await container.get(Jobs),
        counters=await container.get(Counters),
    )
    runner = JobRunner(tools, handlers=await job_handlers(container))
    running = asyncio.create_task(runner.run())
    async with asyncio.timeout(PATIENCE):
        while (await board.backlog()).due:  # noqa: ASYNC110  # the database has no event of its own
            await asyncio.sleep(0.01)
        runner.stop()  # what is in hand is done before it ends
        await running


class Outbox:
    """The folder where e-mails go, and what came since it was last read."""

    def __init__(self, folder: Path, container: AsyncContainer) -> None:
        self._folder, self._container = folder, container
        self.empty()

    def empty(self) -> None:
        for file in self._folder.glob("*.eml"):
            file.unlink()

    async def delivered(self) -> list[EmailMessage]:
        """Do the jobs, and give the e-mails in the order in which they were sent."""
        await do_jobs(self._container)
        files = sorted(self._folder.glob("*.eml"))
        mails = [BytesParser(policy=default).parsebytes(file.read_bytes()) for file in files]
        self.empty()
        return mails  # type: ignore[return-value]  # with the default policy it is an EmailMessage

    async def only(self) -> EmailMessage:
        """Do the jobs, and give the one e-mail that came."""
        [mail] = await self.delivered()
        return mail


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def token_of(mail: EmailMessage) -> str:
    """Give the token of the link in an e-mail."""
    found = _TOKEN.search(text_of(mail))
    assert found is not None
    return found[1]
