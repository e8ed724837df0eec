"""Case 6: the provider is down for a while, and then answers 500 to what it has accepted."""

import asyncio
import time

from tests.faults.account import settled
from tests.faults.crowd import Crowd
from tests.faults.site import Site
from tests.faults.sizes import SIZES


async def test_provider_down_and_then_wrong_about_itself_loses_and_doubles_nothing(site: Site) -> None:
    since = time.monotonic()
    crowd = Crowd(site, contacts=SIZES.contacts // 2, messages=SIZES.messages, rate=SIZES.rate)
    site.start_worker()
    await site.worker_ready()

    writing = asyncio.create_task(crowd.write())
    await asyncio.sleep(0.5)
    await site.fault(down=True)
    await asyncio.sleep(SIZES.seconds_away)
    wrong = [{"kind": "5xx_after", "count": 15}, {"kind": "drop_after", "count": 15}]
    await site.fault(down=False, next=wrong)
    await writing

    await settled(site, crowd, since=since)
    assert [row for row in await site.ledger("sends") if row["answered"]] != []
    untold = [row for row in await site.ledger("sends") if not row["answered"]]
    assert len(untold) == 30
