"""`pytake serve` and `pytake work` as processes, and the load that `pytake simulate` makes."""

import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from importlib.resources import files

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.workers import PostgresWorkers
from tests.cli.commands import PATIENCE, Commands, Started
from tests.e2e.stage import FLOWS, Stage, until

Start = Callable[..., Started]


def answers(url: str, process: Started) -> bytes:
    """Wait until it answers; give what."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert process.process.poll() is None, process.finish()
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own server
                return bytes(answer.read())
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise AssertionError(f"{url} did not answer")


class TestServe:
    @pytest.mark.usefixtures("_clean_tables")
    def test_it_serves_until_it_is_told_to_end(
        self, start: Start, environment: dict[str, str], free_port: Callable[[], int]
    ) -> None:
        port = free_port()
        server = start("serve", "--port", str(port), environment=environment)
        ready = json.loads(answers(f"http://127.0.0.1:{port}/api/v1/health/ready", server))

        code, written = server.terminate()

        assert ready["ready"]
        assert (code, "Traceback" in written) == (0, False), written

    @pytest.mark.parametrize("how", ["option", "variable"])
    def test_a_taken_port_is_one_line(self, how: str, start: Start, environment: dict[str, str]) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = str(taken.getsockname()[1])
            by_option = {"option": ("--port", port), "variable": ()}[how]
            code, written = start("serve", *by_option, environment={**environment, "PYTAKE_PORT": port}).finish()

        assert code == 1
        assert f"Port {port} of 127.0.0.1 is taken" in written
        assert "Traceback" not in written

    def test_a_database_that_is_away_is_one_line(
        self, start: Start, environment: dict[str, str], free_port: Callable[[], int]
    ) -> None:
        environment["DATABASE_URL"] = "postgresql://pytake@/x?host=/nowhere"

        code, written = start("serve", "--port", str(free_port()), environment=environment).finish()

        assert code == 1
        assert written.startswith("Error: The database does not answer")


class TestWork:
    async def test_it_works_until_it_is_told_to_end(
        self, start: Start, environment: dict[str, str], platform_database: Database, free_port: Callable[[], int]
    ) -> None:
        port = free_port()
        worker = start("work", "--metrics-port", str(port), environment=environment)
        workers = PostgresWorkers(platform_database)
        await until(workers.all, seconds=PATIENCE)
        metrics = answers(f"http://127.0.0.1:{port}/metrics", worker)

        code, written = worker.terminate()

        assert b"python_info" in metrics
        assert (code, written) == (0, "")
        assert await workers.all() == []

    async def test_it_does_not_start_without_its_database(self, start: Start, environment: dict[str, str]) -> None:
        environment["DATABASE_URL"] = "postgresql://pytake@/x?host=/nowhere"

        code, written = start("work", environment=environment).finish()

        assert code == 1
        assert written.startswith("Error: The database does not answer")


class TestLoad:
    async def test_every_message_is_answered_once(self, stage: Stage, pytake: Commands) -> None:
        await stage.load_flow(json.loads(files("entrypoints.cli.demo").joinpath("echo.json").read_bytes()))
        await stage.start_worker()

        told = await pytake(
            "simulate", "load", "--contacts", "5", "--messages", "20", "--rate", "50",
            "--simulator-url", stage.simulator_url,
        )  # fmt: skip

        for line in ("sent=20", "answered=20", "lost=0", "doubled=0"):
            assert line in told

    async def test_what_nobody_answers_is_lost(
        self, stage: Stage, pytake: Commands, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("simulator.load.QUIET_SECONDS", 0.3)

        told = await pytake.fails(
            "simulate", "load", "--contacts", "1", "--messages", "2", "--simulator-url", stage.simulator_url
        )

        assert "lost=2" in told

    async def test_a_simulator_that_is_away_is_one_line(self, pytake: Commands) -> None:
        told = await pytake.fails("simulate", "load", "--simulator-url", "http://127.0.0.1:9")

        assert told.startswith("Error: ")
        assert "http://127.0.0.1:9" in told


def test_the_demos_flow_is_the_one_that_is_tested() -> None:
    demo = msgspec.json.decode(files("entrypoints.cli.demo").joinpath("aurora.json").read_bytes())
    tested = msgspec.json.decode((FLOWS / "aurora.json").read_bytes())

    assert demo == tested["flow"]
