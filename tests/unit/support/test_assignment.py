"""Who gets the next waiting conversation."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.shared.ids import ConversationId, DepartmentId, UserId
from domain.support.assignment import Allotment, InTurn, Member, allot

NOW = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
SALES, SUPPORT = DepartmentId(UUID(int=1)), DepartmentId(UUID(int=2))
ANA, BIA, CAIO = (UserId(UUID(int=number)) for number in (11, 12, 13))


def waiting(number: int, department_id: DepartmentId = SALES, *, last_agent: UserId | None = None) -> InTurn:
    return InTurn(
        conversation_id=ConversationId(UUID(int=100 + number)), department_id=department_id, last_agent=last_agent
    )


def member(user_id: UserId, department_id: DepartmentId = SALES, **changed: object) -> Member:
    return Member(**{"user_id": user_id, "department_id": department_id, "in_hand": 0, "capacity": 10, **changed})


def given_to(allotted: list[Allotment]) -> list[UserId]:
    return [one.user_id for one in allotted]


def test_each_has_a_turn_and_whoever_waited_longest_begins() -> None:
    members = [member(ANA, last_assigned_at=NOW), member(BIA), member(CAIO, last_assigned_at=NOW - timedelta(hours=1))]

    allotted = allot([waiting(number) for number in range(4)], members, least_busy={})

    assert given_to(allotted) == [BIA, CAIO, ANA, BIA]


def test_whoever_has_least_in_hand_gets_it_where_that_is_wanted() -> None:
    members = [member(ANA, in_hand=2), member(BIA, in_hand=1)]

    allotted = allot([waiting(number) for number in range(3)], members, least_busy={SALES: True})

    assert given_to(allotted) == [BIA, ANA, BIA]


def test_a_contact_comes_to_their_last_agent_while_there_is_room() -> None:
    members = [member(ANA), member(BIA, in_hand=9)]
    queue = [waiting(number, last_agent=BIA) for number in range(2)]

    assert given_to(allot(queue, members, least_busy={})) == [BIA, ANA]


def test_nobody_of_another_department_gets_it() -> None:
    assert allot([waiting(1, SUPPORT, last_agent=ANA)], [member(ANA, SALES)], least_busy={}) == []


@st.composite
def offices(draw: st.DrawFn) -> tuple[list[InTurn], list[Member]]:
    departments = [DepartmentId(UUID(int=number)) for number in range(1, 4)]
    users = [UserId(UUID(int=number)) for number in range(11, 16)]
    members = []
    for user_id in draw(st.sets(st.sampled_from(users))):
        in_hand, capacity = draw(st.integers(0, 3)), draw(st.integers(0, 4))
        theirs = draw(st.sets(st.sampled_from(departments), min_size=1))
        members += [member(user_id, one, in_hand=in_hand, capacity=capacity) for one in theirs]
    of = st.sampled_from(departments)
    last = st.none() | st.sampled_from(users)
    queue = [waiting(number, draw(of), last_agent=draw(last)) for number in range(draw(st.integers(0, 15)))]
    return queue, members


@given(office=offices(), least_busy=st.booleans())
def test_all_is_given_that_fits_in_order_and_nothing_more(
    office: tuple[list[InTurn], list[Member]],
    least_busy: bool,  # noqa: FBT001
) -> None:
    queue, members = office

    allotted = allot(queue, members, least_busy=dict.fromkeys([one.department_id for one in queue], least_busy))

    in_hand = Counter({one.user_id: one.in_hand for one in members}) + Counter(given_to(allotted))
    capacity = {one.user_id: one.capacity for one in members}
    before = {one.user_id: one.in_hand for one in members}
    assert len({one.conversation_id for one in allotted}) == len(allotted)
    for user_id in set(given_to(allotted)):
        assert in_hand[user_id] <= max(capacity[user_id], before[user_id])
    assert {(one.user_id, one.department_id) for one in allotted} <= {
        (one.user_id, one.department_id) for one in members
    }
    got = {one.conversation_id for one in allotted}
    for left in (one for one in queue if one.conversation_id not in got):
        free = [
            one for one in members if one.department_id == left.department_id and in_hand[one.user_id] < one.capacity
        ]
        assert free == []
