"""Case 2 (F02): `kill -9` of the API while webhooks come."""

import asyncio
import time

from tests.faults.account import settled
from tests.faults.crowd import Crowd
from tests.faults.site import Site
from tests.faults.sizes import SIZES, dice


async def test_api_killed_under_load_keeps_what_it_acknowledged_and_gets_the_rest_again(site: Site) -> None:
    since, draw = time.monotonic(), dice("api")
    crowd = Crowd(site, contacts=SIZES.contacts, messages=SIZES.messages, rate=SIZES.rate)
    site.start_worker()

    writing = asyncio.create_task(crowd.write())
    for _ in range(SIZES.api_kills):
        await asyncio.sleep(draw.uniform(0.2, 1.0))
        site.processes["api"].kill()
        site.start_api()
        await site.ready()
    await writing

    report = await settled(site, crowd, since=since)
    assert report.repeated_attempts > 0, "no delivery was ever interrupted"


async def test_api_killed_between_storing_and_answering_keeps_each_message_once(site: Site) -> None:
    since = time.monotonic()
    crowd = Crowd(site, contacts=6, messages=2, rate=40)
    site.processes["api"].kill()
    doomed = site.start_api(die_at="journal stored, not answered", nth=4)
    await site.ready()
    site.start_worker()

    writing = asyncio.create_task(crowd.write())
    assert await doomed.ended(seconds=30), "it never came to the step"
    site.start_api()
    await writing

    report = await settled(site, crowd, since=since)
    assert report.repeated_attempts > 0
