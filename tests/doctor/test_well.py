"""A PyTake in which nothing is broken, and what the answers look like."""

import asyncio
import subprocess
import sys
from pathlib import Path

from entrypoints.cli.doctor.finding import State
from tests.doctor.clinic import Clinic
from tests.doctor.fronts import silent

HOPS = [
    "settings", "disk", "database", "role", "migrations", "row-level security", "database writes", "clock", "redis",
    "keys", "workers", "lanes", "dead letters", "jobs", "port", "public address", "shared verify token", "numbers",
    "Aurora: secrets", "Aurora: token", "Aurora: number", "Aurora: app secret", "Aurora: subscription",
    "Aurora: callback", "Aurora: webhook", "Aurora: verify token", "Aurora: body size", "Aurora: loop-back",
]  # fmt: skip
IMPATIENT = """
from adapters.postgres import door
from entrypoints.cli.doctor import examination
from entrypoints.cli.main import main
door.CONNECT_SECONDS = 1.0
examination.CLOSE_SECONDS = 0.5
main()
"""
"""`pytake` that waits less long than it does elsewhere: for the database, and for what hangs when it ends."""


async def test_every_hop_is_tried_and_holds(clinic: Clinic) -> None:
    told = await clinic.doctor()

    assert [(finding.hop, finding.state) for finding in told.findings] == [(hop, State.OK) for hop in HOPS]
    assert told.exit_code == 0
    assert "a message arrived" in told.of("Aurora: loop-back").seen


async def test_people_read_a_line_a_hop_and_the_fix_below(clinic: Clinic) -> None:
    exit_code, output = await clinic.invoke(REDIS_URL="unix:///nowhere/redis.sock", PYTAKE_MASTER_KEY=None)

    lines = output.splitlines()
    broken = lines.index(next(line for line in lines if line.startswith("BROKEN redis")))
    assert "nobody answers at its address" in lines[broken]
    assert lines[broken + 1].startswith("       → Start Redis")
    assert any(line.startswith("ok     database ") for line in lines)
    assert any(line.startswith("-      keys ") and line.endswith("not tried: settings comes first") for line in lines)
    assert exit_code == 1


async def test_it_ends_in_time_when_everything_hangs(clinic: Clinic, tmp_path: Path) -> None:
    async with silent() as place:
        environment = {
            **clinic.environment,
            "DATABASE_URL": f"postgresql://pytake@{place}/pytake",
            "REDIS_URL": f"redis://{place}/0",
            "PYTAKE_PUBLIC_URL": f"http://{place}",
            "WHATSAPP_BASE_URL": f"http://{place}",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        command = [sys.executable, "-c", IMPATIENT, "doctor", "--within", "4"]
        ended = await asyncio.to_thread(
            subprocess.run,
            command,
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    assert ended.returncode == 1
    assert "BROKEN database                           it takes the connection and says nothing" in ended.stdout
    assert "BROKEN time                               4 s were not enough" in ended.stdout
    assert ended.stderr == ""
