"""Case 3 (F08): PostgreSQL ends at once, as in a crash, and recovers, under load."""

import asyncio
import time

from tests.faults.account import settled
from tests.faults.crowd import Crowd
from tests.faults.site import Site, until
from tests.faults.sizes import SIZES

RECOVERY_SECONDS = 10.0
"""F08: from PostgreSQL's answering again to ours."""


async def test_postgres_restarted_under_load_is_answered_503_and_recovered_from(site: Site) -> None:
    since = time.monotonic()
    crowd = Crowd(site, contacts=SIZES.contacts, messages=SIZES.messages, rate=SIZES.rate)
    site.start_worker()
    await site.worker_ready()

    writing = asyncio.create_task(crowd.write())
    await asyncio.sleep(1)
    down_from = time.time()
    await site.machine.restart_postgres(seconds_away=SIZES.seconds_away)
    back = time.monotonic()
    await until(lambda: _stores_again(site, since=time.time()), seconds=RECOVERY_SECONDS)
    recovery = time.monotonic() - back
    up_at = time.time()
    await writing

    assert site.processes["api"].is_alive
    assert site.processes["worker"].is_alive
    assert recovery < RECOVERY_SECONDS
    await settled(site, crowd, since=since)
    refused = [attempt for attempt in await _attempts(site) if attempt["status"] != 200]
    assert refused, "nothing came while it was down"
    assert {attempt["status"] for attempt in refused} <= {503, None}
    assert all(down_from - 1 <= float(str(attempt["at"])) <= up_at + 1 for attempt in refused)


async def _stores_again(site: Site, *, since: float) -> bool:
    """Have somebody write, and see whether it is taken."""
    probe = Crowd(site, contacts=1, messages=1, rate=1)
    before = len(probe.written)
    wamid = await probe.say(probe.phones[0], f"{probe.phones[0][-6:]} mensagem 0")
    deadline = time.monotonic() + 1
    while time.monotonic() < deadline:
        rows = await site.ledger("webhooks")
        if any(wamid in row["wamids"] and row["delivered_at"] for row in rows if isinstance(row["wamids"], list)):
            return since > 0 and before == 0
        await asyncio.sleep(0.1)
    return False


async def _attempts(site: Site) -> list[dict[str, object]]:
    return [
        attempt
        for row in await site.ledger("webhooks")
        for attempt in (row["attempts"] if isinstance(row["attempts"], list) else [])
    ]
