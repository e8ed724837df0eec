"""Case 1 (F07): `kill -9` of the worker at random moments. After each step of its work: `test_each_step.py`."""

import asyncio
import time

from tests.faults.account import settled
from tests.faults.crowd import Crowd
from tests.faults.site import Site
from tests.faults.sizes import LEASE_SECONDS, SIZES, dice

UNTIL_THE_LAST = SIZES.worker_kills * (LEASE_SECONDS + 3.5)
"""Nothing is sent again before the last kill: what is interrupted twice is given up (`test_each_step.py`)."""


async def test_worker_killed_at_random_moments_loses_and_doubles_nothing(site: Site) -> None:
    since, draw = time.monotonic(), dice("worker")
    crowd = Crowd(site, contacts=SIZES.contacts, messages=SIZES.messages, rate=SIZES.rate)
    site.start_worker(unknown_seconds=UNTIL_THE_LAST)
    await site.worker_ready()

    writing = asyncio.create_task(crowd.write())
    for _ in range(SIZES.worker_kills):
        await asyncio.sleep(draw.uniform(0.3, 1.5))
        site.processes["worker"].kill()
        site.start_worker(unknown_seconds=UNTIL_THE_LAST)
        await asyncio.sleep(LEASE_SECONDS + 2)
    await writing

    await settled(site, crowd, since=since)
