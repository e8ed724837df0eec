"""Case 1 (F07), step by step: the worker ends itself at a point of its work, and another one goes on from there."""

import asyncio
import time

import pytest

from tests.faults.account import settled
from tests.faults.crowd import Crowd
from tests.faults.launcher import STEPS
from tests.faults.service import asking, publish, thinking
from tests.faults.site import Site, until
from tests.faults.sizes import LEASE_SECONDS, SIZES, SOAK, STEP_UNKNOWN_SECONDS

BEFORE_THE_WORKER = "journal stored, not answered"
LIKE_THE_STEP_BEFORE = {
    "journal claimed",
    "journal split, not committed",
    "send leased, not marked",
    "send marked, not committed",
}
"""Who dies there leaves behind what one leaves who died a step earlier: nothing was committed or sent meanwhile."""
WORKER_STEPS = [step for step in STEPS if step != BEFORE_THE_WORKER and (SOAK or step not in LIKE_THE_STEP_BEFORE)]
LAST = "lane given back"
"""It comes once a lease: perhaps not a third time."""


GIVEN_UP = """
SELECT answer.status, answer.error_code FROM messages AS answer
JOIN messages AS question USING (tenant_id, conversation_id)
WHERE answer.direction = 'outbound' AND question.provider_message_id = $1
"""


@pytest.mark.parametrize("step", WORKER_STEPS)
async def test_worker_killed_after_a_step_loses_and_doubles_nothing(calm_site: Site, step: str) -> None:
    since = time.monotonic()
    crowd = Crowd(calm_site, contacts=SIZES.few, messages=2, rate=40)
    doomed = calm_site.start_worker("doomed", die_at=step, nth=1 if step == LAST else 3)

    writing = asyncio.create_task(crowd.write())
    assert await doomed.ended(seconds=30), "it never came to the step"
    calm_site.start_worker(unknown_seconds=STEP_UNKNOWN_SECONDS)
    await writing

    assert doomed.status == -9
    await settled(calm_site, crowd, since=since)
    await calm_site.processes["worker"].end()


async def test_workers_away_for_longer_than_the_wait_for_a_status_double_nothing(calm_site: Site) -> None:
    since = time.monotonic()
    crowd = Crowd(calm_site, contacts=SIZES.few, messages=1, rate=40)
    doomed = calm_site.start_worker("doomed", die_at="send accepted", nth=3)

    await crowd.write()
    assert await doomed.ended(seconds=30)
    await asyncio.sleep(LEASE_SECONDS + 2)
    calm_site.start_worker(unknown_seconds=1, read_late_seconds=5)

    await settled(calm_site, crowd, since=since)
    await calm_site.processes["worker"].end()


async def test_worker_killed_while_a_service_thinks_asks_again_under_the_same_name(calm_site: Site) -> None:
    async with thinking() as service:
        calm_site.environment["PYTAKE_API_ORIGINS"] = service.url
        await publish(calm_site, asking(service.url))
        doomed = calm_site.start_worker("doomed", job_lease_seconds=1)
        crowd = Crowd(calm_site, contacts=1, messages=1, rate=1)
        await crowd.say(crowd.phones[0], "saldo")
        await until(lambda: service.was_asked(1))
        await crowd.say(crowd.phones[0], "Ana")
        doomed.kill()
        service.thinks = False
        calm_site.start_worker(job_lease_seconds=1)

        async def is_answered() -> bool:
            return len((await crowd.received())[crowd.phones[0]]) == 2

        await until(is_answered)
        assert await crowd.received() == {crowd.phones[0]: ["Saldo 10. Nome?", "Até logo, Ana"]}
        assert len(service.keys) == 2
        assert len(set(service.keys)) == 1
    await calm_site.processes["worker"].end()


async def test_answer_interrupted_twice_is_given_up_where_people_see_it_and_never_sent(site: Site) -> None:
    crowd = Crowd(site, contacts=1, messages=1, rate=1)
    for attempt in range(2):
        doomed = site.start_worker("doomed", die_at="send marked", unknown_seconds=1)
        if not attempt:
            await crowd.write()
        assert await doomed.ended(seconds=30), "it never sent"
    site.start_worker(unknown_seconds=1)

    async def is_given_up() -> bool:
        [message] = await site.rows(GIVEN_UP, next(iter(crowd.written)))
        return (message["status"], message["error_code"]) == ("failed", "OUTCOME_UNKNOWN")

    await until(is_given_up)
    assert await crowd.received() == {crowd.phones[0]: []}
