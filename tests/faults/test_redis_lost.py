"""Case 4 (F09): Redis dies and comes back empty, or hangs, under load: it keeps nothing that may not be lost."""

import asyncio
import os
import signal
import time

from tests.faults.account import settled
from tests.faults.crowd import Crowd
from tests.faults.site import Site
from tests.faults.sizes import SIZES

MOST_REFUSED = 0.1
"""F09: at least nine of ten deliveries are taken at once while Redis is away."""


async def test_redis_killed_and_started_empty_loses_and_doubles_nothing(site: Site) -> None:
    since = time.monotonic()
    crowd = Crowd(site, contacts=SIZES.contacts, messages=SIZES.messages, rate=SIZES.rate)
    site.start_worker()
    await site.worker_ready()

    writing = asyncio.create_task(crowd.write())
    await asyncio.sleep(1)
    await site.machine.do(site.machine.services.redis.kill)
    await asyncio.sleep(SIZES.seconds_away)
    await site.machine.do(site.machine.services.redis.start)
    await writing

    assert site.processes["api"].is_alive
    assert site.processes["worker"].is_alive
    report = await settled(site, crowd, since=since)
    assert report.repeated_attempts <= MOST_REFUSED * report.written


async def test_redis_that_hangs_loses_and_doubles_nothing(site: Site) -> None:
    since = time.monotonic()
    crowd = Crowd(site, contacts=SIZES.contacts, messages=SIZES.messages, rate=SIZES.rate)
    site.start_worker()
    await site.worker_ready()
    pid = site.machine.services.redis.pid
    assert pid is not None

    writing = asyncio.create_task(crowd.write())
    await asyncio.sleep(1)
    os.kill(pid, signal.SIGSTOP)
    try:
        await asyncio.sleep(SIZES.seconds_away)
    finally:
        os.kill(pid, signal.SIGCONT)
    await writing

    report = await settled(site, crowd, since=since)
    assert report.repeated_attempts <= MOST_REFUSED * report.written
