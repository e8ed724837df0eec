"""One sprint under way: follows the moves of nodes until the session rests or ends."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from domain.flows.document import Edge, OnError
from domain.flows.flow import FlowVersion
from domain.flows.limits import MAX_JUMPS, MAX_REASON, MAX_STEPS
from domain.flows.moves import Ask, Await, Call, Fail, Finish, Leave, Move, Sleep
from domain.flows.nodes.base import Node
from domain.flows.nodes.end import DEFAULT_OUTCOME
from domain.flows.routing import by_handle, choose_edge
from domain.flows.session import Frame, Reply, Session, SessionStatus, Value
from domain.flows.sprint import Sprint, Step
from domain.flows.text import cut
from domain.flows.timers import arm, set_timer
from domain.flows.tools import Tools
from domain.flows.turn import NodeFailedError, Turn
from domain.shared.ids import FlowId, FlowVersionId

Next = tuple[Node, Move] | None
"""The node whose move is to be followed next; None when the session rests."""


class Run:
    """The state of a sprint. `flow` is the flow the session stands in, which a jump changes."""

    def __init__(self, flow: FlowVersion, *, session: Session, at: datetime, tools: Tools) -> None:
        self._given = flow
        self.flow = flow
        self.tools = tools
        self.turn = Turn(session, at=at, language=tools.language, facts=tools.facts)
        self.steps: list[Step] = []
        self._entered = 0
        self._told = 0
        self.use(flow)

    # What the engine asks of it

    def sprint(self) -> Sprint:
        """Give the outcome."""
        session = msgspec.structs.replace(self.turn.session, sprints=self.turn.session.sprints + 1)
        return Sprint(session=session, effects=tuple(self.turn.effects), trace=tuple(self.steps))

    def use(self, flow: FlowVersion) -> None:
        """Stand in this flow."""
        self.flow = flow
        own = {"id": str(flow.flow_id), "name": flow.name, "version": flow.number}
        facts = msgspec.structs.replace(self.turn.facts, flow={**self.tools.facts.flow, **own})
        self.turn.facts = facts

    def version(self, version_id: FlowVersionId, *, flow_id: FlowId) -> FlowVersion | None:
        """Find a version, also the one that this run was given."""
        if self._given.id == version_id:
            return self._given
        return self.tools.version(version_id, flow_id=flow_id)

    def go_on(self, following: Next) -> None:
        """Follow the moves until the session rests."""
        while following is not None:
            following = self._follow(*following)

    def enter(self, node_id: str) -> Next:
        """Step onto a node and let it do its work."""
        node = self.flow.nodes.get(node_id)
        if node is None:
            self.give_up(Fail(event="failed", code="node_missing", reason=f"there is no node '{node_id}'"))
            return None
        self._entered += 1
        self.turn.change(node=node_id, entered_at=self.turn.at, attempts=0, awaiting=None, asked=None)
        if self._entered > MAX_STEPS:
            return node, Fail(event="failed", code="loop_limit", reason=f"over {MAX_STEPS} steps", fatal=True)
        self._look_around(node)
        return node, self.act(lambda: node.enter(self.turn))

    def hear(self, node: Node, reply: Reply) -> Move:
        """Let the node take a reply."""
        self._look_around(node)
        return self.act(lambda: node.hear(self.turn, reply))

    def keep(self, reply: Reply, reason: str | None) -> None:
        """Keep a reply for later."""
        self.turn.change(pending=(*self.turn.session.pending, reply))
        self.tell("kept", reason=reason)

    def act(self, deed: Callable[[], Move]) -> Move:
        """Let a node act; its failure is a move like others."""
        try:
            return deed()
        except NodeFailedError as failure:
            return Fail(event="failed", code=failure.code, reason=failure.detail, fatal=failure.fatal)

    def tell(self, event: str, *, edge: Edge | None = None, reason: str | None = None) -> None:
        """Write a step into the trace, with everything that happened since the last."""
        node = self.flow.nodes.get(self.turn.session.node or "")
        effects = self.turn.effects[self._told :]
        step = Step(
            node=self.turn.session.node or "",
            type=node.type if node else "",
            version=self.flow.id if self.turn.session.stack else None,
            event=event,
            at=self.turn.at,
            edge=edge.id if edge else None,
            reason=cut(reason, MAX_REASON) if reason else None,
            values=self.turn.values,
            effects=tuple(effect.id for effect in effects),
        )
        self.steps.append(step)
        self._told, self.turn.values = len(self.turn.effects), {}

    def give_up(self, fail: Fail) -> None:
        """End the session as failed, and have a person look at it unless the flow says otherwise."""
        if self.flow.document.settings.on_error is OnError.TRANSFER:
            self.turn.transfer(reason=fail.code)
        self.end(SessionStatus.FAILED, fail.code)
        self.tell("failed", reason=fail.why)

    def seed(self, variables: dict[str, Value]) -> Move:
        """Set variables of the flow it stands in; a failure is a move."""
        self.turn.set_variables(variables)
        return Leave(event="seeded")

    def end(self, status: SessionStatus, outcome: str) -> None:
        """End the session."""
        self.turn.change(
            status=status, outcome=outcome, stack=(), awaiting=None, asked=None, expiry=None, ended_at=self.turn.at
        )

    # The moves

    def _follow(self, node: Node, move: Move) -> Next:
        match move:
            case Leave():
                return self._leave(node, move)
            case Call():
                return self._call(node, move)
            case Finish():
                return self._finish(move)
            case Fail():
                return self._fail(node, move)
            case Ask():
                return self._ask(node, move)
            case _:
                self._rest(move)
                return None

    def _leave(self, node: Node, move: Leave) -> Next:
        edges = self.flow.edges_from(node.id)
        route = choose_edge(edges, move, self._is_true)
        if route is not None:
            self.tell(move.event, edge=route.edge, reason=move.reason or route.reason)
            return self.enter(route.edge.target)
        if move.again:
            self.tell(move.event, reason=move.reason)
            return node, self.act(lambda: node.again(self.turn))
        if move.otherwise is not None:
            return node, move.otherwise
        if edges:
            return node, Fail(event="failed", code="no_edge", reason=f"no way out after '{move.event}'")
        self.tell(move.event, reason=move.reason)
        return node, Finish(event="ended", outcome=DEFAULT_OUTCOME)

    def _call(self, node: Node, move: Call) -> Next:
        inner, session = self.tools.flows.get(move.flow_id), self.turn.session
        if inner is None or inner.start is None:
            return node, Fail(event="failed", code="flow_missing", reason=str(move.flow_id))
        if len(session.stack) >= MAX_JUMPS:
            return node, Fail(event="failed", code="jump_depth", reason=f"over {MAX_JUMPS} flows deep")
        self.tell(move.event, reason=str(move.flow_id))
        frame = Frame(
            flow_id=session.flow_id,
            version_id=session.version_id,
            node=node.id,
            variables=session.variables,
            outputs=move.outputs,
        )
        self.turn.change(stack=(*session.stack, frame), flow_id=inner.flow_id, version_id=inner.id, variables={})
        self.use(inner)
        problem = self.act(lambda: self.seed({**inner.document.variables, **move.variables}))
        return (inner.start, problem) if isinstance(problem, Fail) else self.enter(inner.start.id)

    def _finish(self, move: Finish) -> Next:
        if self.turn.session.stack and move.status is SessionStatus.COMPLETED and not move.final:
            self.tell(move.event, reason=move.outcome)
            return self._return(Leave(event="returned", handles=("returned",), reason=move.outcome))
        self.end(move.status, move.outcome)
        self.tell(move.event, reason=move.outcome)
        return None

    def _return(self, move: Leave | Fail) -> Next:
        """Go back to the flow that jumped here, which goes on with `move`."""
        *outer, frame = self.turn.session.stack
        inner = self.turn.session.variables
        flow = self.version(frame.version_id, flow_id=frame.flow_id)
        node = flow.nodes.get(frame.node) if flow else None
        if flow is None or node is None:
            self.give_up(Fail(event="failed", code="flow_missing", reason=f"{frame.flow_id} cannot go on"))
            return None
        self.turn.change(
            stack=tuple(outer),
            flow_id=frame.flow_id,
            version_id=frame.version_id,
            variables=frame.variables,
            node=frame.node,
        )
        self.use(flow)
        outputs = {ours: inner.get(theirs) for ours, theirs in frame.outputs.items()}
        problem = self.act(lambda: self.seed(outputs)) if isinstance(move, Leave) else move
        return node, problem if isinstance(problem, Fail) else move

    def _fail(self, node: Node, move: Fail) -> Next:
        handles = () if move.fatal else move.handles
        route = next(by_handle(self.flow.edges_from(node.id), handles, self._is_true), None)
        if route is not None:
            self.tell(move.event, edge=route.edge, reason=move.why)
            return self.enter(route.edge.target)
        if not self.turn.session.stack or move.fatal:
            self.give_up(move)
            return None
        self.tell(move.event, reason=move.why)
        return self._return(Fail(event="failed", code=move.code, reason=move.reason))

    def _ask(self, node: Node, move: Ask) -> Next:
        pending = self.turn.session.pending
        if not pending:
            arm(move, turn=self.turn, session_minutes=self.flow.document.settings.session_timeout_minutes)
            self.tell(move.event, reason=move.reason)
            return None
        self.turn.change(pending=pending[1:], asked=move.asked)
        self.tell(move.event, reason="a reply is already there")
        return node, self.hear(node, pending[0])

    def _rest(self, move: Move) -> None:
        match move:
            case Sleep(until=until):
                self.turn.change(status=SessionStatus.WAITING, awaiting=set_timer(self.turn, due_at=until))
            case Await(effect_id=effect_id):
                self.turn.change(status=SessionStatus.AWAITING, awaiting=effect_id)
            case _:
                pass
        self.tell(move.event, reason=move.reason)

    # Small things

    def _look_around(self, node: Node) -> None:
        edges = self.flow.edges_from(node.id)
        self.turn.handles = frozenset(edge.source_handle for edge in edges if edge.source_handle is not None)

    def _is_true(self, edge: Edge) -> bool:
        return self.turn.is_true(edge.condition or "", label=edge.id)
