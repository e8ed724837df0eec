"""`pytake work` does background jobs too, as a process."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.postgres.database import Database
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.job_board import PostgresJobBoard
from adapters.postgres.job_queue import PostgresJobs
from application.ports.mails import MailKind, MailUser
from tests.cli.commands import PATIENCE, Commands, Started


@pytest.mark.usefixtures("company")
async def test_a_worker_writes_e_mails_and_logs_nothing_of_them(
    pytake: Commands,
    start: Callable[..., Started],
    environment: dict[str, str],
    directory: PostgresDirectory,
    platform_database: Database,
    tmp_path: Path,
) -> None:
    await pytake(
        "user",
        "create",
        "helena@aurora.example",
        "--tenant",
        "aurora",
        "--name",
        "Helena",
        "--password",
        "long enough!",
    )
    user = await directory.user_by_email("helena@aurora.example")
    assert user is not None
    for kind in (MailKind.PASSWORD_CHANGED, MailKind.RESET_PASSWORD):
        order = MailUser(tenant_id=user.tenant_id, user_id=user.id, kind=kind, at=datetime.now(UTC))
        await PostgresJobs(platform_database).put(order)

    worker = start("work", environment=environment, folder=tmp_path)
    mails = wait_for(tmp_path / ".pytake" / "outbox", count=2, worker=worker)
    code, written = worker.terminate()

    assert (code, "Traceback" in written) == (0, False), written
    assert "#token=" in "".join(mail.replace("=\r\n", "") for mail in mails).replace("=3D", "=")
    assert not any(secret in written for secret in ("helena@", "Helena", "token="))
    assert (await PostgresJobBoard(platform_database).backlog()).held == 0


def wait_for(folder: Path, *, count: int, worker: Started) -> list[str]:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert worker.process.poll() is None, worker.finish()
        found = sorted(folder.glob("*.eml")) if folder.exists() else []
        if len(found) >= count:
            return [file.read_bytes().decode() for file in found]
        time.sleep(0.05)
    raise AssertionError("no e-mail came")
