"""Makes a flow's numbers of what was counted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlencode

from application.flows.flow_counts import (
    AnswerNumbers,
    BranchNumbers,
    Count,
    EdgeNumbers,
    EventNumbers,
    NodeNumbers,
    QuestionNumbers,
    Totals,
    VersionTotals,
)
from application.ports.readers.flow_numbers import FlowTallies, StepKind, StepTally, VersionTally
from domain.flows.answers import Kind
from domain.flows.flow import FlowVersion
from domain.flows.nodes.question import Question
from domain.flows.session import SessionStatus

SHARED_BY = 3
"""Sessions that must have given an answer before its words are told: what many say is nobody's secret."""
_NEVER_TOLD = frozenset({Kind.EMAIL, Kind.PHONE, Kind.CPF, Kind.CNPJ, Kind.MEDIA, Kind.LOCATION})
_ANSWERS = ("answer", "choice")


class Analysis:
    """Makes numbers of tallies; `shown` is the version whose nodes are named also when nobody came by."""

    def __init__(self, tallies: FlowTallies, *, shown: FlowVersion, asked: Mapping[str, object]) -> None:
        self._tallies, self._shown = tallies, shown
        self._asked = {name: value for name, value in asked.items() if value is not None}
        self._steps: dict[tuple[StepKind, str], list[StepTally]] = defaultdict(list)
        for step in tallies.steps:
            self._steps[step.kind, step.node].append(step)

    def totals(self) -> Totals:
        """Count all versions together."""
        return Totals(**self._totals(self._tallies.versions, {}))

    def versions(self) -> list[VersionTotals]:
        """Count each version that had sessions, the latest first."""
        numbers = sorted({tally.number for tally in self._tallies.versions}, reverse=True)
        return [
            VersionTotals(
                version=number,
                **self._totals([one for one in self._tallies.versions if one.number == number], {"version": number}),
            )
            for number in numbers
        ]

    def nodes(self) -> list[NodeNumbers]:
        """Count each node of the shown version, and those of others that sessions came by."""
        stops: dict[str, dict[SessionStatus, int]] = defaultdict(dict)
        for stop in self._tallies.stops:
            stops[stop.node][stop.status] = stop.sessions
        known = {node.id: node.type for node in self._shown.document.nodes}
        known |= {step.node: step.type for step in self._tallies.steps if step.node not in known}
        return [self._node(node, kind, stops.get(node, {})) for node, kind in known.items()]

    def edges(self) -> list[EdgeNumbers]:
        """Count each edge of the shown version, and those of others that were taken."""
        taken = {step.name or "": step for step in self._tallies.steps if step.kind is StepKind.EDGE}
        known = {edge.id: edge.source for edge in self._shown.document.edges}
        known |= {edge: step.node for edge, step in taken.items() if edge not in known}
        return [
            EdgeNumbers(
                edge=edge,
                node=node,
                times=taken[edge].times if edge in taken else 0,
                sessions=self._count(taken[edge].sessions if edge in taken else 0, edge=edge),
            )
            for edge, node in known.items()
        ]

    def questions(self) -> list[QuestionNumbers]:
        """Count what was answered, where something was asked."""
        return [self._question(node) for (kind, node) in self._steps if kind is StepKind.EVENT and self._asks(node)]

    def random(self) -> list[BranchNumbers]:
        """Count the branches of random nodes."""
        return [
            BranchNumbers(node=node, branches=self._values(node, ("branch",), shared_by=1))
            for (kind, node), steps in self._steps.items()
            if kind is StepKind.VALUE and steps[0].name == "branch"
        ]

    # Parts of it

    def _count(self, count: int, **filters: object) -> Count:
        return Count(count=count, sessions=urlencode({**self._asked, **filters}))

    def _totals(self, tallies: Iterable[VersionTally], filters: dict[str, object]) -> dict[str, Count]:
        by_status: dict[SessionStatus, int] = defaultdict(int)
        for tally in tallies:
            by_status[tally.status] += tally.sessions
        running = sum(number for status, number in by_status.items() if not status.is_over)
        return {
            "started": self._count(sum(by_status.values()), **filters),
            **{
                status.value: self._count(by_status.get(status, 0), **filters, status=status.value)
                for status in SessionStatus
                if status.is_over
            },
            "in_progress": self._count(running, **filters, running="true"),
        }

    def _node(self, node: str, kind: str, stops: dict[SessionStatus, int]) -> NodeNumbers:
        visits = next(iter(self._steps.get((StepKind.NODE, node), ())), None)
        return NodeNumbers(
            node=node,
            type=kind,
            visits=visits.times if visits else 0,
            sessions=self._count(visits.sessions if visits else 0, node=node),
            stopped=self._count(sum(stops.values()), stopped_at=node),
            stopped_by_status=stops,
            median_ms=visits.median_ms if visits else None,
            events=[
                EventNumbers(
                    event=step.name or "",
                    times=step.times,
                    sessions=self._count(step.sessions, node=node, event=step.name),
                )
                for step in self._steps.get((StepKind.EVENT, node), ())
            ],
        )

    def _asks(self, node: str) -> bool:
        return any(step.name == "asked" for step in self._steps[StepKind.EVENT, node])

    def _question(self, node: str) -> QuestionNumbers:
        events = {step.name: step for step in self._steps[StepKind.EVENT, node]}

        def happened(*names: str) -> Count:
            name = next((name for name in names if name in events), names[0])
            return self._count(events[name].sessions if name in events else 0, node=node, event=name)

        shared_by = self._shared_by(node)
        return QuestionNumbers(
            node=node,
            type=next(iter(events.values())).type,
            asked=happened("asked"),
            answered=happened("answered"),
            invalid=happened("invalid", "asked_again"),
            timed_out=happened("timed_out"),
            failed=happened("failed"),
            told=shared_by == 1,
            answers=self._values(node, _ANSWERS, shared_by=shared_by) if shared_by else [],
        )

    def _shared_by(self, node: str) -> int:
        """Say in how many sessions an answer must be to be told: 1 of choices, 0 for never."""
        drawn = self._shown.nodes.get(node)
        if drawn is not None and drawn.choices:
            return 1
        return 0 if isinstance(drawn, Question) and drawn.data.kind in _NEVER_TOLD else SHARED_BY

    def _values(self, node: str, names: Sequence[str], *, shared_by: int) -> list[AnswerNumbers]:
        return [
            AnswerNumbers(
                value=step.value or "",
                times=step.times,
                sessions=self._count(step.sessions, node=node, **{step.name or "": step.value}),
                by_status=step.statuses,
            )
            for step in self._steps.get((StepKind.VALUE, node), ())
            if step.name in names and step.sessions >= shared_by
        ]
