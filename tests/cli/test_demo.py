"""`pytake demo`, from nothing to nothing: it starts, plays its conversation, serves, and leaves nothing behind."""

import shutil
import socket
import stat
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from entrypoints.cli.demo.conversation import ANSWER_OF_PERSON, SCRIPT
from entrypoints.embedded.erase import erase_folder
from tests.cli.commands import PATIENCE, Started, children_of, is_running

SLOW = 120.0
"""Seconds for a first start on a busy machine; it takes some ten."""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A working directory that the servers' account may pass."""
    made = Path(tempfile.mkdtemp(prefix="pytake-demo-"))
    made.chmod(0o711)
    yield made
    erase_folder(folder=made / ".pytake")
    shutil.rmtree(made)


def processes_in(folder: Path) -> list[str]:
    """Name the processes that work in the folder or were told of it."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            told = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            where = str((process / "cwd").readlink())
        except OSError:
            continue
        if str(folder) in told or where.startswith(str(folder)):
            found.append(f"{process.name} {told}")
    return found


def sockets_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if stat.S_ISSOCK(path.lstat().st_mode)]


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Reader:
    """Reads what a process writes, so that one can wait for a word of it."""

    def __init__(self, started: Started) -> None:
        self._started, self.lines = started, list[str]()
        threading.Thread(target=self._read, daemon=True).start()

    def wait_for(self, words: str) -> None:
        until = time.monotonic() + SLOW
        while not any(words in line for line in self.lines):
            assert time.monotonic() < until, self.lines
            assert self._started.process.poll() is None, self.lines
            time.sleep(0.05)

    def _read(self) -> None:
        assert self._started.process.stdout is not None
        for line in self._started.process.stdout:
            self.lines.append(line)


@pytest.fixture
def ports(free_port: Callable[[], int]) -> tuple[int, int]:
    return free_port(), free_port()


@pytest.mark.xdist_group("demo")
@pytest.mark.usefixtures("bare_environment")
def test_it_plays_serves_and_leaves_nothing_behind(
    start: Callable[..., Started], folder: Path, ports: tuple[int, int]
) -> None:
    options = ("--port", str(ports[0]), "--simulator-port", str(ports[1]))
    _play_once(start, folder, options)
    _nothing_is_left(folder, ports)
    made_at = (folder / ".pytake/postgres/PG_VERSION").stat().st_mtime_ns

    _serve_and_terminate(start, folder, options)

    _nothing_is_left(folder, ports)
    assert (folder / ".pytake/postgres/PG_VERSION").stat().st_mtime_ns == made_at, "the second start finds its data"
    _logs_tell_nobodys_words(folder)


def _play_once(start: Callable[..., Started], folder: Path, options: tuple[str, ...]) -> None:
    process = start("demo", "--once", *options, environment={}, folder=folder).process
    written, _ = process.communicate(timeout=SLOW)

    assert process.returncode == 0, written
    for words in (*(expected for _, _, expected in SCRIPT), ANSWER_OF_PERSON, "Everything is stopped."):
        assert words in written
    assert "keeps running" not in written


def _serve_and_terminate(start: Callable[..., Started], folder: Path, options: tuple[str, ...]) -> None:
    demo = start("demo", *options, environment={}, folder=folder)
    reader = Reader(demo)
    reader.wait_for("It keeps running until Ctrl-C")
    children = children_of(demo.process.pid)
    code, told = start("doctor", environment={}, folder=folder).finish()

    demo.process.terminate()
    demo.process.wait(PATIENCE)

    assert (code, "BROKEN" in told) == (0, False), told
    assert len(children) >= 5, "PostgreSQL, Redis, the simulator, the API, a worker"
    assert demo.process.returncode == 0, reader.lines
    assert [child for child in children if is_running(child)] == []


def _nothing_is_left(folder: Path, ports: tuple[int, int]) -> None:
    assert processes_in(folder) == []
    assert sockets_in(folder) == []
    assert [port for port in ports if is_taken(port)] == []
    assert not (folder / ".pytake/demo.env").exists()


def _logs_tell_nobodys_words(folder: Path) -> None:
    told = "".join(file.read_text(encoding="utf-8") for file in (folder / ".pytake/logs").glob("*.log"))
    written = [words for how, words, _ in SCRIPT if how == "say" and len(words) > 5]

    assert "request" in told
    assert [
        words
        for words in (*written, "Marina", "52998224725", "sim-access-token", "sim-erp-token", "aurora-demo-2026")
        if words in told
    ] == []


@pytest.mark.parametrize("option", ["--port", "--simulator-port"])
def test_a_taken_port_is_one_line_and_starts_nothing(
    option: str, bare_pytake: Callable[..., Result], elsewhere: Path, ports: tuple[int, int]
) -> None:
    free = {"--port": str(ports[0]), "--simulator-port": str(ports[1])}
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = bare_pytake("demo", *(part for pair in {**free, option: str(port)}.items() for part in pair))

    assert result.exit_code == 1
    assert result.output.startswith(f"Error: Port {port} is taken")
    assert list(elsewhere.iterdir()) == []


def test_one_port_for_both_is_refused(bare_pytake: Callable[..., Result], ports: tuple[int, int]) -> None:
    result = bare_pytake("demo", "--port", str(ports[0]), "--simulator-port", str(ports[0]))

    assert result.exit_code == 1
    assert result.output.startswith("Error: Each needs a port of its own")


@pytest.mark.parametrize("command", ["demo", "serve"])
@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_what_is_no_port_is_refused(command: str, port: str, bare_pytake: Callable[..., Result]) -> None:
    result = bare_pytake(command, "--port", port)

    assert result.exit_code == 2
    assert "'--port'" in result.output
