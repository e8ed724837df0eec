"""A message comes in and an answer goes out."""

from tests.integration.spine import flows
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"


async def test_message_is_answered(spine: Spine) -> None:
    await spine.run(flows.echo())

    await spine.says(PHONE, "oi")
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]
    assert spine.errors == []
