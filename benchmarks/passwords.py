"""Logins a second: what Argon2id costs at our parameters, beside the least that OWASP asks for."""

import asyncio
import statistics
import time
from contextlib import suppress

from adapters.crypto.passwords import COST, THREADS, Argon2Passwords, Cost
from benchmarks.harness.machine import load
from benchmarks.harness.report import Finding, Row, table
from benchmarks.harness.rounds import Rounds, Sample, Side, interleave
from benchmarks.harness.size import Size
from benchmarks.harness.world import World

OWASP_MINIMUM = Cost(memory_kib=19 * 1024, passes=2)
"""OWASP Password Storage Cheat Sheet: Argon2id with at least 19 MiB, 2 iterations, 1 degree of parallelism."""
WAITING = 8
"""People who log in at the same time: more than are hashed at a time, so that nobody's thread is idle."""
TICK = 0.001
"""How often the event loop looks at the clock, to see how long the hashing holds it up."""
PASSWORD, WRONG = "correct horse battery", "incorrect horse battery"
OURS, OWASP = f"ours ({COST.memory_kib // 1024} MiB, {COST.passes} passes)", "OWASP's minimum (19 MiB, 2 passes)"
A_SECOND = 1_000_000


async def run(world: World, size: Size) -> Finding:
    """Measure both; each round begins by seeing that a right password is taken and a wrong one is not."""
    del world
    sides = {
        OURS: _logins(COST, seconds=size.login_seconds),
        OWASP: _logins(OWASP_MINIMUM, seconds=size.login_seconds),
    }
    seen = await interleave("passwords", sides, rounds=size.rounds)
    return Finding(
        title="Passwords",
        how=f"{WAITING} people log in at a time, {THREADS} are hashed at a time, in one process; nothing but the "
        "password check of a login is counted. Memory is what the hashing holds at most.",
        rows=(_row(seen),),
        details=table(
            ["side", "logins/s", "median ms, waiting included", "CPU ms a login", "loop held up, p99 ms", "memory MiB"],
            [_detail(name, cost, seen) for name, cost in ((OURS, COST), (OWASP, OWASP_MINIMUM))],
        ),
        remarks=tuple(seen.notes),
        loads=(*seen.loads, load()),
    )


def _logins(cost: Cost, *, seconds: float) -> Side:
    async def measure(_: int) -> Sample:
        passwords = Argon2Passwords(cost=cost)
        try:
            return await _measure(passwords, seconds=seconds)
        finally:
            passwords.close()

    return measure


async def _measure(passwords: Argon2Passwords, *, seconds: float) -> Sample:
    stored = await passwords.hash(PASSWORD)
    if await passwords.matches(WRONG, password_hash=stored):
        raise AssertionError("a wrong password was taken")
    held_up: list[float] = []
    watching = asyncio.create_task(_watch_the_loop(held_up))
    began, used = time.perf_counter(), time.process_time()
    people = [_log_in_until(passwords, stored, until=began + seconds) for _ in range(WAITING)]
    times = [spent for person in await asyncio.gather(*people) for spent in person]
    took, used = time.perf_counter() - began, time.process_time() - used
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
    lags = sorted(held_up) or [0.0]
    return Sample(
        rate=len(times) / took,
        cpu_us=A_SECOND * used / len(times),
        more={"median ms": 1000 * statistics.median(times), "loop p99 ms": 1000 * lags[int(len(lags) * 0.99)]},
    )


async def _log_in_until(passwords: Argon2Passwords, stored: str, *, until: float) -> list[float]:
    times: list[float] = []
    while (began := time.perf_counter()) < until or not times:
        if not await passwords.matches(PASSWORD, password_hash=stored):
            raise AssertionError("the right password was refused")
        times.append(time.perf_counter() - began)
    return times


async def _watch_the_loop(held_up: list[float]) -> None:
    while True:
        due = time.perf_counter() + TICK
        await asyncio.sleep(TICK)
        held_up.append(max(0.0, time.perf_counter() - due))


def _row(seen: Rounds) -> Row:
    return Row(
        what="logins/s at our Argon2id parameters, beside OWASP's minimum",
        goal="(none set)",
        seen=f"{seen.rate(OURS):.1f} of {seen.rate(OWASP):.1f} logins/s; a login is {seen.cpu_us(OURS) / 1000:.0f} ms "
        "of a core",
        ratio=str(seen.ratio(OURS, OWASP)),
    )


def _detail(name: str, cost: Cost, seen: Rounds) -> list[str]:
    rates = [sample.rate for sample in seen.samples[name]]
    return [
        name,
        f"{seen.rate(name):.1f} ({min(rates):.1f}–{max(rates):.1f})",
        f"{seen.median(name, 'median ms'):.0f}",
        f"{seen.cpu_us(name) / 1000:.0f}",
        f"{seen.median(name, 'loop p99 ms'):.1f}",
        f"{THREADS * cost.memory_kib // 1024}",
    ]
