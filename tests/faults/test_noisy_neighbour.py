"""F10: one tenant's backlog does not keep another's single reply waiting."""

import time

from tests.faults.account import settled
from tests.faults.crowd import Crowd
from tests.faults.machine import Machine
from tests.faults.site import open_site, until
from tests.faults.sizes import SIZES

MOST_BEFORE = 0.2
"""Of the backlog, what may be answered between the neighbour's question and its answer."""


async def test_small_tenant_is_answered_in_the_middle_of_another_tenants_backlog(
    machine: Machine, site_name: str
) -> None:
    async with open_site(machine, name=site_name, companies=2) as site:
        since = time.monotonic()
        noisy = Crowd(site, contacts=SIZES.backlog, messages=1, rate=200)
        small = Crowd(site, contacts=10, messages=1, rate=4, company=site.companies[1])
        await noisy.write()

        site.start_worker()
        await until(lambda: site.ledger("sends"))
        await small.write()

        await settled(site, noisy, small, since=since)
        passed = await _passed_by(small)
        assert sorted(passed)[int(0.95 * len(passed))] < MOST_BEFORE * len(noisy), passed


async def _passed_by(small: Crowd) -> list[int]:
    """For each question of the small tenant: how many of the other's answers went out before its own."""
    sends = await small.site.ledger("sends")
    asked = {str(row["from"]): float(str(row["at"])) for row in await small.site.ledger("inbound")}
    mine = {str(row["to"]): float(str(row["accepted_at"])) for row in sends if str(row["to"]) in small.phones}
    others = [float(str(row["accepted_at"])) for row in sends if str(row["to"]) not in small.phones]
    return [sum(asked[phone] < at < accepted for at in others) for phone, accepted in mine.items()]
