"""How flows end a conversation, or hand it over."""

from tests.integration.spine import flows
from tests.integration.spine.flows import Document
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
RESOLVES = {"id": "end", "type": "end", "data": {"outcome": "ok", "message": "Até logo!", "resolve": True}}
TRANSFERS = {"id": "end", "type": "transfer", "data": {"department": "Suporte", "message": "Já te atendo!"}}


def _ends_with(node: Document, **more: object) -> Document:
    return flows.flow(node, edges=(("start", "end", None),), **more)


async def _say(spine: Spine, words: str = "oi") -> None:
    await spine.says(PHONE, words)
    await spine.drain()


async def _conversation(spine: Spine) -> tuple[object, ...]:
    [row] = await spine.rows("SELECT status, department_id IS NOT NULL FROM conversations")
    return tuple(row)


async def test_flow_that_resolves_says_its_goodbye(spine: Spine) -> None:
    await spine.run(_ends_with(RESOLVES))

    await _say(spine)

    assert spine.answers(PHONE) == ["Até logo!"]


async def test_flow_that_resolves_ends_the_conversation(spine: Spine) -> None:
    await spine.run(_ends_with(RESOLVES))

    await _say(spine)

    assert await _conversation(spine) == ("resolved", False)


async def test_flow_that_transfers_finds_the_department(spine: Spine) -> None:
    await spine.run(_ends_with(TRANSFERS))

    await _say(spine)

    assert await _conversation(spine) == ("waiting", True)


async def test_bot_is_silent_while_a_conversation_waits_for_people(spine: Spine) -> None:
    await spine.run(_ends_with(TRANSFERS))
    await _say(spine)

    await _say(spine, "alô?")

    assert spine.answers(PHONE) == ["Já te atendo!"]


async def test_transfer_after_another_flow_has_resolved_leaves_it_resolved(spine: Spine) -> None:
    inner = await spine.run(_ends_with(RESOLVES, trigger={"type": "manual"}))
    jump = {"id": "jump", "type": "jump", "data": {"flow_id": str(inner), "return": True}}
    edges = (("start", "jump", None), ("jump", "end", "returned"))
    await spine.run(flows.flow(jump, TRANSFERS, edges=edges))

    await _say(spine)

    assert await _conversation(spine) == ("resolved", False)
