"""The command line in this process, on the test servers; and as a process of its own."""

import base64
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from entrypoints.cli.main import main
from entrypoints.settings import VARIABLES
from tests.cli.commands import Commands, Started
from tests.e2e.stage import Stage, open_stage

ROOT = Path(__file__).parents[2]
MASTER_KEY = base64.b64encode(b"k" * 32).decode()


@pytest.fixture
def environment(login_url: str, database_url: str, redis_url: str) -> dict[str, str]:
    """The settings of a server on the test servers."""
    return {
        "DATABASE_URL": login_url,
        "DATABASE_OWNER_URL": database_url,
        "REDIS_URL": redis_url,
        "PYTAKE_MASTER_KEY": MASTER_KEY,
    }


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, where no demo has left its settings."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting is in the environment."""
    for variable in VARIABLES.values():
        monkeypatch.delenv(variable.name, raising=False)


@pytest.fixture
def pytake(environment: dict[str, str], elsewhere: Path, _clean_tables: None) -> Commands:  # noqa: ARG001
    """Runs commands against the test servers."""
    return Commands(environment)


@pytest.fixture
def bare_pytake(elsewhere: Path) -> Callable[..., Result]:  # noqa: ARG001
    """Runs a command with nothing but the given variables."""

    def invoke(*arguments: str, **variables: str) -> Result:
        unset = dict.fromkeys((variable.name for variable in VARIABLES.values()), None)
        return CliRunner().invoke(main, arguments, env={**unset, **variables})

    return invoke


@pytest.fixture
def free_port() -> Callable[[], int]:
    """Gives ports that were free a moment ago."""

    def find() -> int:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return int(probe.getsockname()[1])

    return find


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Started]]:
    """Starts `pytake …` as a process; ends it when the test ends."""
    with ExitStack() as undo:

        def run(*arguments: str, environment: dict[str, str], folder: Path = tmp_path) -> Started:
            process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-m", "entrypoints.cli.main", *arguments],
                cwd=folder,
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", **environment},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            started = Started(process)
            undo.callback(started.end)
            return started

        yield run


@pytest.fixture
async def company(pytake: Commands) -> str:
    """A company's slug."""
    await pytake("tenant", "create", "Provedor Aurora", "--slug", "aurora", "--department", "suporte")
    return "aurora"


@pytest.fixture
async def stage(login_url: str, redis_url: str, _clean_tables: None) -> AsyncIterator[Stage]:
    """The whole of PyTake around the simulator, in this process; without a worker."""
    async with open_stage(database_url=login_url, redis_url=redis_url) as opened:
        yield opened
