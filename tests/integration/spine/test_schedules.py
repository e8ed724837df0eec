"""Flows that begin by the clock: once, for those who may be asked, and whatever was missed is told."""

from datetime import datetime, timedelta

import pytest

from application.flows.publish_flow import FlowNotPublishableError
from application.flows.unpublish_flow import UnpublishFlowHandler
from application.triggers import ask_audience
from application.triggers.ask_audience import AskAudience, AskAudienceHandler
from domain.contacts.consent import Purpose
from domain.flows.starts import GRACE
from domain.shared.ids import FlowId
from domain.tenants.tenant import Isolation
from tests.integration.spine import flows
from tests.integration.spine.spine import Spine
from tests.integration.spine.starting import add_contact, daily, invites, ordered, says_of, sweep, work
from tests.integration.spine.test_suspending import activate, suspend


@pytest.fixture
def isolation() -> Isolation:
    """One kind of tenant will do: the statements are tried with both in their own suites."""
    return Isolation.SHARED


_RUNS = "SELECT status, missed, asked, skipped, error FROM flow_runs ORDER BY due_at"


async def _until_due(spine: Spine, *, late: timedelta = timedelta()) -> datetime:
    due = await spine.one("SELECT next_at FROM flow_schedules")
    assert isinstance(due, datetime)
    await spine.advance(due + late - spine.now)
    return due


async def _runs(spine: Spine) -> list[tuple[object, ...]]:
    return [tuple(row) for row in await spine.rows(_RUNS)]


async def _scheduled(spine: Spine, *, contacts: int = 1, **more: object) -> FlowId:
    await spine.read_templates()
    for number in range(contacts):
        await add_contact(spine, number)
    return await spine.run(invites(**daily(**more)))


async def test_everybody_of_the_audience_is_asked_once_however_often_somebody_looks(spine: Spine) -> None:
    await _scheduled(spine, contacts=3)
    await sweep(spine)
    await work(spine)
    assert spine.sent() == []

    await _until_due(spine)
    for _ in range(3):
        await sweep(spine)
        await work(spine)

    assert len({row.to for row in spine.sent()}) == len(spine.sent()) == 3
    assert await _runs(spine) == [("done", 0, 3, 0, None)]
    assert await spine.column("SELECT DISTINCT cause FROM flow_sessions") == ["schedule"]


async def test_it_comes_again_the_next_day(spine: Spine) -> None:
    await _scheduled(spine)
    for _ in range(2):
        await _until_due(spine)
        await sweep(spine)
        await work(spine)

    assert len(spine.sent()) == 2
    assert await _runs(spine) == [("done", 0, 1, 0, None)] * 2


async def test_a_worker_that_dies_between_batches_asks_nobody_twice(
    spine: Spine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask_audience, "AT_ONCE", 2)
    await _scheduled(spine, contacts=5)
    await _until_due(spine)
    await sweep(spine)
    [job] = await ordered(spine, AskAudience)
    ask = await spine.container.get(AskAudienceHandler)

    await ask(job)
    await ask(job)  # what a worker leaves that dies after its commit is done again, beside the order for the next
    await work(spine)

    assert len({row.to for row in spine.sent()}) == len(spine.sent()) == 5
    assert await _runs(spine) == [("done", 0, 5, 0, None)]


async def test_a_run_that_came_too_late_is_told_as_missed(spine: Spine) -> None:
    await _scheduled(spine)
    await _until_due(spine, late=GRACE + timedelta(minutes=1))

    await sweep(spine)
    await work(spine)

    assert spine.sent() == []
    assert await _runs(spine) == [("missed", 1, 0, 0, None)]


async def test_after_days_of_standstill_the_last_time_is_run_and_the_others_are_counted(spine: Spine) -> None:
    await _scheduled(spine)
    await _until_due(spine, late=timedelta(days=3, minutes=30))

    await sweep(spine)
    await work(spine)

    assert len(spine.sent()) == 1
    assert await _runs(spine) == [("done", 3, 1, 0, None)]


async def test_who_does_not_want_it_is_passed_over(spine: Spine) -> None:
    await _scheduled(spine)
    await add_contact(spine, 11, blocked=True)
    refuses = await add_contact(spine, 12)
    await says_of(spine, refuses, granted=False, purpose=Purpose.SUPPORT)
    await spine.rows(
        "INSERT INTO contacts SELECT (jsonb_populate_record(c, jsonb_build_object("
        "'id', gen_random_uuid(), 'phone', NULL, 'phone_key', NULL))).* FROM contacts AS c LIMIT 1"
    )
    await _until_due(spine)

    await sweep(spine)
    await work(spine)

    assert [row.to for row in spine.sent()] == ["5511988880000"]
    assert await _runs(spine) == [("done", 0, 1, 3, None)]


async def test_for_marketing_a_yes_is_needed(spine: Spine) -> None:
    everybody = {"type": "text", "field": "name", "op": "is_set"}
    await _scheduled(spine, contacts=2, audience={"filter": everybody})
    agrees = await add_contact(spine, 7)
    await says_of(spine, agrees, granted=True)
    await _until_due(spine)

    await sweep(spine)
    await work(spine)

    assert [row.to for row in spine.sent()] == ["5511988880007"]


async def test_a_company_at_rest_asks_nobody_and_is_told_what_it_missed(spine: Spine) -> None:
    await _scheduled(spine)
    await suspend(spine)
    await _until_due(spine)
    await sweep(spine)
    assert await _runs(spine) == []

    await spine.advance(GRACE + timedelta(hours=1))
    await activate(spine)
    await sweep(spine)
    await work(spine)

    assert await _runs(spine) == [("missed", 1, 0, 0, None)]


async def test_published_again_it_keeps_the_time_that_waits(spine: Spine) -> None:
    flow_id = await _scheduled(spine)
    await _until_due(spine, late=timedelta(seconds=20))

    await spine.publish(flow_id)
    await sweep(spine)
    await work(spine)

    assert len(spine.sent()) == 1


async def test_with_another_trigger_it_is_not_due_any_more(spine: Spine) -> None:
    flow_id = await _scheduled(spine)
    await spine.rows('UPDATE flows SET draft = draft || \'{"trigger": "manual"}\' WHERE id = $1', flow_id)

    await spine.publish(flow_id)

    assert await spine.rows("SELECT * FROM flow_schedules") == []


@pytest.mark.parametrize(
    "trigger",
    [
        {"type": "schedule", "cron": "0 9 * * *"},
        daily(cron="nunca")["trigger"],
        daily(time_zone="America/Atlantis")["trigger"],
        daily(audience={"segment_id": "0190c0de-0000-7000-8000-000000000002"})["trigger"],
        daily(audience={"filter": {"type": "name"}})["trigger"],
        daily(whatsapp_config_id="0190c0de-0000-7000-8000-000000000002")["trigger"],
        {"type": "event", "event": "moon.full"},
    ],
)
async def test_what_could_never_begin_is_not_published(spine: Spine, trigger: object) -> None:
    with pytest.raises(FlowNotPublishableError):
        await spine.run(flows.echo(trigger=trigger))


async def test_what_is_taken_back_is_not_due_any_more(spine: Spine) -> None:
    flow_id = await _scheduled(spine)
    unpublish = await spine.container.get(UnpublishFlowHandler)

    await unpublish(await spine.agent(), flow_id)

    assert await spine.rows("SELECT * FROM flow_schedules") == []
