"""Pieces of a reply, typed one after the other, become one."""

from datetime import timedelta

import msgspec

from domain.flows.effects import CancelTimer
from domain.flows.limits import MAX_FRAGMENTS, MAX_JOINING
from domain.flows.session import Reply
from domain.flows.timers import set_timer
from domain.flows.turn import Turn
from domain.shared.content import Text


def is_fragment(reply: Reply) -> bool:
    """Whether more may belong to it: what was typed, and not what was pressed or sent."""
    return isinstance(reply.content, Text)


def gather(turn: Turn, reply: Reply, *, seconds: float) -> bool:
    """Keep a piece and listen for more; False when it is enough by now, and what is gathered is to be heard."""
    session = turn.session
    since = session.heard_since or turn.at
    turn.change(heard=(*session.heard, reply), heard_since=since)
    _stop_listening(turn)
    due_at = min(turn.at + timedelta(seconds=seconds), since + MAX_JOINING)
    if due_at <= turn.at or len(turn.session.heard) >= MAX_FRAGMENTS:
        return False
    turn.change(joining=set_timer(turn, due_at=due_at))
    return True


def take_heard(turn: Turn, *, fired: str | None = None) -> Reply | None:
    """Give what was gathered as one reply, and stop listening; None when nothing was."""
    heard = turn.session.heard
    _stop_listening(turn, fired=fired)
    turn.change(heard=(), heard_since=None)
    return joined(heard) if heard else None


def next_reply(pending: tuple[Reply, ...], *, joins: bool) -> tuple[Reply, tuple[Reply, ...]]:
    """Give the first of the kept replies and the rest; with `joins`, pieces typed in a row are one."""
    count = 1
    while joins and count < len(pending) and is_fragment(pending[0]) and is_fragment(pending[count]):
        count += 1
    return joined(pending[:count]), pending[count:]


def joined(replies: tuple[Reply, ...]) -> Reply:
    """Make one of several: the last message, with every text on a line."""
    if len(replies) == 1:
        return replies[0]
    text = "\n".join(reply.text for reply in replies)
    return msgspec.structs.replace(replies[-1], content=Text(body=text), text=text)


def _stop_listening(turn: Turn, *, fired: str | None = None) -> None:
    joining = turn.session.joining
    if joining is not None and joining != fired:
        turn.effects.append(CancelTimer(id=turn.next_id(), timer_id=joining))
    turn.change(joining=None)
