"""Who waits is given to who is there: by the real job, with workers that race."""

import random
from datetime import timedelta

import pytest

from domain.conversations.conversation import ConversationStatus, Priority
from domain.conversations.message import SenderKind
from domain.conversations.timeline import SYSTEM
from domain.people.department import Assignment
from domain.people.status import OFFLINE_AFTER, Status
from domain.shared.ids import DepartmentId
from domain.support.bot_texts import BotTextKey
from domain.support.week import WEEKDAYS, Weekday
from tests.contract.repositories.stored import a_message, an_intent, fetch
from tests.integration.support.office import Office

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def support(office: Office) -> DepartmentId:
    """A department that gives conversations out in turn."""
    return await office.department("Suporte")


async def test_each_gets_one_in_turn_and_the_most_pressing_first(office: Office, support: DepartmentId) -> None:
    ana, bia = await office.hire(support), await office.hire(support)
    late = await office.wait(support, minutes=1)
    early = await office.wait(support, minutes=9)
    urgent = await office.wait(support, priority=Priority.URGENT)

    await office.assign()

    first, second = sorted((ana, bia))
    assert await office.holders(urgent, early, late) == [first, second, first]
    taken = await office.load(urgent)
    assert (taken.status, taken.assigned_at) == (ConversationStatus.ACTIVE, office.clock.now())


async def test_least_busy_goes_first_where_that_is_wanted(office: Office) -> None:
    sales = await office.department("Vendas", Assignment.LEAST_BUSY)
    ana = await office.hire(sales)
    held = [await office.wait(sales) for _ in range(2)]
    await office.assign()
    bia = await office.hire(sales)
    fresh = [await office.wait(sales) for _ in range(3)]

    await office.assign()

    assert await office.in_hand(*held, *fresh) == {ana: 3, bia: 2} or await office.in_hand(*held, *fresh) == {
        ana: 2,
        bia: 3,
    }
    assert (await office.holders(*fresh))[:2] == [bia, bia]


async def test_nobody_who_is_not_there_or_full_or_elsewhere_gets_any(office: Office, support: DepartmentId) -> None:
    elsewhere = await office.department("Vendas")
    await office.hire(support, is_there=False)
    await office.hire(support, capacity=0)
    await office.hire(elsewhere)
    busy = await office.hire(support)
    async with office.uow(office.tenant_id) as tx:
        await tx.statuses.choose(busy, Status.BUSY, at=office.clock.now())
    waiting = await office.wait(support)

    await office.assign()

    assert await office.holders(waiting) == [None]


async def test_whoever_takes_it_themselves_is_left_to(office: Office) -> None:
    manual = await office.department("Retenção", Assignment.MANUAL)
    await office.hire(manual)
    waiting = await office.wait(manual)

    await office.assign()

    assert await office.holders(waiting) == [None]


async def test_a_contact_comes_to_their_last_agent(office: Office, support: DepartmentId) -> None:
    first, second = sorted([await office.hire(support), await office.hire(support)])
    known = await office.wait(support)
    await office.assign()
    assert await office.holders(known) == [first]
    async with office.uow(office.tenant_id) as tx:
        conversation = await tx.conversations.get(known)
        conversation.resolve(resolution=None, by=SYSTEM, now=office.clock.now())
        await tx.conversations.save(conversation)
        again = await tx.contacts.get(conversation.contact_id)
    other = await office.wait(support, minutes=9)
    back = await office.wait_again(again, support)

    await office.assign()

    assert await office.holders(other, back) == [second, first]


@pytest.mark.parametrize("seed", range(3))
async def test_workers_that_race_give_each_conversation_once_and_nobody_too_much(office: Office, seed: int) -> None:
    dice = random.Random(seed)
    departments = [await office.department(name) for name in ("Suporte", "Vendas")]
    capacities = {}
    for _ in range(3):
        theirs = dice.sample(departments, dice.randint(1, 2))
        capacity = dice.randint(0, 4)
        capacities[await office.hire(*theirs, capacity=capacity)] = capacity
    waiting = [await office.wait(dice.choice(departments), minutes=dice.randint(0, 60)) for _ in range(10)]

    await office.assign(workers=4)

    in_hand = await office.in_hand(*waiting)
    assert all(in_hand[user_id] <= capacity for user_id, capacity in capacities.items())
    free = {user_id for user_id, capacity in capacities.items() if in_hand[user_id] < capacity}
    async with office.uow(office.tenant_id) as tx:
        members = await tx.waiting.members(departments=departments, there=free)
    for conversation_id in waiting:
        left = await office.load(conversation_id)
        if left.assigned_to is None:
            assert left.department_id not in {member.department_id for member in members}


async def test_out_of_hours_waits_until_they_begin_unless_the_department_works_then(office: Office) -> None:
    by_day = await office.department("Suporte")
    by_night = await office.department("Plantão", out_of_hours=True)
    await office.hire(by_day, by_night)
    await office.open_on(None, Weekday.THURSDAY)
    one, other = await office.wait(by_day), await office.wait(by_night)

    await office.assign()
    assert [held is None for held in await office.holders(one, other)] == [True, False]

    await office.open_on(by_day, *WEEKDAYS)
    await office.assign()
    assert None not in await office.holders(one)


async def test_what_waits_nowhere_comes_into_the_default_queue(office: Office, support: DepartmentId) -> None:
    ana = await office.hire(support)
    waiting = await office.wait(None)

    await office.assign()

    loaded = await office.load(waiting)
    assert (loaded.department_id, loaded.assigned_to) == (support, ana)


async def test_the_customer_is_told_who_is_there(office: Office, support: DepartmentId, database_url: str) -> None:
    await office.switch_on(BotTextKey.ASSIGNED)
    await office.hire(support)
    waiting = await office.wait(support)

    await office.assign()

    [row] = await fetch(database_url, "SELECT sender, content FROM messages WHERE conversation_id = $1", waiting)
    assert row["sender"] == "system"
    assert "Ana está com você agora." in row["content"]


async def test_what_a_flow_said_before_it_handed_over_still_goes_out(
    office: Office, support: DepartmentId, database_url: str
) -> None:
    await office.hire(support)
    waiting = await office.load(await office.wait(support))
    async with office.uow(office.tenant_id) as tx:
        goodbye = a_message(waiting, sender=SenderKind.BOT)
        await tx.outbound.queue(goodbye, an_intent(goodbye, await tx.contacts.get(waiting.contact_id)))

    await office.assign()

    assert await office.holders(waiting.id) != [None]
    [row] = await fetch(database_url, "SELECT status FROM messages WHERE id = $1", goodbye.id)
    assert row["status"] == "queued"


class TestAnOrder:
    """Is made with the change that calls for it, once for all that happen before it is begun."""

    async def orders(self, database_url: str, kind: str) -> int:
        query = "SELECT count(*) AS orders FROM platform.jobs WHERE entrypoint LIKE '%' || $1 || '%'"
        return int((await fetch(database_url, query, kind))[0]["orders"])

    async def test_follows_when_somebody_begins_to_wait_comes_or_has_room(
        self, office: Office, support: DepartmentId, database_url: str
    ) -> None:
        ana = await office.hire(support, is_there=False)
        waiting = await office.wait(support)
        assert await self.orders(database_url, "assign_waiting") == 0

        for _ in range(2):
            async with office.uow(office.tenant_id) as tx:
                conversation = await tx.conversations.get(waiting)
                conversation.assign(ana, by=SYSTEM, now=office.clock.now())
                conversation.hand_to_people(department_id=support, reason=None, by=SYSTEM, now=office.clock.now())
                await tx.conversations.save(conversation)
        await office.stir(ana)
        await office.settle(office.tenant_id)

        assert await self.orders(database_url, "assign_waiting") == 1

    async def test_follows_when_somebody_goes(self, office: Office, support: DepartmentId, database_url: str) -> None:
        await office.hire(support)
        await office.settle(office.tenant_id)
        office.clock.advance(OFFLINE_AFTER)

        await office.settle(office.tenant_id)

        assert await self.orders(database_url, "return_unanswered") == 1


class TestWhoeverGoes:
    """Keeps nobody waiting."""

    async def test_gives_back_what_they_did_not_answer_when_they_stay_away(
        self, office: Office, support: DepartmentId
    ) -> None:
        ana = await office.hire(support)
        waiting = await office.wait(support)
        await office.assign()
        office.clock.advance(OFFLINE_AFTER)
        bia = await office.hire(support)

        await office.give_back(ana)
        assert await office.holders(waiting) == [ana]

        office.clock.advance(15 * MINUTE)
        await office.stir(bia)
        await office.give_back(ana)
        await office.assign()
        assert await office.holders(waiting) == [bia]

    async def test_keeps_theirs_when_they_are_back(self, office: Office, support: DepartmentId) -> None:
        ana = await office.hire(support)
        waiting = await office.wait(support)
        await office.assign()
        office.clock.advance(20 * MINUTE)
        await office.stir(ana)

        await office.give_back(ana)

        assert await office.holders(waiting) == [ana]

    async def test_gives_back_what_is_of_a_department_they_left(self, office: Office, support: DepartmentId) -> None:
        sales = await office.department("Vendas")
        ana = await office.hire(support, sales)
        of_support, of_sales = await office.wait(support), await office.wait(sales)
        await office.assign()

        await office.give_back(ana, support)
        assert await office.holders(of_support, of_sales) == [ana, ana]

        async with office.uow(office.tenant_id) as tx:
            await tx.departments.set_members(support, [])
        await office.give_back(ana, support)
        assert await office.holders(of_support, of_sales) == [None, ana]
