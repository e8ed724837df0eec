"""`wait`: for the contact's reply, for a while, or until a time.

{"id": "n4", "type": "wait", "data": {"for": "reply", "timeout_minutes": 60}}
{"id": "n5", "type": "wait", "data": {"for": "duration", "duration": "2h"}}
{"id": "n6", "type": "wait", "data": {"until": "now + duration('24h')"}}
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from domain.flows.durations import minutes, read_duration
from domain.flows.limits import MAX_WAIT
from domain.flows.moves import Ask, Keep, Leave, Move, Sleep
from domain.flows.nodes.base import Minutes, Node, Problem, Snippet
from domain.flows.nodes.parts import variable_name
from domain.flows.session import Reply
from domain.flows.turn import NodeFailedError, Turn

_REPLY = "reply"
_DURATION = "duration"


class WaitData(msgspec.Struct, frozen=True, kw_only=True):
    """`for` is `reply`, `duration` or a duration itself; `until` is an expression that gives a time."""

    what: str = msgspec.field(default=_REPLY, name="for")
    duration: str = ""
    until: str = ""
    timeout_minutes: Minutes | None = None
    save_as: str = ""


class Wait(Node, frozen=True, tag="wait"):
    """For a reply: leaves by default, `timeout`. For a time: by default, or `reply` when the contact speaks first."""

    data: WaitData = WaitData()

    @property
    def pauses(self) -> bool:
        """It waits; a time that an expression gives may already be over."""
        return not self.data.until

    @property
    def _is_for_reply(self) -> bool:
        return not self.data.until and self.data.what == _REPLY

    @property
    def _length(self) -> timedelta | None:
        return read_duration(self.data.duration if self.data.what == _DURATION else self.data.what)

    def enter(self, turn: Turn) -> Move:
        """Begin to wait."""
        if self._is_for_reply:
            limit = self.data.timeout_minutes
            return Ask(event="waits", asked=turn.last_sent, timeout=minutes(limit) if limit else None)
        until = self._until(turn)
        if until <= turn.at:
            return Leave(event="waited", reason="the time is already over")
        return Sleep(event="waits", until=until)

    def listens(self, turn: Turn) -> bool:
        """Say whether it waits for a reply, or one may interrupt it."""
        return self._is_for_reply or _REPLY in turn.handles

    def hear(self, turn: Turn, reply: Reply) -> Move:
        """Take the reply that was waited for."""
        if self._is_for_reply:
            turn.change(reply=reply)
            if self.data.save_as:
                turn.set_variables({variable_name(self.data.save_as): reply.text})
            return Leave(event="answered")
        if _REPLY not in turn.handles:
            return Keep(event="kept", reason="the session waits for a time")
        turn.change(reply=reply)
        return Leave(event="answered", handles=(_REPLY,), only=True)

    def wake(self, turn: Turn) -> Move:
        """Go on: a time waited for has come, or the reply has not."""
        return super().wake(turn) if self._is_for_reply else Leave(event="waited")

    def _until(self, turn: Turn) -> datetime:
        if not self.data.until:
            length = self._length
            if length is None:
                raise NodeFailedError("bad_duration", f"'{self.data.duration or self.data.what}' is no duration")
            return turn.at + min(length, MAX_WAIT)
        return _moment(turn.evaluate(self.data.until), turn.at)

    def snippets(self) -> Iterator[Snippet]:
        """Give its expression."""
        if self.data.until:
            yield Snippet("expression", "data.until", self.data.until)

    def problems(self) -> Iterator[Problem]:
        """Check the duration."""
        if self.data.until or self.data.what == _REPLY:
            return
        length = self._length
        if length is None:
            yield Problem("bad_duration", "a duration reads like 30m, 2h or 1d")
        elif length > MAX_WAIT:
            yield Problem("wait_too_long", f"no wait is longer than {MAX_WAIT.days} days")


def _moment(value: object, at: datetime) -> datetime:
    """Read a time; one without a zone is in the zone of `at`. Raises NodeFailedError."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        found = None
    if isinstance(found, timedelta):
        return at + min(max(found, timedelta()), MAX_WAIT)
    if not isinstance(found, datetime):
        raise NodeFailedError("bad_time", f"'{value}' is no time")
    moment = found if found.tzinfo else found.replace(tzinfo=at.tzinfo)
    if moment - at > MAX_WAIT:
        raise NodeFailedError("wait_too_long", f"no wait is longer than {MAX_WAIT.days} days")
    return moment
