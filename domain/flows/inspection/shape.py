"""Whether the graph holds together: one start, every node reached, every way out leading somewhere."""

from collections.abc import Iterator

from domain.flows.durations import minutes
from domain.flows.graph import loops_without_wait, reached
from domain.flows.inspection.finding import Finding, Severity, doubt, fault
from domain.flows.inspection.plan import Plan
from domain.flows.limits import MAX_NODES
from domain.flows.nodes import AnyNode
from domain.flows.nodes.jump import Jump
from domain.flows.nodes.message import Message
from domain.flows.nodes.question import Question
from domain.flows.nodes.wait import Wait
from domain.flows.text import fold


def shape(plan: Plan) -> Iterator[Finding]:
    """Check the whole graph."""
    yield from _starts(plan)
    yield from _ends(plan)
    for node in plan.document.nodes:
        yield from _ways_out(node, plan)
        if isinstance(node, Message | Question | Wait):
            yield from _timeouts(node, plan)
    yield from _jumps(plan)
    for looping in loops_without_wait(plan.document, plan.meter):
        yield fault("loop_without_wait", "a loop in which nothing waits never ends", node=looping)


def _starts(plan: Plan) -> Iterator[Finding]:
    if not plan.starts:
        yield fault("no_start", "the flow has no start")
    for extra in plan.starts[1:]:
        yield fault("two_starts", "the flow has more than one start", node=extra)
    if len(plan.document.nodes) > MAX_NODES:
        yield fault("too_many_nodes", f"at most {MAX_NODES} nodes", limit=MAX_NODES)
    ways = {source: [edge.target for edge in edges] for source, edges in plan.edges.items()}
    found = reached(ways, plan.starts[:1], plan.meter)
    for node in plan.document.nodes:
        if plan.starts and node.id not in found and node.id not in plan.starts:
            yield fault("unreachable", "no way leads here", node=node.id)


def _ends(plan: Plan) -> Iterator[Finding]:
    for edge in plan.document.edges:
        if edge.target not in plan.nodes:
            yield _edge("edge_to_nothing", f"edge {edge.id} leads to '{edge.target}'", edge.id, node=edge.source)
        if edge.source not in plan.nodes:
            yield _edge("edge_from_nothing", f"edge {edge.id} comes from '{edge.source}'", edge.id)


def _edge(code: str, message: str, edge: str, *, node: str | None = None) -> Finding:
    return Finding(code=code, message=message, node=node, edge=edge)


def _ways_out(node: AnyNode, plan: Plan) -> Iterator[Finding]:
    """Check that whatever happens at the node leads somewhere."""
    ways, handles = plan.edges_from(node.id), plan.handles(node.id)
    is_open = any(edge.source_handle is None for edge in ways)
    if node.is_last and ways:
        yield doubt("edge_after_end", "the flow ends here, yet an edge leaves", node=node.id)
    for spellings in () if is_open else node.choices:
        if not handles & {fold(spelling) for spelling in spellings}:
            choice = spellings[-1]
            yield fault("choice_without_edge", f"'{choice}' leads nowhere", node=node.id, choice=choice)
    if not ways and not node.is_last and not node.choices:
        message = "the flow ends here; an end node would say with which outcome"
        yield doubt("dead_end", message, node=node.id)


def _timeouts(node: Message | Question | Wait, plan: Plan) -> Iterator[Finding]:
    limit, has_edge = node.data.timeout_minutes, "timeout" in plan.handles(node.id)
    if isinstance(node, Question) and limit is None:
        yield doubt("no_timeout", "nobody may ever answer: set a timeout", node=node.id)
    if limit is not None and not has_edge:
        message = "the session expires when the time is over: draw a timeout edge"
        yield doubt("timeout_without_edge", message, node=node.id)
    if limit is None and has_edge:
        yield doubt("edge_without_timeout", "a timeout edge, but no timeout", node=node.id)
    session = plan.document.settings.session_timeout_minutes
    if limit is not None and minutes(limit) > minutes(session):
        message = f"the session ends after {session:g} minutes without a reply: this timeout never comes"
        yield doubt("timeout_never_comes", message, node=node.id, minutes=session)


def _jumps(plan: Plan) -> Iterator[Finding]:
    for node in plan.document.nodes:
        target = node.data.target() if isinstance(node, Jump) else None
        if target is not None and target not in plan.world.flows:
            message = f"flow {target} is not published"
            params: dict[str, str | int | float] = {"flow": str(target)}
            yield Finding(code="flow_missing", message=message, node=node.id, severity=Severity.ERROR, params=params)
