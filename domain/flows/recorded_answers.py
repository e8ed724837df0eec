"""What the world answered in a real session, for another graph that asks."""

import msgspec

from domain.flows.effects import AskAi, Call, CallApi, CallErp, Effect
from domain.flows.replay import Recording
from domain.flows.sprint import Sprint
from domain.flows.stimuli import EffectDone, EffectFailed

Answered = EffectDone | EffectFailed


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """A call of the real session and its answer; `place` counts the stimuli before it."""

    call: Call
    answer: Answered
    place: int


class RecordedAnswers:
    """Each is given once: to the same question, else to one that is about the same thing."""

    def __init__(self, recording: Recording, real: tuple[Sprint, ...]) -> None:
        asked = {effect.id: effect for sprint in real for effect in sprint.effects}
        self._left = [
            Recorded(call=call, answer=heard.stimulus, place=place)
            for place, heard in enumerate(recording.heard[: len(real)])
            if isinstance(heard.stimulus, EffectDone | EffectFailed)
            and isinstance(call := asked.get(heard.stimulus.effect_id), CallApi | CallErp | AskAi)
        ]

    def forget(self, effect_id: str) -> None:
        """Leave out what was told to the session itself."""
        self._left = [one for one in self._left if one.call.id != effect_id]

    def take(self, call: Call) -> Recorded | None:
        """Give what answers a call; None when nothing like it was asked."""
        for gist in (_exactly, _roughly):
            for number, recorded in enumerate(self._left):
                if gist(recorded.call) == gist(call):
                    return self._left.pop(number)
        return None


def _exactly(call: Effect) -> object:
    return msgspec.structs.replace(call, id="")


def _roughly(call: Call) -> object:
    """Say what a call is about: the same address, the same operation, any question to a model."""
    match call:
        case CallApi(method=method, url=url):
            return "api", method, url.partition("?")[0]
        case CallErp(operation=operation):
            return "erp", operation
        case AskAi():
            return "ai"
