import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from entrypoints.embedded.erase import erase_folder
from entrypoints.embedded.processes import send

DEBIAN_POSTGRES_15 = Path("/usr/lib/postgresql/15/bin")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what asks for `postgres_bin` on the wheel's PostgreSQL, and on Debian's 15 where that is installed."""
    if "postgres_bin" in metafunc.fixturenames:
        folders = [None, *(path for path in [DEBIAN_POSTGRES_15] if path.exists())]
        metafunc.parametrize("postgres_bin", folders, ids=lambda path: "debian-15" if path else "wheel-18")


def _passable_folder() -> Path:
    """Make a folder that the servers' account can pass, unlike pytest's own when we are root."""
    path = Path(tempfile.mkdtemp(prefix="pytake-test-"))
    path.chmod(0o711)
    return path


@pytest.fixture
def parent() -> Iterator[Path]:
    path = _passable_folder()
    yield path
    shutil.rmtree(path)


@pytest.fixture
def folder(parent: Path) -> Iterator[Path]:
    path = parent / "data"
    yield path
    erase_folder(folder=path)


@pytest.fixture(scope="module")
def kept_folder() -> Iterator[Path]:
    """A folder whose database is made once for all tests of a module; they leave it intact."""
    parent = _passable_folder()
    yield parent / "data"
    erase_folder(folder=parent / "data")
    shutil.rmtree(parent)


@pytest.fixture
def private(parent: Path) -> Iterator[Path]:
    """A folder that only its owner can enter, as a home folder is."""
    path = parent / "private"
    path.mkdir(mode=0o700)
    yield path
    erase_folder(folder=path / "data")


@pytest.fixture
def as_root() -> None:
    if os.geteuid() != 0:
        pytest.skip("only root starts servers under another account")


@pytest.fixture
def end_later() -> Iterator[Callable[[int], None]]:
    """Kill processes that are not of our services, also when the test fails."""
    pids: list[int] = []
    yield pids.append
    for pid in pids:
        send(pid=pid, signal_number=signal.SIGKILL)
