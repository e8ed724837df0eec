"""The flow engine: pure, resumable, total. Same inputs, same sprint.

`at` carries a time zone. The caller saves the sprint's session, performs its effects, and comes back with what
happened. While the session stands in a flow that another jumped to, `flow` is the inner one (or any flow, when
`tools` knows the right version). A session that is over is left as it is.
"""

from collections.abc import Iterable
from datetime import datetime

from domain.flows.flow import FlowVersion
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


def start(flow: FlowVersion, *, session: Session, at: datetime, tools: Tools) -> Sprint:
    """Run a new session up to its first wait or its end. Its variables are added to the flow's own."""
    run = Run(flow, session=session, at=at, tools=tools)
    run.turn.change(variables={}, status=SessionStatus.ACTIVE)
    problem = run.act(lambda: run.seed({**flow.document.variables, **session.variables}))
    first = flow.start
    if isinstance(problem, Fail) or first is None:
        run.give_up(problem if isinstance(problem, Fail) else Fail(event="failed", code="no_start"))
    else:
        run.go_on(run.enter(first.id))
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
            waits = session.status is SessionStatus.WAITING and timer_id in {session.awaiting, session.expiry}
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
            run.go_on((node, run.act(lambda: _take(run, node, to_value(result)))))
        case EffectFailed(code=code, detail=detail):
            what = "send_failed" if run.turn.session.status is SessionStatus.WAITING else "effect_failed"
            disarm(run.turn)
            run.go_on((node, Fail(event="failed", code=what, reason=f"{code} {detail}".strip(), handles=_SEND_FAILED)))
        case Cancelled():
            pass


def _take(run: Run, node: Node, result: Value) -> Move:
    """Let a node take the world's answer, unless it is larger than everything a session may hold."""
    if size_of(result) > MAX_CONTEXT_BYTES:
        return Fail(event="failed", code="answer_too_large", reason=f"over {MAX_CONTEXT_BYTES} bytes")
    run.turn.change(last=result)
    return node.done(run.turn, result)


def _hear(run: Run, node: Node, reply: Reply) -> None:
    if run.turn.session.status is SessionStatus.AWAITING:
        run.keep(reply, "the session awaits an effect")
        return
    move = run.hear(node, reply)
    if isinstance(move, Keep):
        run.keep(reply, move.reason)
        return
    disarm(run.turn)
    run.go_on((node, move))


def _wake(run: Run, node: Node, timer_id: str) -> None:
    is_expiry = timer_id == run.turn.session.expiry
    disarm(run.turn, fired=timer_id)
    if is_expiry:
        expired = Finish(event="expired", status=SessionStatus.EXPIRED, outcome="session_timeout", final=True)
        run.go_on((node, expired))
    else:
        run.go_on((node, run.act(lambda: node.wake(run.turn))))


def _lose(run: Run, stimulus: Stimulus) -> None:
    """Fail a session whose place no longer exists; a reply is kept for whoever takes over."""
    disarm(run.turn)
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
