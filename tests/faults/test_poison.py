"""F11: what ends its worker, a message or a whole webhook, is parked after three; everything else goes on."""

import asyncio
import time

import pytest

from tests.faults.account import settled
from tests.faults.crowd import Crowd
from tests.faults.launcher import EXIT
from tests.faults.processes import Process
from tests.faults.site import LOOK, Site
from tests.faults.sizes import SIZES

PHONE = "5511960000001"
WORST = 6
"""Workers that the message may end: three, and some that die before they note it."""


@pytest.mark.parametrize("kind", ["poison", "poisonous_webhook"])
async def test_what_ends_its_worker_is_parked_alone(site: Site, kind: str) -> None:
    since = time.monotonic()
    crowd = Crowd(site, contacts=SIZES.contacts // 2, messages=2, rate=10_000)
    poison = Crowd(site, contacts=1, messages=1, rate=1)
    await poison.say(PHONE, "veneno")
    await asyncio.sleep(0.5)  # in a webhook of its own
    poison.phones.clear()
    await crowd.write()

    deaths = 0
    worker = site.start_worker(**{kind: "veneno"})
    while not await _parked(site, worker):
        assert worker.status == EXIT, worker.tail()
        deaths += 1
        assert deaths <= WORST
        worker = site.start_worker(**{kind: "veneno"})

    [letter] = await site.rows("SELECT error, convert_from(body, 'UTF8') AS body FROM platform.dead_letters")
    assert "veneno" in letter["body"]
    assert "died" in letter["error"]
    await settled(site, crowd, since=since, dead_letters=1)
    assert deaths >= 3


async def _parked(site: Site, worker: Process) -> bool:
    """Wait until the message is parked, or its worker has ended."""
    while worker.is_alive:
        if await site.value("SELECT count(*) FROM platform.dead_letters"):
            return True
        await asyncio.sleep(LOOK)
    return False
