"""The flow engine: pure, resumable, total. Same inputs, same sprint.

`at` carries a time zone. The caller saves the sprint's session, performs its effects, and comes back with what
happened. While the session stands in a flow that another jumped to, `flow` is the inner one (or any flow, when
`tools` knows the right version). A session that is over is left as it is.
"""

from collections.abc import Iterable
from datetime import datetime

from domain.flows.flow import FlowVersion
from domain.flows.follow import go_on
from domain.flows.joining import gather, is_fragment, take_heard
from domain.flows.limits import MAX_CONTEXT_BYTES
from domain.flows.moves import Fail, Finish, Keep, Move
from domain.flows.nodes.base import Node
from domain.flows.run import Run
from domain.flows.session import Reply, Session, SessionStatus, Value
from domain.flows.sprint import Sprint, Step
from domain.flows.stimuli import Cancelled, EffectDone, EffectFailed, Stimulus, TimerFired
from domain.flows.timers import disarm
from domain.flows.tools import Tools
from domain.flows.values import size_of, to_value

_SEND_FAILED = ("error", "invalid")
"""Ways out for a question that never arrived."""


def start(flow: FlowVersion, *, session: Session, at: datetime, tools: Tools, from_node: str | None = None) -> Sprint:
    """Run a new session up to its first wait or its end. Its variables are added to the flow's own.

    A test may begin at another node than the flow's start.
    """
    run = Run(flow, session=session, at=at, tools=tools)
    run.turn.change(variables={}, status=SessionStatus.ACTIVE)
    problem = run.act(lambda: run.seed({**tools.variables, **flow.document.variables, **session.variables}))
    first = flow.start if from_node is None else flow.nodes.get(from_node)
    if isinstance(problem, Fail) or first is None:
        run.give_up(problem if isinstance(problem, Fail) else Fail(event="failed", code="no_start"))
    else:
        go_on(run, run.enter(first.id))
    return run.sprint()


def resume(flow: FlowVersion, *, session: Session, stimulus: Stimulus, at: datetime, tools: Tools) -> Sprint:
    """Tell a waiting session what happened, and run it up to its next wait or its end."""
    if session.status.is_over:
        return _ignored(session, at, "the session is over")
    run = Run(flow, session=session, at=at, tools=tools)
    if isinstance(stimulus, Cancelled):
        return _cancel(run, stimulus)
    stale = _why_stale(session, stimulus)
    if stale is not None:
        return _ignored(session, at, stale)
    current = run.version(session.version_id, flow_id=session.flow_id)
    node = current.nodes.get(session.node or "") if current else None
    if current is None or node is None:
        _lose(run, stimulus)
    else:
        run.use(current)
        _tell(run, node, stimulus)
    return run.sprint()


def replay(
    flow: FlowVersion, *, session: Session, stimuli: Iterable[tuple[datetime, Stimulus]], tools: Tools
) -> Sprint:
    """Start a session and tell it the same again; gives the last state with all effects and the whole trace."""
    sprint = start(flow, session=session, at=session.started_at, tools=tools)
    for at, stimulus in stimuli:
        following = resume(flow, session=sprint.session, stimulus=stimulus, at=at, tools=tools)
        effects, trace = (*sprint.effects, *following.effects), (*sprint.trace, *following.trace)
        sprint = Sprint(session=following.session, effects=effects, trace=trace)
    return sprint


def _why_stale(session: Session, stimulus: Stimulus) -> str | None:
    """Say why a stimulus means nothing to the session any more."""
    match stimulus:
        case TimerFired(timer_id=timer_id):
            set_ones = {session.awaiting, session.expiry, session.joining}
            waits = session.status is SessionStatus.WAITING and timer_id in set_ones
            return None if waits else f"timer {timer_id} is not awaited"
        case EffectDone(effect_id=effect_id):
            return None if _awaits(session, effect_id) else f"effect {effect_id} is not awaited"
        case EffectFailed(effect_id=effect_id):
            is_question = session.status is SessionStatus.WAITING and session.asked == effect_id
            return None if is_question or _awaits(session, effect_id) else f"effect {effect_id} is not awaited"
        case _:
            return None


def _awaits(session: Session, effect_id: str) -> bool:
    return session.status is SessionStatus.AWAITING and session.awaiting == effect_id


def _tell(run: Run, node: Node, stimulus: Stimulus) -> None:
    match stimulus:
        case Reply():
            _hear(run, node, stimulus)
        case TimerFired(timer_id=timer_id):
            _wake(run, node, timer_id)
        case EffectDone(result=result):
            disarm(run.turn)
            go_on(run, (node, run.act(lambda: _take(run, node, to_value(result)))))
        case EffectFailed():
            _fail(run, node, stimulus)
        case Cancelled():
            pass


def _take(run: Run, node: Node, result: Value) -> Move:
    """Let a node take the world's answer, unless it is larger than everything a session may hold."""
    if size_of(result) > MAX_CONTEXT_BYTES:
        return Fail(event="failed", code="answer_too_large", reason=f"over {MAX_CONTEXT_BYTES} bytes")
    run.turn.change(last=result)
    return node.done(run.turn, result)


def _fail(run: Run, node: Node, failed: EffectFailed) -> None:
    """Let the node fail: its question never arrived, or the world gave no answer."""
    reason = f"{failed.code} {failed.detail}".strip()
    if run.turn.session.status is SessionStatus.WAITING:
        _keep_heard(run)
        move = Fail(event="failed", code="send_failed", reason=reason, handles=_SEND_FAILED)
    else:
        run.turn.change(last={"error": {"code": failed.code, "detail": failed.detail}})
        move = Fail(event="failed", code="effect_failed", reason=reason, handles=_SEND_FAILED)
    disarm(run.turn)
    go_on(run, (node, move))


def _hear(run: Run, node: Node, reply: Reply) -> None:
    if run.turn.session.status is SessionStatus.AWAITING:
        run.keep(reply, "the session awaits an effect")
        return
    run.look_around(node)
    seconds = run.flow.document.settings.join_seconds
    if seconds and is_fragment(reply) and node.listens(run.turn):
        if gather(run.turn, reply, seconds=seconds):
            run.tell("heard", reason="more may follow")
        else:
            _hear_gathered(run, node)
    elif run.turn.session.heard:
        run.turn.change(pending=(*run.turn.session.pending, reply))
        _hear_gathered(run, node)
    else:
        _answer(run, node, reply)


def _hear_gathered(run: Run, node: Node, *, fired: str | None = None) -> None:
    reply = take_heard(run.turn, fired=fired)
    if reply is not None:
        _answer(run, node, reply, fired=fired)


def _answer(run: Run, node: Node, reply: Reply, *, fired: str | None = None) -> None:
    move = run.hear(node, reply)
    if isinstance(move, Keep):
        run.keep(reply, move.reason)
        return
    disarm(run.turn, fired=fired)
    go_on(run, (node, move))


def _keep_heard(run: Run, *, fired: str | None = None) -> None:
    """Keep what was gathered for later: the wait in which it was heard is over."""
    reply = take_heard(run.turn, fired=fired)
    if reply is not None:
        run.turn.change(pending=(*run.turn.session.pending, reply))


def _wake(run: Run, node: Node, timer_id: str) -> None:
    """Let a time have come. What the contact has said by then is an answer, however little time was left for more."""
    if run.turn.session.heard:
        _hear_gathered(run, node, fired=timer_id)
        return
    is_expiry = timer_id == run.turn.session.expiry
    run.turn.change(calls=0)
    disarm(run.turn, fired=timer_id)
    if is_expiry:
        expired = Finish(event="expired", status=SessionStatus.EXPIRED, outcome="session_timeout", final=True)
        go_on(run, (node, expired))
    else:
        go_on(run, (node, run.act(lambda: node.wake(run.turn))))


def _lose(run: Run, stimulus: Stimulus) -> None:
    """Fail a session whose place no longer exists; a reply is kept for whoever takes over."""
    fired = stimulus.timer_id if isinstance(stimulus, TimerFired) else None
    _keep_heard(run, fired=fired)
    disarm(run.turn, fired=fired)
    if isinstance(stimulus, Reply):
        run.turn.change(pending=(*run.turn.session.pending, stimulus))
    run.give_up(Fail(event="failed", code="node_missing"))


def _cancel(run: Run, stimulus: Cancelled) -> Sprint:
    disarm(run.turn)
    run.end(SessionStatus.CANCELLED, stimulus.reason)
    run.tell("cancelled", reason=stimulus.reason)
    return run.sprint()


def _ignored(session: Session, at: datetime, reason: str) -> Sprint:
    step = Step(node=session.node or "", type="", event="ignored", at=at, reason=reason)
    return Sprint(session=session, trace=(step,))
