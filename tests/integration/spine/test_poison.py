"""What cannot be handled is put aside, with its reason; its neighbours go on."""

from datetime import timedelta

import pytest

from application.inbound.fire_timer import FireTimer
from application.inbound.receive_message import ReceiveMessage
from application.inbound.scene import Scene
from application.ports.lanes import LaneDesk, LaneKind
from application.ports.operations import BuriedLetter, DeadLetters
from domain.whatsapp.inbound import MessageReceived
from tests.integration.spine import flows
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
NEIGHBOUR = "5511977776666"
POISON = "wamid.poison"
INBOUND = (LaneKind.JOURNAL, LaneKind.CONTACT)


class PoisonedError(Exception):
    """What a bug would raise."""


@pytest.fixture
def antidote(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Make one message poisonous; undoing the patch is the antidote."""
    handle = ReceiveMessage.__call__

    async def handle_or_fail(self: ReceiveMessage, scene: Scene, item: MessageReceived) -> None:
        if item.provider_message_id == POISON:
            raise PoisonedError("no")
        await handle(self, scene, item)

    monkeypatch.setattr(ReceiveMessage, "__call__", handle_or_fail)
    return monkeypatch


async def _work_for_a_minute(spine: Spine) -> None:
    for _ in range(8):
        await spine.drain()
        await spine.advance(timedelta(seconds=10))


async def _letters(spine: Spine) -> list[BuriedLetter]:
    letters = await spine.container.get(DeadLetters)
    found: list[BuriedLetter] = await letters.page(tenant_id=spine.tenant_id, limit=10)
    return found


async def _crash(spine: Spine, *, times: int) -> None:
    """Let workers die with the contact's lane in hand."""
    desk = await spine.container.get(LaneDesk)
    for _ in range(times):
        [lane] = await spine.claim(kinds=(LaneKind.CONTACT,))
        if lane.crashes:
            await desk.begin_suspect(lane)
        await spine.rows("UPDATE platform.lanes SET leased_until = clock_timestamp() WHERE kind = 'contact'")


@pytest.mark.usefixtures("antidote")
async def test_item_that_fails_is_tried_again_before_it_is_parked(spine: Spine) -> None:
    await spine.says(PHONE, "oi", wamid=POISON)

    await spine.drain()

    assert await _letters(spine) == []


@pytest.mark.usefixtures("antidote")
async def test_item_that_fails_five_times_is_parked_with_its_error(spine: Spine) -> None:
    await spine.says(PHONE, "oi", wamid=POISON)

    await _work_for_a_minute(spine)

    assert [letter.error for letter in await _letters(spine)] == ["PoisonedError: no"]


@pytest.mark.usefixtures("antidote")
async def test_neighbours_do_not_wait_for_a_failing_item(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.says(PHONE, "oi", wamid=POISON)
    await spine.says(NEIGHBOUR, "olá")

    await spine.drain()

    assert spine.answers(NEIGHBOUR) == ["Recebido: olá"]


@pytest.mark.usefixtures("antidote")
async def test_later_items_of_the_lane_go_on_once_it_is_parked(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.says(PHONE, "oi", wamid=POISON)
    await spine.says(PHONE, "alô?")

    await _work_for_a_minute(spine)

    assert spine.answers(PHONE) == ["Recebido: alô?"]


async def test_parked_item_is_handled_when_it_is_replayed(spine: Spine, antidote: pytest.MonkeyPatch) -> None:
    await spine.run(flows.echo())
    await spine.says(PHONE, "oi", wamid=POISON)
    await _work_for_a_minute(spine)
    [letter] = await _letters(spine)
    antidote.undo()

    letters = await spine.container.get(DeadLetters)
    await letters.replay(letter.id)
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_item_that_killed_two_workers_is_handled_by_the_third(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.says(PHONE, "oi")
    await spine.drain(kinds=(LaneKind.JOURNAL,))
    await _crash(spine, times=2)

    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_item_that_killed_three_workers_is_parked(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain(kinds=(LaneKind.JOURNAL,))
    await _crash(spine, times=3)

    await spine.drain()

    assert [letter.error for letter in await _letters(spine)] == ["its worker died 3 times"]


async def test_items_behind_the_one_that_killed_workers_go_on(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.says(PHONE, "oi")
    await spine.says(PHONE, "alô?")
    await spine.drain(kinds=(LaneKind.JOURNAL,))
    await _crash(spine, times=3)

    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: alô?"]


async def test_timer_that_killed_three_workers_ends_its_session(spine: Spine) -> None:
    await spine.run(flows.asks(minutes=30))
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.advance(timedelta(minutes=30))
    await _crash(spine, times=3)

    await spine.drain()

    [session] = await spine.rows("SELECT outcome, ended_at, state->>'awaiting' FROM flow_sessions")
    assert tuple(session) == ("timer_failed", spine.now, None)


async def test_message_is_not_parked_for_a_timer_that_fails_before_it(
    spine: Spine, monkeypatch: pytest.MonkeyPatch
) -> None:
    await spine.run(flows.asks(minutes=30))
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.advance(timedelta(minutes=31))
    await spine.says(PHONE, "Sim")
    _break_timers(monkeypatch)

    await _work_for_a_minute(spine)

    kept = "SELECT content ->> 'body' FROM messages WHERE direction = 'inbound' ORDER BY id"
    assert await spine.column(kept) == ["oi", "Sim"]


async def test_timer_that_fails_five_times_goes_to_people(spine: Spine, monkeypatch: pytest.MonkeyPatch) -> None:
    await spine.run(flows.asks(minutes=30))
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.advance(timedelta(minutes=31))
    _break_timers(monkeypatch)

    await _work_for_a_minute(spine)

    assert await spine.column("SELECT status FROM conversations") == ["waiting"]


def _break_timers(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> None:
        raise PoisonedError("no")

    monkeypatch.setattr(FireTimer, "__call__", fail)
