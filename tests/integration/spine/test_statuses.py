"""Statuses come early, late, twice, in any order, and for messages that nobody here sent."""

from datetime import timedelta
from itertools import permutations

import pytest

from application.ports.lanes import LaneKind
from domain.whatsapp.failures import SendAccepted, SendResult
from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
INBOUND = (LaneKind.JOURNAL, LaneKind.CONTACT)
WORDS = ("sent", "delivered", "read")
MINUTE = timedelta(minutes=1)
_OURS = "SELECT status, status_at, error_code FROM messages WHERE direction = 'outbound'"


async def _answered(spine: Spine) -> str:
    """Let the bot answer; give the provider's name of the answer."""
    await spine.run(flows.echo())
    await spine.says(PHONE, "oi")
    await spine.drain()
    [send] = spine.sent()
    return send.wamid


async def _told_early(spine: Spine, word: str, *, error: int | None = None) -> None:
    """Tell a status, without our id, before our own request's answer is noted."""

    async def tell(result: SendResult) -> None:
        assert isinstance(result, SendAccepted)
        wamid = result.provider_message_id
        await spine.tells(wire.status(wamid, word, phone=PHONE, at=spine.now, error=error))
        await spine.drain(kinds=INBOUND)

    await spine.before_we_know(tell)
    await spine.says(PHONE, "oi")
    await spine.drain()


async def test_status_that_came_before_our_answer_is_applied_with_it(spine: Spine) -> None:
    await spine.run(flows.echo())

    await _told_early(spine, "delivered")

    assert await spine.column("SELECT status FROM messages WHERE direction = 'outbound'") == ["delivered"]


async def test_status_that_was_applied_is_not_kept(spine: Spine) -> None:
    await spine.run(flows.echo())

    await _told_early(spine, "delivered")

    assert await spine.rows("SELECT * FROM early_statuses") == []


async def test_failure_that_came_before_our_answer_fails_the_message(spine: Spine) -> None:
    await spine.run(flows.asks())

    await _told_early(spine, "failed", error=131026)

    assert await spine.column("SELECT error_code FROM messages WHERE status = 'failed'") == ["131026"]


async def test_failure_that_came_before_our_answer_resumes_the_flow(spine: Spine) -> None:
    await spine.run(flows.asks())

    await _told_early(spine, "failed", error=131026)

    assert await spine.column("SELECT status FROM conversations") == ["waiting"]


async def test_status_of_a_message_that_nobody_sent_is_kept(spine: Spine) -> None:
    await spine.tells(wire.status("wamid.stranger", "delivered", phone=PHONE, at=spine.now))

    await spine.drain()

    assert await spine.column("SELECT provider_message_id FROM early_statuses") == ["wamid.stranger"]


async def test_status_of_a_message_that_nobody_sent_makes_no_contact(spine: Spine) -> None:
    await spine.tells(wire.status("wamid.stranger", "delivered", phone=PHONE, at=spine.now))

    await spine.drain()

    assert await spine.rows("SELECT * FROM contacts") == []


@pytest.mark.parametrize("order", list(permutations(WORDS)), ids="-".join)
async def test_statuses_in_any_order_give_the_same_row(spine: Spine, order: tuple[str, ...]) -> None:
    wamid = await _answered(spine)
    at = {word: spine.now + MINUTE * place for place, word in enumerate(WORDS)}
    await spine.advance(timedelta(hours=1))

    for word in order:
        await spine.tells(wire.status(wamid, word, phone=PHONE, at=at[word]))
        await spine.drain()

    [row] = await spine.rows(_OURS)
    told = {word: moment.isoformat().replace("+00:00", "Z") for word, moment in at.items()}
    assert (row["status"], row["status_at"]) == ("read", _as_json(told))


def _as_json(times: dict[str, str]) -> str:
    return (
        "{"
        + ", ".join(f'"{word}": "{times[word]}"' for word in sorted(times, key=lambda word: (len(word), word)))
        + "}"
    )


async def test_status_told_three_times_is_one_event(spine: Spine) -> None:
    wamid = await _answered(spine)
    told = wire.status(wamid, "delivered", phone=PHONE, at=spine.now)

    await spine.tells(told, told, told)
    await spine.drain()

    events = "SELECT data ->> 'status' FROM platform.events WHERE type = 'message_status' ORDER BY position"
    assert await spine.column(events) == ["sent", "delivered"]


async def test_delivery_proves_a_failure_wrong(spine: Spine) -> None:
    wamid = await _answered(spine)
    await spine.tells(wire.status(wamid, "failed", phone=PHONE, at=spine.now, error=131026))

    await spine.tells(wire.status(wamid, "delivered", phone=PHONE, at=spine.now))
    await spine.drain()

    assert await spine.column("SELECT status FROM messages WHERE direction = 'outbound'") == ["delivered"]
