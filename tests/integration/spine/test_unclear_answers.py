"""The provider does not answer, or in a way that tells nothing: what went out is settled by its status."""

from datetime import timedelta
from typing import Any

import pytest

from application.ports.providers import Providers
from domain.whatsapp.config import ApiType
from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
SECOND = timedelta(seconds=1)


async def _say(spine: Spine, phone: str, words: str = "oi") -> None:
    await spine.says(phone, words)
    await spine.drain()


@pytest.mark.parametrize("kind", ["5xx_before", "5xx_after", "drop_before", "drop_after"])
async def test_answer_that_tells_nothing_makes_the_outcome_unknown(spine: Spine, kind: str) -> None:
    await spine.run(flows.echo())
    spine.fault(kind)

    await _say(spine, PHONE)

    assert await spine.column("SELECT state FROM outbound") == ["unknown"]


@pytest.mark.parametrize("kind", ["5xx_after", "drop_after"])
async def test_message_that_went_out_unheard_is_settled_by_its_status(spine: Spine, kind: str) -> None:
    await spine.run(flows.echo())
    spine.fault(kind)
    await _say(spine, PHONE)
    [send] = spine.sent()

    await spine.tells(wire.status(send.wamid, "sent", phone=PHONE, at=spine.now, echo=send.biz_opaque_callback_data))
    await spine.advance(timedelta(minutes=20))
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


@pytest.mark.parametrize("kind", ["5xx_before", "drop_before"])
async def test_message_that_never_went_out_goes_out_after_ten_minutes(spine: Spine, kind: str) -> None:
    await spine.run(flows.echo())
    spine.fault(kind)
    await _say(spine, PHONE)

    await spine.advance(timedelta(minutes=10))
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def _refuse_connections(spine: Spine, monkeypatch: pytest.MonkeyPatch) -> None:
    gateway: Any = (await spine.container.get(Providers)).of(ApiType.OFFICIAL).gateway
    monkeypatch.setattr(gateway._graph, "_root", "http://127.0.0.1:9/v25.0")


async def test_refused_connection_is_tried_again_with_growing_pauses(
    spine: Spine, monkeypatch: pytest.MonkeyPatch
) -> None:
    await spine.run(flows.echo())
    with monkeypatch.context() as patch:
        await _refuse_connections(spine, patch)
        await _say(spine, PHONE)
        await spine.advance(SECOND)
        await spine.drain()

    await spine.advance(2 * SECOND)
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_refused_connection_is_not_tried_for_ever(spine: Spine, monkeypatch: pytest.MonkeyPatch) -> None:
    await spine.run(flows.echo())
    await _refuse_connections(spine, monkeypatch)
    await _say(spine, PHONE)

    for _ in range(10):
        await spine.advance(timedelta(minutes=2))
        await spine.drain()

    assert await spine.column("SELECT status FROM messages WHERE direction = 'outbound'") == ["failed"]
