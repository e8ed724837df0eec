"""What the provider refuses, and what is done about it: one policy, by the kind of error."""

from datetime import timedelta

import pytest

from application.ports.lanes import LaneKind
from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
NEIGHBOUR = "5511977776666"
INBOUND = (LaneKind.JOURNAL, LaneKind.CONTACT)
SECOND = timedelta(seconds=1)


async def _say(spine: Spine, phone: str, words: str = "oi") -> None:
    await spine.says(phone, words)
    await spine.drain()


async def _conversation(spine: Spine) -> list[object]:
    return await spine.column("SELECT status FROM conversations")


async def _failure(spine: Spine) -> list[object]:
    return await spine.column("SELECT error_code FROM messages WHERE status = 'failed'")


async def test_pair_rate_holds_that_contact(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("131056")

    await _say(spine, PHONE)

    assert spine.answers(PHONE) == []


async def test_pair_rate_holds_nobody_else(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("131056")
    await _say(spine, PHONE)

    await _say(spine, NEIGHBOUR)

    assert spine.answers(NEIGHBOUR) == ["Recebido: oi"]


async def test_pair_rate_passes_after_four_seconds(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("131056")
    await _say(spine, PHONE)

    await spine.advance(4 * SECOND)
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_throttled_number_sends_nothing_to_anybody(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("130429")
    await _say(spine, PHONE)

    await _say(spine, NEIGHBOUR)

    assert spine.sent() == []


async def test_throttled_number_goes_on_after_its_pause(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("130429")
    await _say(spine, PHONE)
    await _say(spine, NEIGHBOUR)

    await spine.advance(4 * SECOND)
    await spine.drain()

    assert spine.answers(PHONE) == spine.answers(NEIGHBOUR) == ["Recebido: oi"]


async def test_throttled_number_shows_no_trouble(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("130429")

    await _say(spine, PHONE)

    assert await spine.column("SELECT pause_reason FROM whatsapp_configs") == [None]


async def test_throttling_burns_no_attempts(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("130429", count=12)
    await _say(spine, PHONE)

    for _ in range(12):
        await spine.advance(4 * SECOND)
        await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_expired_token_pauses_the_number_with_a_reason(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("190")

    await _say(spine, PHONE)

    assert await spine.column("SELECT pause_reason FROM whatsapp_configs") == ["misconfigured: 190"]


async def test_expired_token_burns_no_attempts(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("190")

    await _say(spine, PHONE)

    assert await spine.column("SELECT attempts FROM outbound") == [0]


async def test_paused_number_asks_nobody(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("190", count=None)
    await _say(spine, PHONE)

    await _say(spine, NEIGHBOUR)

    assert len(spine.refused()) == 1


async def test_paused_number_looks_again_and_sends_what_was_kept(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("190")
    await _say(spine, PHONE)

    await spine.advance(timedelta(minutes=5))
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_number_that_sends_again_shows_no_trouble(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.fault("190")
    await _say(spine, PHONE)

    await spine.advance(timedelta(minutes=5))
    await spine.drain()

    assert await spine.column("SELECT pause_reason FROM whatsapp_configs") == [None]


@pytest.mark.parametrize("code", ["131047", "131026"])
async def test_refusal_at_once_fails_the_message(spine: Spine, code: str) -> None:
    await spine.run(flows.asks())
    spine.fault(code, asynchronous=False)

    await _say(spine, PHONE)

    assert await _failure(spine) == [code]


@pytest.mark.parametrize("code", ["131047", "131026"])
async def test_refusal_at_once_resumes_the_flow(spine: Spine, code: str) -> None:
    await spine.run(flows.asks())
    spine.fault(code, asynchronous=False)

    await _say(spine, PHONE)

    assert await _conversation(spine) == ["waiting"]


async def _fail_later(spine: Spine, code: int) -> None:
    await spine.run(flows.asks())
    await _say(spine, PHONE)
    [send] = spine.sent()
    echo = send.biz_opaque_callback_data
    await spine.tells(wire.status(send.wamid, "failed", phone=PHONE, at=spine.now, echo=echo, error=code))
    await spine.drain()


@pytest.mark.parametrize("code", [131047, 131026])
async def test_refusal_by_status_fails_the_message(spine: Spine, code: int) -> None:
    await _fail_later(spine, code)

    assert await _failure(spine) == [str(code)]


@pytest.mark.parametrize("code", [131047, 131026])
async def test_refusal_by_status_resumes_the_flow(spine: Spine, code: int) -> None:
    await _fail_later(spine, code)

    assert await _conversation(spine) == ["waiting"]
