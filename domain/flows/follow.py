"""Follows the moves of nodes, edge by edge, until the session rests or ends."""

from domain.flows.joining import next_reply
from domain.flows.limits import MAX_JUMPS
from domain.flows.moves import Ask, Await, Call, Fail, Finish, Leave, Move, Sleep
from domain.flows.nodes.base import Node
from domain.flows.nodes.end import DEFAULT_OUTCOME
from domain.flows.routing import by_handle, choose_edge
from domain.flows.run import Next, Run
from domain.flows.session import Frame, SessionStatus
from domain.flows.timers import arm, set_timer


def go_on(run: Run, following: Next) -> None:
    """Follow the moves until the session rests."""
    while following is not None:
        following = _follow(run, *following)


def _follow(run: Run, node: Node, move: Move) -> Next:
    match move:
        case Leave():
            return _leave(run, node, move)
        case Call():
            return _call(run, node, move)
        case Finish():
            return _finish(run, move)
        case Fail():
            return _fail(run, node, move)
        case Ask():
            return _ask(run, node, move)
        case _:
            _rest(run, move)
            return None


def _leave(run: Run, node: Node, move: Leave) -> Next:
    edges = run.flow.edges_from(node.id)
    route = choose_edge(edges, move, run.is_true)
    if route is not None:
        run.tell(move.event, edge=route.edge, reason=move.reason or route.reason)
        return run.enter(route.edge.target)
    if move.again:
        run.tell(move.event, reason=move.reason)
        return node, run.act(lambda: node.again(run.turn))
    if move.otherwise is not None:
        return node, move.otherwise
    if edges:
        return node, Fail(event="failed", code="no_edge", reason=f"no way out after '{move.event}'")
    run.tell(move.event, reason=move.reason)
    return node, Finish(event="ended", outcome=DEFAULT_OUTCOME)


def _call(run: Run, node: Node, move: Call) -> Next:
    inner, session = run.tools.flows.get(move.flow_id), run.turn.session
    if inner is None or inner.start is None:
        return node, Fail(event="failed", code="flow_missing", reason=str(move.flow_id))
    if len(session.stack) >= MAX_JUMPS:
        return node, Fail(event="failed", code="jump_depth", reason=f"over {MAX_JUMPS} flows deep")
    run.tell(move.event, reason=str(move.flow_id))
    frame = Frame(
        flow_id=session.flow_id,
        version_id=session.version_id,
        node=node.id,
        variables=session.variables,
        outputs=move.outputs,
    )
    run.turn.change(stack=(*session.stack, frame), flow_id=inner.flow_id, version_id=inner.id, variables={})
    run.use(inner)
    problem = run.act(lambda: run.seed({**run.tools.variables, **inner.document.variables, **move.variables}))
    return (inner.start, problem) if isinstance(problem, Fail) else run.enter(inner.start.id)


def _finish(run: Run, move: Finish) -> Next:
    if run.turn.session.stack and move.status is SessionStatus.COMPLETED and not move.final:
        run.tell(move.event, reason=move.outcome)
        return _return(run, Leave(event="returned", handles=("returned",), reason=move.outcome))
    run.end(move.status, move.outcome)
    run.tell(move.event, reason=move.outcome)
    return None


def _return(run: Run, move: Leave | Fail) -> Next:
    """Go back to the flow that jumped here, which goes on with `move`."""
    *outer, frame = run.turn.session.stack
    inner = run.turn.session.variables
    flow = run.version(frame.version_id, flow_id=frame.flow_id)
    node = flow.nodes.get(frame.node) if flow else None
    if flow is None or node is None:
        run.give_up(Fail(event="failed", code="flow_missing", reason=f"{frame.flow_id} cannot go on"))
        return None
    run.turn.change(
        stack=tuple(outer),
        flow_id=frame.flow_id,
        version_id=frame.version_id,
        variables=frame.variables,
        node=frame.node,
    )
    run.use(flow)
    outputs = {ours: inner.get(theirs) for ours, theirs in frame.outputs.items()}
    problem = run.act(lambda: run.seed(outputs)) if isinstance(move, Leave) else move
    return node, problem if isinstance(problem, Fail) else move


def _fail(run: Run, node: Node, move: Fail) -> Next:
    handles = () if move.fatal else move.handles
    route = next(by_handle(run.flow.edges_from(node.id), handles, run.is_true), None)
    if route is not None:
        run.tell(move.event, edge=route.edge, reason=move.why)
        return run.enter(route.edge.target)
    if not run.turn.session.stack or move.fatal:
        run.give_up(move)
        return None
    run.tell(move.event, reason=move.why)
    return _return(run, Fail(event="failed", code=move.code, reason=move.reason))


def _ask(run: Run, node: Node, move: Ask) -> Next:
    pending = run.turn.session.pending
    if not pending:
        arm(move, turn=run.turn, session_minutes=run.flow.document.settings.session_timeout_minutes)
        run.tell(move.event, reason=move.reason)
        return None
    reply, later = next_reply(pending, joins=run.flow.document.settings.join_seconds > 0)
    run.turn.change(pending=later, asked=move.asked)
    run.tell(move.event, reason="a reply is already there")
    return node, run.hear(node, reply)


def _rest(run: Run, move: Move) -> None:
    match move:
        case Sleep(until=until):
            run.turn.change(status=SessionStatus.WAITING, awaiting=set_timer(run.turn, due_at=until))
        case Await(effect_id=effect_id):
            run.turn.change(status=SessionStatus.AWAITING, awaiting=effect_id)
        case _:
            pass
    run.tell(move.event, reason=move.reason)
