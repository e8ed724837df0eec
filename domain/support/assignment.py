"""Who gets the next waiting conversation: a pure choice among those who are there and have room."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import msgspec

from domain.shared.ids import ConversationId, DepartmentId, UserId

_NEVER = datetime.min.replace(tzinfo=UTC)


class InTurn(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation that waits; `last_agent` had its contact lately."""

    conversation_id: ConversationId
    department_id: DepartmentId
    last_agent: UserId | None = None


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is there, in one of their departments; `in_hand` and `capacity` are of all together."""

    user_id: UserId
    department_id: DepartmentId
    in_hand: int
    capacity: int
    last_assigned_at: datetime | None = None


class Allotment(msgspec.Struct, frozen=True, kw_only=True):
    """Who gets which."""

    conversation_id: ConversationId
    department_id: DepartmentId
    user_id: UserId


def allot(
    waiting: Iterable[InTurn], members: Iterable[Member], *, least_busy: Mapping[DepartmentId, bool]
) -> list[Allotment]:
    """Give the conversations, in their order, to members of their departments; nobody gets more than fits.

    The contact's last agent goes first. Then, in a department that wants it, whoever has least in hand, and else
    whoever's turn it is: it is longest since they got one.
    """
    desks = _Desks(members)
    allotted = []
    for one in waiting:
        chosen = desks.choose(one, least_busy=least_busy.get(one.department_id, False))
        if chosen is not None:
            desks.give(chosen, one.department_id)
            allotted.append(
                Allotment(conversation_id=one.conversation_id, department_id=one.department_id, user_id=chosen)
            )
    return allotted


class _Desks:
    """What everybody has in hand while conversations are given out."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._in_hand: dict[UserId, int] = {}
        self._capacity: dict[UserId, int] = {}
        self._turns: dict[DepartmentId, dict[UserId, tuple[int, datetime]]] = {}
        self._given = 0
        for member in members:
            self._in_hand[member.user_id] = member.in_hand
            self._capacity[member.user_id] = member.capacity
            turns = self._turns.setdefault(member.department_id, {})
            turns[member.user_id] = (0, member.last_assigned_at or _NEVER)

    def choose(self, one: InTurn, *, least_busy: bool) -> UserId | None:
        """Choose among those of its department who have room; None when nobody has."""
        turns = self._turns.get(one.department_id, {})
        free = [user_id for user_id in turns if self._in_hand[user_id] < self._capacity[user_id]]
        if not free:
            return None
        if one.last_agent in free:
            return one.last_agent

        def order(user_id: UserId) -> tuple[int, tuple[int, datetime], UserId]:
            return self._in_hand[user_id] if least_busy else 0, turns[user_id], user_id

        return min(free, key=order)

    def give(self, user_id: UserId, department_id: DepartmentId) -> None:
        """Count it, and let their turn in this department come after everybody's."""
        self._given += 1
        self._in_hand[user_id] += 1
        self._turns[department_id][user_id] = (self._given, _NEVER)
