"""`clinic`: a PyTake in which all is well; `sick`: one without a worker; `owner`, `tiny_disk`: to break the database.

A PyTake takes a second to open, so one serves all tests of a file, and is healed after each.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import pytest

from entrypoints.embedded.account import server_account
from tests.doctor.clinic import Clinic
from tests.e2e.stage import open_stage
from tests.servers import LOGIN, Servers, address, clone_template, empty_tables, redis_address, run


@pytest.fixture(scope="session")
def database_url(servers: Servers, worker_name: str) -> str:
    """A database apart: others empty theirs after each test."""
    name = f"{servers.template}_doctor_{worker_name}"
    run(clone_template(servers, name=name))
    return address(servers.owner_url, name=name)


@pytest.fixture(scope="session")
def login_url(database_url: str) -> str:
    return address(database_url, user=LOGIN)


@pytest.fixture(scope="module")
async def _opened(login_url: str, database_url: str, servers: Servers, worker_name: str) -> AsyncIterator[Clinic]:
    redis_url = redis_address(servers.redis_url, database=int(worker_name.removeprefix("gw")))
    async with open_stage(database_url=login_url, redis_url=redis_url) as stage:
        yield Clinic(stage, port=urlsplit(stage.settings.public_url).port or 0)
    connection = await asyncpg.connect(database_url)
    await empty_tables(connection)
    await connection.close()


@pytest.fixture
async def _healed(
    _opened: Clinic, owner: asyncpg.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Clinic]:
    monkeypatch.chdir(tmp_path)  # no demo has left its settings there
    yield _opened
    await _opened.heal(owner)


@pytest.fixture
async def clinic(_healed: Clinic) -> Clinic:
    """A PyTake in which all is well."""
    await _healed.start_worker()
    return _healed


@pytest.fixture
async def sick(_healed: Clinic) -> Clinic:
    """A PyTake without a worker."""
    await _healed.stage.stop_workers()
    return _healed


@pytest.fixture
async def owner(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """Breaks the database."""
    connection = await asyncpg.connect(dsn=database_url)
    yield connection
    await connection.close()


@pytest.fixture
def tiny_disk() -> Iterator[Path]:
    """A disk of 2 MiB, for the account of the embedded PostgreSQL; only root may make one."""
    folder = Path(tempfile.mkdtemp(prefix="pytake-tiny-"))
    account = server_account()
    options = f"size=2m,uid={account.uid},gid={account.gid},mode=700"
    mount = ["mount", "-t", "tmpfs", "-o", options, "pytake-tiny", str(folder)]
    if os.geteuid() != 0 or shutil.which("mount") is None or subprocess.run(mount, check=False).returncode != 0:  # noqa: S603 - our own words
        folder.rmdir()
        pytest.skip("this needs to mount a tmpfs")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607 - the same
    folder.rmdir()
