"""What a customer who waits for a person is told by itself, and where they wait."""

from datetime import timedelta

import pytest

from application.inbound.serve_waiting import MAX_SAID
from application.support.hours_book import HoursBook
from domain.shared.ids import BusinessHoursId
from domain.support.bot_texts import BotTextKey
from domain.support.business_hours import BusinessHours
from domain.support.week import WEEKDAYS, Span
from tests.contract.repositories.stored import new_id
from tests.integration.spine import flows
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
HOUR = timedelta(hours=1)

TRANSFER = flows.flow(
    flows.says("Vou chamar alguém."),
    {"id": "people", "type": "transfer", "data": {}},
    edges=(("start", "say", None), ("say", "people", None)),
)


async def set_hours(spine: Spine, *spans: Span) -> None:
    """Say when it is open, the same every day, in UTC."""
    hours = BusinessHours(
        id=BusinessHoursId(new_id()),
        time_zone="UTC",
        week=dict.fromkeys(WEEKDAYS, spans) if spans else {},
        observes_holidays=False,
        created_at=spine.now,
    )
    async with (await spine.uow())(spine.tenant_id) as tx:
        await tx.business_hours.add(hours)
    (await spine.container.get(HoursBook)).forget(spine.tenant_id)


async def switch_on(spine: Spine, *keys: BotTextKey) -> None:
    async with (await spine.uow())(spine.tenant_id) as tx:
        for key in keys:
            text = await tx.bot_texts.find(key)
            text.is_enabled = True
            text.write("pt-BR", f"[{key}] {{{{ position }}}}")
            await tx.bot_texts.save(text)


async def hear(spine: Spine, *words: str, phone: str = PHONE) -> list[str]:
    """Let the customer write, and give what they are told."""
    before = len(spine.sent())
    for word in words:
        await spine.says(phone, word)
        await spine.drain()
    return [str(row.text).strip() for row in spine.sent()[before:]]


def at(spine: Spine, hours: float) -> str:
    return f"{spine.now + hours * HOUR:%H:%M}"


async def test_what_no_flow_wants_waits_in_the_default_queue(spine: Spine) -> None:
    assert await hear(spine, "oi") == []

    default = await spine.one("SELECT id FROM departments WHERE is_default")
    assert await spine.one("SELECT department_id FROM conversations WHERE status = 'waiting'") == default


async def test_that_nobody_is_there_is_said_once_in_each_closed_period(spine: Spine) -> None:
    await set_hours(spine, Span(opens=at(spine, 2), closes=at(spine, 3)))

    first = await hear(spine, "oi", "tem alguém?", "olá?")
    await spine.advance(2.5 * HOUR)
    while_open = await hear(spine, "e agora?")
    await spine.advance(1.5 * HOUR)
    second = await hear(spine, "ainda aí?", "?")

    assert [text.startswith("Olá") for text in first] == [True]
    assert "Voltamos" in first[0]
    assert while_open == []
    assert len(second) == 1


async def test_a_flow_answers_round_the_clock_and_its_transfer_finds_nobody(spine: Spine) -> None:
    await set_hours(spine)
    await spine.run(TRANSFER)

    told = await hear(spine, "oi", "alô?")

    assert told[0] == "Vou chamar alguém."
    assert ["fora do horário" in text for text in told] == [False, True]


async def test_a_company_that_set_no_hours_is_always_there(spine: Spine) -> None:
    await spine.run(TRANSFER)

    assert await hear(spine, "oi", "alô?") == ["Vou chamar alguém."]


async def test_a_greeting_and_the_place_in_the_queue_where_the_company_wants_them(spine: Spine) -> None:
    await switch_on(spine, BotTextKey.WELCOME, BotTextKey.FALLBACK, BotTextKey.QUEUE_POSITION)

    first = await hear(spine, "oi", "alô?")
    second = await hear(spine, "oi", phone="5511977776666")

    assert first == ["[welcome]", "[queue_position] 1"]
    assert second == ["[welcome]", "[queue_position] 2"]


async def test_what_a_flow_began_and_cannot_go_on_with_is_not_greeted(spine: Spine) -> None:
    await switch_on(spine, BotTextKey.WELCOME)
    await spine.run(TRANSFER)

    assert await hear(spine, "oi") == ["Vou chamar alguém."]


@pytest.mark.parametrize("resolutions", [MAX_SAID + 2])
async def test_two_bots_do_not_talk_for_ever(spine: Spine, resolutions: int) -> None:
    """Each of the other's answers opens a conversation anew, as if somebody resolved it at once."""
    await set_hours(spine)
    told = []
    for _ in range(resolutions):
        told += await hear(spine, "Resposta automática")
        await spine.rows("UPDATE conversations SET status = 'resolved'")

    assert len(told) == MAX_SAID

    await spine.advance(1.1 * HOUR)
    assert len(await hear(spine, "Resposta automática")) == 1
