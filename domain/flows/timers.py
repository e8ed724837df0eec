"""Timers of a session: the node's own, and the one that ends a session nobody answers."""

from datetime import datetime, timedelta

from domain.flows.durations import minutes
from domain.flows.effects import CancelTimer, SetTimer
from domain.flows.moves import Ask
from domain.flows.session import SessionStatus
from domain.flows.turn import Turn


def set_timer(
    turn: Turn, *, due_at: datetime | None = None, after: timedelta | None = None, sent_by: str | None = None
) -> str:
    """Set a timer; gives the effect's id."""
    timer = SetTimer(id=turn.next_id(), due_at=due_at, after=after, sent_by=sent_by)
    turn.effects.append(timer)
    return timer.id


def arm(ask: Ask, *, turn: Turn, session_minutes: float) -> None:
    """Wait for a reply. The session's own timer is left out where the node's comes first anyway."""
    whole = minutes(session_minutes)
    timer = _reply_timer(turn, ask.asked, ask.timeout) if ask.timeout else None
    expiry = _reply_timer(turn, ask.asked, whole) if ask.timeout is None or ask.timeout > whole else None
    turn.change(status=SessionStatus.WAITING, awaiting=timer, expiry=expiry, asked=ask.asked)


def _reply_timer(turn: Turn, asked: str | None, length: timedelta) -> str:
    """Count from when the provider accepted the question; where none was sent, from now."""
    if asked is None:
        return set_timer(turn, due_at=turn.at + length)
    return set_timer(turn, after=length, sent_by=asked)


def disarm(turn: Turn, *, fired: str | None = None) -> None:
    """Forget the timers of the wait that is over, but for the one that fired, and what was heard meanwhile."""
    session = turn.session
    for timer_id in (session.awaiting, session.expiry, session.joining):
        if timer_id is not None and timer_id != fired and session.status is SessionStatus.WAITING:
            turn.effects.append(CancelTimer(id=turn.next_id(), timer_id=timer_id))
    turn.change(status=SessionStatus.ACTIVE, awaiting=None, expiry=None, joining=None, heard=(), heard_since=None)
