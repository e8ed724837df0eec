"""What the doctor found at one hop."""

from enum import StrEnum

import msgspec


class State(StrEnum):
    """Whether a hop holds; what rests on a broken one is not tried, for its own state cannot be told."""

    OK = "ok"
    BROKEN = "broken"
    NOT_TRIED = "not tried"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A hop, its state, what was seen, what to do where it does not hold, and the broken hop that it rests on."""

    hop: str
    state: State
    seen: str = ""
    fix: str = ""
    rests_on: str = ""

    @property
    def ok(self) -> bool:
        """Whether the hop was tried and holds."""
        return self.state is State.OK


def good(hop: str, seen: str = "") -> Finding:
    """Note a hop that holds."""
    return Finding(hop=hop, state=State.OK, seen=seen)


def broken(hop: str, seen: str, *, fix: str) -> Finding:
    """Note a broken hop and its fix."""
    return Finding(hop=hop, state=State.BROKEN, seen=seen, fix=fix)


def not_tried(hop: str, *, because: str) -> Finding:
    """Note a hop that rests on a broken one."""
    return Finding(hop=hop, state=State.NOT_TRIED, seen=f"not tried: {because} comes first", rests_on=because)
