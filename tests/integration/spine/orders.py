"""Do the jobs that a company's promises and rules ordered, as a worker would, until none is left."""

from datetime import datetime, timedelta

import msgspec

from application.ports.serving import ApplyRules, TendPromises
from application.support.apply_rules import ApplyRulesHandler
from application.support.tend_promises import TendPromisesHandler
from tests.integration.spine.spine import Spine

MAX_ROUNDS = 20
SOON = timedelta(seconds=5)


async def do_orders(spine: Spine) -> None:
    """Do what is due by the spine's clock, and what follows from it."""
    rules = await spine.container.get(ApplyRulesHandler)
    promises = await spine.container.get(TendPromisesHandler)
    for _ in range(MAX_ROUNDS):
        due, tended = await take(spine, "apply_rules"), await take(spine, "tend_promises")
        for payload in due:
            await rules(msgspec.json.decode(payload, type=ApplyRules))
        for payload in tended:
            await promises(msgspec.json.decode(payload, type=TendPromises))
        if not due and not tended:
            return
    raise AssertionError("they never end")


async def take(spine: Spine, kind: str) -> list[bytes]:
    """Take the orders of a kind that are due: one for a moment says which in its key."""
    found = await spine.rows(
        "SELECT id, payload, dedupe_key FROM platform.jobs WHERE entrypoint = $1 ORDER BY id", kind
    )
    due = [row for row in found if moment_of(row["dedupe_key"] or "") <= (spine.now + SOON)]
    await spine.owner.execute("DELETE FROM platform.jobs WHERE id = ANY($1)", [row["id"] for row in due])
    return [row["payload"] for row in due]


def moment_of(key: str) -> datetime:
    _, _, moment = key.partition("tend_promises:")[2].partition(":")
    return datetime.fromisoformat(moment) if moment else datetime.fromisoformat("2000-01-01T00:00:00+00:00")
