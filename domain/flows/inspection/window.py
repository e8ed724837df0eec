"""Where free words could go out after WhatsApp's window has closed, along every way, through waits and other flows.

WhatsApp takes free messages for 24 hours after the contact last wrote; templates always. What is computed is the
longest silence before each thing that is said; see `elapsed`. What other flows do to it is told by their summaries,
which are computed first; flows that run each other are computed until nothing changes, and what still grows then has
no bound.
"""

import math
from collections.abc import Iterator, Mapping
from datetime import timedelta

from domain.flows.document import FlowDocument
from domain.flows.graph import Meter, components
from domain.flows.inspection.elapsed import NEVER, Point, Silence, TimeGraph, silences
from domain.flows.inspection.finding import Finding, doubt
from domain.flows.inspection.pace import Visit
from domain.flows.inspection.time_graph import FAILED, IN, RETURNED, Course, Told, end_of
from domain.flows.triggers import Keyword, MessageReceived, Referral
from domain.shared.ids import FlowId

WINDOW = timedelta(hours=23, minutes=55)
"""WhatsApp's 24 hours, less what it takes to send and for the clocks to disagree."""
_ROUNDS = 4
"""Rounds through flows that run each other before what still grows counts as endless."""
_CLOSED = WINDOW.total_seconds()
_HOUR = 3_600

Summaries = dict[tuple[FlowId, bool], Told]


def closed_windows(
    document: FlowDocument, flows: Mapping[FlowId, FlowDocument | None], meter: Meter | None = None
) -> Iterator[Finding]:
    """Warn of every node that may say something too late, and of those that speak first to who has not written."""
    meter = meter or Meter()
    course = Course(document)
    start = course.entry(kept=False)
    if start is None:
        return
    told = {**_unread(flows), **_summaries(_behind(course, flows), meter)}
    graph = course.graph(told)
    found = silences(graph, start, meter)
    late = {node: longest for node, longest in _spoken(course, found, told) if longest >= _CLOSED}
    for node, longest in late.items():
        yield _late(node, longest)
    if not isinstance(document.trigger, Keyword | MessageReceived | Referral):
        yield from (_unasked(node) for node in _first_words(course, graph, start, told) if node not in late)


def _late(node: str, longest: float) -> Finding:
    if math.isinf(longest):
        message = "free words may go out when the contact has not written for more than 24 hours: send a template"
        return doubt("window_closed", message, node=node)
    hours = round(longest / _HOUR, 1)
    message = (
        f"free words may go out {hours} h after the contact last wrote, WhatsApp takes them for 24: send a template"
    )
    return doubt("window_closed", message, node=node, hours=hours)


def _unasked(node: str) -> Finding:
    message = "nobody wrote before this is said, so WhatsApp's window may be closed: begin with a template"
    return doubt("window_unknown", message, node=node)


def _spoken(course: Course, found: dict[Point, Silence], told: Summaries) -> Iterator[tuple[str, float]]:
    """Give the longest silence before anything that a node says, itself or by another flow."""
    silent: dict[str, float] = {}
    for node, silence in _words(course, found, told):
        silent[node] = max(silent.get(node, NEVER), silence.longest(0))
    yield from silent.items()


def _words(course: Course, found: dict[Point, Silence], told: Summaries) -> Iterator[tuple[str, Silence]]:
    for kept in (False, True):
        for node, stage in course.speaking():
            yield node.id, found.get(Point(node.id, kept, stage), Silence())
        for node_id, pace in course.paces.items():
            if isinstance(pace.does, Visit) and pace.does.flow_id is not None:
                inner = told.get((pace.does.flow_id, kept), Told()).spoken
                yield node_id, found.get(Point(node_id, kept, IN), Silence()).then(inner)


def _first_words(course: Course, graph: TimeGraph, start: Point, told: Summaries) -> Iterator[str]:
    """Give the nodes that speak on a way on which neither the contact nor anything before them has."""
    speaking = {(node.id, stage) for node, stage in course.speaking()}
    seen: set[Point] = set()
    first: dict[str, None] = {}
    opened = [start]
    while opened:
        point = opened.pop()
        if point in seen:
            continue
        seen.add(point)
        does = course.paces[point.node].does if point.node else None
        runs = does.flow_id if isinstance(does, Visit) and point.stage == IN else None
        if runs is not None and told.get((runs, point.kept), Told()).spoken.since_start > NEVER:
            first[point.node] = None
        if (point.node, point.stage) in speaking:
            first[point.node] = None
        else:
            opened.extend(graph.carried.get(point, ()))
    yield from first


def _unread(flows: Mapping[FlowId, FlowDocument | None]) -> Summaries:
    """Take flows of which nothing is known for ones that may take any time."""
    told = Told({end_of(RETURNED, kept=True): Silence(since_start=math.inf)})
    return {(flow_id, kept): told for flow_id, flow in flows.items() if flow is None for kept in (False, True)}


def _behind(course: Course, flows: Mapping[FlowId, FlowDocument | None]) -> dict[FlowId, Course]:
    """Prepare every flow that may be run from here."""
    known: dict[FlowId, Course] = {}
    opened = list(course.visits)
    while opened:
        flow_id = opened.pop()
        document = flows.get(flow_id)
        if document is not None and flow_id not in known:
            known[flow_id] = Course(document)
            opened.extend(known[flow_id].visits)
    return known


def _summaries(courses: dict[FlowId, Course], meter: Meter) -> Summaries:
    """Say what each flow does to whoever runs it, those that run no other first."""
    told: Summaries = {}
    ways = {flow_id: [one for one in course.visits if one in courses] for flow_id, course in courses.items()}
    for group in components(ways, courses, meter):
        repeats = len(group) > 1 or group[0] in ways[group[0]]
        number, changed = 0, True
        while changed:
            before = {key: told[key] for key in told if key[0] in group}
            for flow_id in group:
                told.update(_summary(flow_id, courses[flow_id], told, meter, endless=number >= _ROUNDS))
            changed = repeats and before != {key: told[key] for key in told if key[0] in group}
            number += 1
    return told


def _summary(flow_id: FlowId, course: Course, told: Summaries, meter: Meter, *, endless: bool) -> Summaries:
    """Tell of one flow; with `endless`, whatever has grown since it was last told of grows for ever."""
    graph = course.graph(told)
    summaries: Summaries = {}
    for kept in (False, True):
        start = course.entry(kept=kept)
        found = silences(graph, start, meter) if start is not None else {}
        spoken = Silence()
        for _, silence in _words(course, found, told):
            spoken = spoken.joined(silence)
        old = told.get((flow_id, kept), Told())
        names = [end_of(how, kept=later) for how in (RETURNED, FAILED) for later in (False, True)]
        ends = {name: _capped(found.get(name, Silence()), old.ends.get(name, Silence()), endless) for name in names}
        summaries[flow_id, kept] = Told(ends, _capped(spoken, old.spoken, endless))
    return summaries


def _capped(new: Silence, old: Silence, endless: bool) -> Silence:  # noqa: FBT001
    """Keep what grows from growing for ever: what is beyond the window is endless."""
    pairs = zip(new, old, strict=True)
    return Silence(
        *(math.inf if value >= _CLOSED or (endless and value > before) else value for value, before in pairs)
    )
