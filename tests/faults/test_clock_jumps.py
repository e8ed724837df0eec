"""Case 8: the application's clock jumps forth and back; leases and rates go by other clocks."""

import asyncio
import time
from datetime import timedelta

import pytest

from tests.faults.account import settled
from tests.faults.crowd import Crowd
from tests.faults.site import Site
from tests.faults.sizes import SIZES

MARGIN = 15.0
"""Seconds to finish in, besides those of the jump: a busy machine takes some."""


@pytest.mark.parametrize("jump", [SIZES.jump, -SIZES.jump], ids=["forth", "back"])
async def test_clock_that_jumps_and_returns_loses_and_doubles_nothing(site: Site, jump: timedelta) -> None:
    since = time.monotonic()
    clock = site.machine.folder / f"{site.name}.clock"
    clock.write_text("0", encoding="ascii")
    crowd = Crowd(site, contacts=SIZES.contacts, messages=SIZES.messages, rate=SIZES.rate)
    site.processes["api"].kill()
    site.start_api(clock_file=str(clock))
    await site.ready()
    site.start_worker(clock_file=str(clock))
    await site.worker_ready()

    writing = asyncio.create_task(crowd.write())
    await asyncio.sleep(1)
    clock.write_text(str(jump.total_seconds()), encoding="ascii")
    await asyncio.sleep(1.5)
    clock.write_text("0", encoding="ascii")
    await writing
    written_by = time.monotonic()

    await settled(site, crowd, since=since)
    assert time.monotonic() - written_by < abs(jump.total_seconds()) + MARGIN
