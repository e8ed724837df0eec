"""A provider delivers at least once; here everything happens once."""

import asyncio

from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
_KEPT = "SELECT count(*) FROM messages WHERE direction = 'inbound'"


async def _deliver_thrice(spine: Spine) -> None:
    spine.open_window(PHONE)
    webhook = wire.envelope(wire.change(messages=[wire.text("wamid.1", "oi", phone=PHONE, at=spine.now)]))
    await asyncio.gather(*(spine.deliver(webhook) for _ in range(3)))


async def test_webhook_thrice_is_one_message(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _deliver_thrice(spine)

    await spine.drain()

    assert await spine.one(_KEPT) == 1


async def test_webhook_thrice_is_one_answer(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _deliver_thrice(spine)

    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_webhook_again_after_it_was_handled_changes_nothing(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.says(PHONE, "oi", wamid="wamid.1")
    await spine.drain()

    await spine.says(PHONE, "oi", wamid="wamid.1")
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_two_workers_answer_a_repeated_webhook_once(spine: Spine) -> None:
    await spine.run(flows.echo())
    await _deliver_thrice(spine)

    await asyncio.gather(spine.drain(owner="one"), spine.drain(owner="two"))
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_repetition_under_another_name_of_the_contact_is_answered_once(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.open_window(PHONE)
    bare = wire.text("wamid.1", "oi", phone=PHONE, at=spine.now)
    named = {**bare, "from_user_id": "BR.1"}
    await spine.sends({**bare, "id": "wamid.0", "from_user_id": "BR.1"})
    await spine.drain()
    await spine.sends(bare)
    await spine.sends(named)

    await asyncio.gather(spine.drain(owner="one"), spine.drain(owner="two"))
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi", "Recebido: oi"]


async def test_same_id_on_two_numbers_is_two_messages(spine: Spine) -> None:
    other = await spine.add_number(number_id=wire.OTHER_NUMBER_ID)
    message = wire.text("wamid.1", "oi", phone=PHONE, at=spine.now)

    await spine.sends(message)
    await spine.deliver(wire.envelope(wire.change(number_id=wire.OTHER_NUMBER_ID, messages=[message])), config_id=other)
    await spine.drain()

    assert await spine.one(_KEPT) == 2
