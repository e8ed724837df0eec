"""After a standstill: what came in and is not handled yet is asked for before anything is done about a silence."""

from datetime import timedelta

import pytest

from application.ports.lanes import LaneKind
from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
NEIGHBOUR = "5511977776666"
MINUTE = timedelta(minutes=1)


async def _unheard_since(spine: Spine, *addresses: str) -> object:
    uow = await spine.uow()
    async with uow(spine.tenant_id) as tx:
        return await tx.lanes.unheard_since(spine.config_id, addresses=addresses)


async def test_nothing_is_unheard_when_all_is_handled(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()

    assert await _unheard_since(spine, PHONE) is None


async def test_webhook_is_unheard_since_it_came(spine: Spine) -> None:
    came = spine.now
    await spine.says(PHONE, "oi")
    await spine.advance(MINUTE)
    await spine.says(PHONE, "alô?")

    assert await _unheard_since(spine) == came


async def test_item_of_the_contact_is_unheard_since_its_webhook_came(spine: Spine) -> None:
    came = spine.now
    await spine.says(PHONE, "oi")
    await spine.drain(kinds=(LaneKind.JOURNAL,))

    assert await _unheard_since(spine, PHONE) == came


async def test_item_of_another_contact_does_not_count(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain(kinds=(LaneKind.JOURNAL,))

    assert await _unheard_since(spine, NEIGHBOUR) is None


async def test_webhook_of_another_number_does_not_count(spine: Spine) -> None:
    other = await spine.add_number(number_id=wire.OTHER_NUMBER_ID)
    message = wire.text("wamid.1", "oi", phone=PHONE, at=spine.now)
    change = wire.change(number_id=wire.OTHER_NUMBER_ID, messages=[message])
    await spine.deliver(wire.envelope(change), config_id=other)

    assert await _unheard_since(spine) is None


async def test_timer_of_one_contact_fires_once_the_others_webhooks_are_split(spine: Spine) -> None:
    await spine.run(flows.asks(minutes=30))
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.advance(29 * MINUTE)
    await spine.says(NEIGHBOUR, "oi")
    await spine.advance(2 * MINUTE)
    await spine.drain()

    await spine.advance(timedelta(seconds=1))
    await spine.drain()

    assert spine.answers(PHONE) == ["Sim?", "Ainda aí?"]


@pytest.mark.parametrize("spelling", [PHONE, "551188887777"])
async def test_status_that_waited_ten_minutes_to_be_read_settles_its_message(spine: Spine, spelling: str) -> None:
    await spine.run(flows.echo())
    spine.fault("drop_after")
    await spine.says(PHONE, "oi")
    await spine.drain()
    [send] = spine.sent()
    echo = send.biz_opaque_callback_data
    await spine.tells(wire.status(send.wamid, "sent", phone=spelling, at=spine.now, echo=echo))
    await spine.drain(kinds=(LaneKind.JOURNAL,))
    await spine.advance(20 * MINUTE)

    await spine.drain(kinds=(LaneKind.NUMBER,))
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]
