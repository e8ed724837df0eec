"""`random`: goes one of several ways by chance, for A/B tests.

{"id": "n12", "type": "random", "data": {"branches": [{"id": "a", "weight": 1}, {"id": "b", "weight": 3}]}}
"""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Annotated

import msgspec

from domain.flows.limits import MAX_BRANCHES
from domain.flows.moves import Leave, Move
from domain.flows.nodes.base import Node, Problem
from domain.flows.turn import NodeFailedError, Turn

_MAX_WEIGHT = 1_000_000
"""Weights are compared with each other; nobody needs a finer share than one in a million."""
_WHOLE = 2**64


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """One way, and how often it is gone compared with the others."""

    id: str
    weight: Annotated[float, msgspec.Meta(ge=0, le=_MAX_WEIGHT)] = 1


class RandomData(msgspec.Struct, frozen=True, kw_only=True):
    """The ways."""

    branches: tuple[Branch, ...] = ()


class Random(Node, frozen=True, tag="random"):
    """Leaves by the id of a branch. The same session goes the same way whenever the same sprint is run again."""

    data: RandomData = RandomData()

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """Each branch that can be gone."""
        return tuple((branch.id,) for branch in self.data.branches if branch.weight > 0)

    def enter(self, turn: Turn) -> Move:
        """Choose."""
        total = sum(branch.weight for branch in self.data.branches)
        point = _chance(turn, self.id) * total
        reached = 0.0
        for branch in self.data.branches:
            reached += branch.weight
            if point < reached:
                turn.note("branch", branch.id)
                return Leave(event="chosen", handles=(branch.id,))
        raise NodeFailedError("no_branches", "there is no branch to go")

    def problems(self) -> Iterator[Problem]:
        """Check that there is something to choose from."""
        if not any(branch.weight > 0 for branch in self.data.branches):
            yield Problem("no_branches", "there is no branch to go")
        if len(self.data.branches) > MAX_BRANCHES:
            yield Problem("too_many_branches", f"at most {MAX_BRANCHES} branches")
        for repeated, times in Counter(branch.id for branch in self.data.branches).items():
            if times > 1:
                yield Problem("same_choice_twice", f"two branches have the id '{repeated}'")


def _chance(turn: Turn, node: str) -> float:
    """Give a number from 0 up to 1 that hangs on nothing but where the session stands."""
    session = turn.session
    place = f"{turn.seed}|{session.id}|{node}|{session.sprints}|{turn.step}"
    return int.from_bytes(sha256(place.encode("utf-8", "replace")).digest()[:8]) / _WHOLE
