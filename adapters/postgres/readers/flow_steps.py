"""A session's sprints as one row of steps, each with what it sent and asked."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from adapters.postgres.connection import Row
from application.ports.readers.flow_sessions import CallOfStep, EffectOfStep, MessageOfStep, StepRow
from domain.flows.sprint import Step

_TRACE = msgspec.json.Decoder(tuple[Step, ...])
_MILLISECOND = timedelta(milliseconds=1)


def steps_of(sprints: Sequence[Row], *, sent: Sequence[Row], calls: Sequence[CallOfStep]) -> list[StepRow]:
    """Put the traces one after the other, and beside each effect what became of it."""
    messages = {row["effect_id"]: _message_of(row) for row in sent}
    asked = {call.effect_id: call for call in calls}
    steps: list[StepRow] = []
    for sprint in sprints:
        for step in _TRACE.decode(sprint["trace"]):
            effects = [EffectOfStep(id=each, message=messages.get(each), call=asked.get(each)) for each in step.effects]
            before = steps[-1].at if steps else step.at
            steps.append(_shown(step, sprint["number"], after=step.at - before, effects=effects))
    return steps


def _shown(step: Step, number: int, *, after: timedelta, effects: list[EffectOfStep]) -> StepRow:
    return StepRow(
        sprint=number,
        node=step.node,
        type=step.type,
        event=step.event,
        at=step.at,
        after_ms=after // _MILLISECOND,
        version_id=step.version,
        edge=step.edge,
        reason=step.reason,
        values=dict(step.values),
        effects=effects,
    )


def _message_of(row: Row) -> MessageOfStep:
    return MessageOfStep(id=row["id"], type=row["type"], status=row["status"], error_code=row["error_code"])


def call_of(row: Row) -> CallOfStep:
    """Read a call: how it went, and nothing of what was said."""
    took = _between(row["began_at"] or row["ordered_at"], row["settled_at"])
    return CallOfStep(
        effect_id=row["effect_id"],
        kind=row["kind"],
        status=row["status"],
        tries=row["tries"],
        ordered_at=row["ordered_at"],
        settled_at=row["settled_at"],
        milliseconds=took,
        error_code=row["error_code"],
    )


def _between(began: datetime, settled: datetime | None) -> int | None:
    return None if settled is None else (settled - began) // _MILLISECOND
