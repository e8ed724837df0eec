"""Case 7 (F03, F12): two of everything; a worker that is stopped past its lease and then goes on."""

import asyncio
import time

from tests.faults.account import settled
from tests.faults.crowd import Crowd
from tests.faults.machine import Machine
from tests.faults.site import Site, open_site, until
from tests.faults.sizes import LEASE_SECONDS, SIZES


async def test_two_apis_and_two_workers_answer_each_message_once(machine: Machine, site_name: str) -> None:
    async with open_site(machine, name=site_name, apis=2) as site:
        since = time.monotonic()
        crowd = Crowd(site, contacts=SIZES.contacts, messages=SIZES.messages, rate=SIZES.rate)
        site.start_worker("worker-1")
        site.start_worker("worker-2")
        await site.worker_ready(count=2)
        await site.fault(webhooks={"duplicate": True})

        await crowd.write()

        await settled(site, crowd, since=since)


async def test_worker_stopped_past_its_lease_is_fenced_when_it_goes_on(site: Site) -> None:
    since = time.monotonic()
    crowd = Crowd(site, contacts=SIZES.contacts, messages=SIZES.messages, rate=SIZES.rate)
    zombie = site.start_worker("zombie")
    await site.worker_ready()

    await site.fault(latency_ms=300)
    writing = asyncio.create_task(crowd.write())
    await until(lambda: site.value("SELECT count(*) FROM outbound WHERE state = 'submitting'"))
    zombie.freeze()
    await site.fault(latency_ms=0)
    site.start_worker("heir")
    await asyncio.sleep(LEASE_SECONDS + 2)
    zombie.thaw()
    await writing

    await settled(site, crowd, since=since)
    assert zombie.is_alive
    assert "lease_lost" in zombie.log.read_text(encoding="utf-8")
