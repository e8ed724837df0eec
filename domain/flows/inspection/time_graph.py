"""One flow as a graph of passing time: every way a session can go through it, and how long the contact is silent.

It holds more ways than a session can really go (conditions are not evaluated), never fewer.
"""

from collections.abc import Iterable

import msgspec

from domain.flows.document import Edge, FlowDocument
from domain.flows.inspection.elapsed import NEVER, Point, Silence, TimeGraph
from domain.flows.inspection.pace import (
    CALL_SETTLES,
    SEND_SETTLES,
    Answer,
    Ask,
    Pace,
    Pass,
    Sleep,
    Stop,
    Visit,
    pace_of,
)
from domain.flows.limits import MAX_JOINING
from domain.flows.nodes import AnyNode
from domain.flows.nodes.start import Start
from domain.flows.text import fold
from domain.shared.ids import FlowId

IN, OUT, FAILING, TIMED_OUT, INTERRUPTED, SPOKEN = "in", "out", "failing", "timed_out", "interrupted", "spoken"
"""Where in a node: entered; leaving; failing; its time is over; a reply woke it; an answer was passed on."""
KEEPS_REPLIES = True
"""What is said while a session sleeps or awaits an answer is heard afterwards, when it may be old."""
RETURNED, FAILED = "returned", "failed"
"""How a flow ends for the one that waits for its return."""


class Told(msgspec.Struct, frozen=True):
    """What a flow does to whoever runs it: the silence at its ends, and the longest before anything it says."""

    ends: dict[Point, Silence] = {}
    spoken: Silence = Silence()


def end_of(how: str, *, kept: bool) -> Point:
    """Name an end of a flow."""
    return Point("", kept, how)


class Course:
    """A flow, prepared once: its nodes' paces and its edges."""

    def __init__(self, document: FlowDocument) -> None:
        self.nodes = {node.id: node for node in document.nodes}
        self.paces = {node.id: pace_of(node, document.settings) for node in document.nodes}
        self.edges: dict[str, list[Edge]] = {}
        for edge in document.edges:
            if edge.target in self.nodes:
                self.edges.setdefault(edge.source, []).append(edge)
        handles = {edge.source_handle for edge in document.edges if edge.source_handle is not None}
        self._folded = {handle: fold(handle) for handle in handles}
        self.start = next((node.id for node in document.nodes if isinstance(node, Start)), None)
        self.session = document.settings.session_timeout_minutes * 60
        self.joining = MAX_JOINING.total_seconds() if document.settings.join_seconds else 0.0

    def handle(self, edge: Edge) -> str | None:
        """Give an edge's handle as handles are compared."""
        return self._folded[edge.source_handle] if edge.source_handle is not None else None

    @property
    def visits(self) -> dict[FlowId, None]:
        """The flows that it runs."""
        does = (pace.does for pace in self.paces.values())
        return {one.flow_id: None for one in does if isinstance(one, Visit) and one.flow_id is not None}

    def entry(self, *, kept: bool) -> Point | None:
        """Give where it begins."""
        return Point(self.start, kept, IN) if self.start is not None else None

    def speaking(self) -> Iterable[tuple[AnyNode, str]]:
        """Give the nodes that say something which needs an open window, and at which stage."""
        for node_id, pace in self.paces.items():
            if pace.speaks:
                yield self.nodes[node_id], IN
            if isinstance(pace.does, Answer) and pace.does.speaks:
                yield self.nodes[node_id], SPOKEN

    def graph(self, told: dict[tuple[FlowId, bool], Told]) -> TimeGraph:
        """Draw it, with what the flows that it runs do to it."""
        drawn = TimeGraph()
        for node_id, pace in self.paces.items():
            for kept in (False, True):
                _Drawing(self, drawn, told).draw(node_id, pace, kept=kept)
        return drawn


class _Drawing:
    """Draws one node."""

    def __init__(self, course: Course, graph: TimeGraph, told: dict[tuple[FlowId, bool], Told]) -> None:
        self._course, self._graph, self._told = course, graph, told

    def draw(self, node: str, pace: Pace, *, kept: bool) -> None:
        here = Point(node, kept, IN)
        self._graph.carry(here, here._replace(stage=FAILING))
        match pace.does:
            case Ask(timeout=timeout):
                self._ask(here, timeout.total_seconds() if timeout else None)
            case Sleep(longest=longest):
                self._sleep(here, longest.total_seconds())
            case Answer():
                self._answer(here)
            case Visit(flow_id=flow_id, returns=True):
                self._visit(here, flow_id)
            case Pass():
                self._graph.carry(here, here._replace(stage=OUT))
            case Stop(session=False):
                self._graph.carry(here, end_of(RETURNED, kept=kept))
            case _:
                pass
        self._leave(node, pace, kept=kept)

    def _ask(self, here: Point, timeout: float | None) -> None:
        """Hear a reply when it comes or was kept before; or the time is over, or the question never arrived."""
        heard = Point(here.node, kept=False, stage=OUT)
        self._graph.reply(here, heard, self._course.joining)
        if here.kept:
            self._graph.carry(here, here._replace(stage=OUT))
        if timeout is not None:
            self._graph.carry(here, heard._replace(stage=TIMED_OUT), timeout)
        longest = self._course.session if timeout is None else min(timeout, self._course.session)
        self._graph.carry(here, here._replace(stage=FAILING), min(longest, SEND_SETTLES.total_seconds()))
        for kept in {here.kept, False}:
            out = Point(here.node, kept, OUT)
            self._graph.carry(out, out._replace(stage=FAILING))

    def _sleep(self, here: Point, longest: float) -> None:
        """Keep what is said meanwhile, unless an edge waits for it, spelt just so."""
        interrupted = any(edge.source_handle == "reply" for edge in self._course.edges.get(here.node, ()))
        kept = here.kept or (KEEPS_REPLIES and not interrupted)
        self._graph.carry(here, Point(here.node, kept, OUT), longest)
        if interrupted:
            self._graph.reply(here, here._replace(stage=INTERRUPTED), self._course.joining)

    def _answer(self, here: Point) -> None:
        """Keep what is said meanwhile."""
        spoken = Point(here.node, kept=True, stage=SPOKEN)
        self._graph.carry(here, spoken, CALL_SETTLES.total_seconds())
        self._graph.carry(spoken, spoken._replace(stage=OUT))
        self._graph.carry(spoken, spoken._replace(stage=FAILING))

    def _visit(self, here: Point, flow_id: FlowId | None) -> None:
        told = self._told.get((flow_id, here.kept), Told()) if flow_id is not None else Told()
        for end, silence in told.ends.items():
            target = Point(here.node, end.kept, OUT if end.stage == RETURNED else FAILING)
            if silence.since_start > NEVER:
                self._graph.carry(here, target, silence.since_start)
            if silence.since_reply > NEVER:
                self._graph.reply(here, target, silence.since_reply)

    def _leave(self, node: str, pace: Pace, *, kept: bool) -> None:
        edges = self._course.edges.get(node, [])
        failing = [edge for edge in edges if self._course.handle(edge) in {"error", "invalid"}]
        sleeps = isinstance(pace.does, Sleep)
        leaving = [edge for edge in edges if not (sleeps and self._course.handle(edge) == "reply")]
        self._edges(Point(node, kept, OUT), leaving)
        self._edges(Point(node, kept, FAILING), failing)
        self._edges(Point(node, kept, TIMED_OUT), [edge for edge in edges if self._course.handle(edge) == "timeout"])
        self._edges(Point(node, kept, INTERRUPTED), [edge for edge in edges if self._course.handle(edge) == "reply"])
        out, lost = Point(node, kept, OUT), Point(node, kept, FAILING)
        if not edges:
            self._graph.carry(out, end_of(RETURNED, kept=kept))
        elif not any(edge.is_default for edge in edges):
            self._graph.carry(out, lost)
        self._graph.carry(Point(node, kept, INTERRUPTED), lost)
        if not any(self._course.handle(edge) == "error" and edge.condition is None for edge in failing):
            self._graph.carry(lost, end_of(FAILED, kept=kept))

    def _edges(self, source: Point, edges: list[Edge]) -> None:
        for edge in edges:
            self._graph.carry(source, Point(edge.target, source.kept, IN))
