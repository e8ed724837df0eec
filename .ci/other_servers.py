#!/usr/bin/env python3
"""Run the tests that touch a database once more, on PostgreSQL 15 and on the machine's own Redis, where it has them."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from entrypoints.embedded.erase import erase_folder
from entrypoints.embedded.services import RunningServices, start_services

POSTGRES_15 = Path("/usr/lib/postgresql/15/bin")
"""The oldest that we support, where Debian puts it."""
FOLDERS = ("tests/integration/redis", "tests/contract/repositories")
"""What speaks to the servers in their own words; the migrations are run for these tests as well."""
START_SECONDS = 10.0
"""Redis starts in some hundredths."""


def main() -> int:
    """Start what is here, run the tests on it, and give their exit code."""
    postgres = POSTGRES_15 if POSTGRES_15.is_dir() else None
    redis = shutil.which("redis-server")
    if postgres is None:
        _say("There is no PostgreSQL 15 here: it is left out.")
    if postgres is None and redis is None:
        _say("There are no other servers here.")
        return 0
    folders = [folder for folder in FOLDERS if any(Path(folder).rglob("test_*.py"))]
    with ExitStack() as undo:
        folder = undo.enter_context(_folder())
        running = undo.enter_context(_services(folder / "data", postgres=postgres, with_redis=redis is None))
        redis_url = undo.enter_context(_redis(redis, folder)) if redis else running.services.redis_url
        return _pytest(folders, database_url=running.services.owner_url, redis_url=redis_url)


def _pytest(folders: list[str], *, database_url: str, redis_url: str) -> int:
    addresses = {
        "PYTAKE_TEST_DATABASE_URL": database_url,
        "PYTAKE_TEST_REDIS_URL": redis_url,
        "PYTAKE_TEST_ISOLATIONS": "shared",  # the other kind differs in names alone, and has been tested before
    }
    command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadgroup", *folders]
    return subprocess.run(command, env={**os.environ, **addresses}, check=False).returncode  # noqa: S603 - our own words


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="pytake-ci-"))
    folder.chmod(0o711)  # the servers' account must be able to pass
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def _services(folder: Path, *, postgres: Path | None, with_redis: bool) -> Iterator[RunningServices]:
    try:
        with start_services(folder=folder, durable=False, redis=with_redis, postgres_bin=postgres) as running:
            _say(f"PostgreSQL: {postgres or 'the embedded one'}")
            yield running
    finally:
        erase_folder(folder=folder)


@contextmanager
def _redis(program: str, folder: Path) -> Iterator[str]:
    socket = folder / "redis.sock"
    command = [program, "--port", "0", "--unixsocket", str(socket), "--save", "", "--appendonly", "no"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=folder) as process:  # noqa: S603 - found on the PATH
        try:
            _wait_for(socket, process)
            version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
            _say(version.stdout.strip())
            yield f"unix://{socket}"
        finally:
            process.terminate()


def _wait_for(socket: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while not socket.exists():
        if process.poll() is not None or time.monotonic() > until:
            raise SystemExit("redis-server did not start")
        time.sleep(0.02)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
