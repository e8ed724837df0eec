"""The longest that the contact may have been silent at each point of a graph, however the session got there.

Points are joined by ways on which time passes (`carried`) and by replies, after which the clock begins anew
(`fresh`). On a loop on which time passes without a reply the silence has no bound; everywhere else the answer is the
longest way, found in one pass over the graph's components.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from domain.flows.graph import Meter, components

NEVER = -math.inf
"""No way leads here."""


class Point(NamedTuple):
    """A place of a flow: a node (or an end), whether replies may be waiting to be heard, and where in the node."""

    node: str
    kept: bool
    stage: str


class Silence(NamedTuple):
    """How long the contact may have been silent, in seconds.

    `since_start` is added to the silence at the start, along ways without a reply; `since_reply` is counted from the
    latest reply on the way. Both NEVER: this place is not reached.
    """

    since_start: float = NEVER
    since_reply: float = NEVER

    @property
    def is_reached(self) -> bool:
        """Whether any way leads here."""
        return max(self) > NEVER

    def longest(self, before: float) -> float:
        """Give the longest silence, when it was `before` at the start."""
        return max(_sum(self.since_start, before), self.since_reply)

    def then(self, further: "Silence") -> "Silence":
        """Give the silence at the end of a further way that begins here."""
        if not self.is_reached:
            return Silence()
        on_from_reply = _sum(self.since_reply, further.since_start)
        return Silence(_sum(self.since_start, further.since_start), max(on_from_reply, further.since_reply))

    def joined(self, other: "Silence") -> "Silence":
        """Give the longer of both."""
        return Silence(max(self.since_start, other.since_start), max(self.since_reply, other.since_reply))


def _sum(first: float, second: float) -> float:
    """Add; what is never reached stays so, also in the presence of the endless."""
    return NEVER if NEVER in (first, second) else first + second


class TimeGraph(msgspec.Struct):
    """Points, and how they are joined; seconds."""

    carried: dict[Point, dict[Point, float]] = msgspec.field(default_factory=dict)
    fresh: dict[Point, dict[Point, float]] = msgspec.field(default_factory=dict)

    def carry(self, source: Point, target: Point, seconds: float = 0) -> None:
        """Let time pass."""
        ways = self.carried.setdefault(source, {})
        ways[target] = max(ways.get(target, NEVER), seconds)

    def reply(self, source: Point, target: Point, seconds: float = 0) -> None:
        """Let the contact write, and so much time pass afterwards."""
        ways = self.fresh.setdefault(source, {})
        ways[target] = max(ways.get(target, NEVER), seconds)


def silences(graph: TimeGraph, start: Point, meter: Meter) -> dict[Point, Silence]:
    """Give the longest silence at every point that is reached from `start`."""
    found = _points(graph, start, meter)
    ordered = components(graph.carried, found, meter)[::-1]
    since_start = _longest(graph, ordered, {start: 0.0}, meter)
    seeds: dict[Point, float] = {}
    for source in found:
        for target, seconds in graph.fresh.get(source, {}).items():
            seeds[target] = max(seeds.get(target, NEVER), seconds)
    since_reply = _longest(graph, ordered, seeds, meter)
    return {point: Silence(since_start.get(point, NEVER), since_reply.get(point, NEVER)) for point in found}


def _points(graph: TimeGraph, start: Point, meter: Meter) -> dict[Point, None]:
    seen: dict[Point, None] = {}
    opened = [start]
    while opened:
        point = opened.pop()
        meter.steps += 1
        if point not in seen:
            seen[point] = None
            opened.extend(graph.carried.get(point, ()))
            opened.extend(graph.fresh.get(point, ()))
    return seen


def _longest(
    graph: TimeGraph, ordered: list[list[Point]], seeds: Mapping[Point, float], meter: Meter
) -> dict[Point, float]:
    """Give the longest ways from the seeds; `ordered` are the components, each before those that it leads to."""
    values = dict(seeds)
    for component in ordered:
        value = max(values.get(point, NEVER) for point in component)
        if value == NEVER:
            continue
        within = set(component)
        grows = any(
            seconds > 0
            for point in component
            for target, seconds in graph.carried.get(point, {}).items()
            if target in within
        )
        for point in component:
            values[point] = math.inf if grows else value
            for target, seconds in graph.carried.get(point, {}).items():
                meter.steps += 1
                if target not in within:
                    values[target] = max(values.get(target, NEVER), values[point] + seconds)
    return values
