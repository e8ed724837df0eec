"""What is written down of a rehearsal: what was said, which way it went, and what was wanted of the world."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from domain.flows.choices import offered_in
from domain.flows.effects import Effect
from domain.flows.sprint import Sprint, Step
from domain.flows.text import fold
from domain.shared.content import Choice, Content
from domain.shared.ids import FlowVersionId


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One message of the transcript, by the `contact` or the `bot`."""

    by: str
    text: str
    at: datetime
    choices: tuple[str, ...] = ()
    content: Content


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """An effect, and the node that wanted it, in the flow of `version` where that is not the one that is tested."""

    node: str | None
    version: FlowVersionId | None
    effect: Effect


def told_apart(trace: Iterable[Step], elsewhere: FlowVersionId | None) -> list[Step]:
    """Give the steps with their version where they were not in the flow that is tested."""
    return [msgspec.structs.replace(step, version=step.version or elsewhere) for step in trace]


def done_in(sprint: Sprint, elsewhere: FlowVersionId | None) -> list[Done]:
    """Give a sprint's effects, each with the node whose step names it."""
    wanted_by = {effect_id: step for step in sprint.trace for effect_id in step.effects}
    return [_done(effect, wanted_by.get(effect.id), elsewhere) for effect in sprint.effects]


def offered(transcript: Sequence[Line], title: str) -> Choice | None:
    """Find the choice of that title, or id, in the last of the bot's messages that offered any."""
    for line in reversed(transcript):
        choices = offered_in(line.content) if line.by == "bot" else ()
        if choices:
            return next((choice for choice in choices if fold(title) in {fold(choice.title), choice.id}), None)
    return None


def _done(effect: Effect, step: Step | None, elsewhere: FlowVersionId | None) -> Done:
    if step is None:
        return Done(node=None, version=elsewhere, effect=effect)
    return Done(node=step.node or None, version=step.version or elsewhere, effect=effect)
