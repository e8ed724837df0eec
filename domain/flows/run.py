"""One sprint under way: what has happened so far, and the small things that are done to it."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from domain.flows.document import Edge, OnError
from domain.flows.flow import FlowVersion
from domain.flows.limits import MAX_REASON, MAX_STEPS
from domain.flows.moves import Fail, Leave, Move
from domain.flows.nodes.base import Node
from domain.flows.session import Reply, Session, SessionStatus, Value, ended
from domain.flows.sprint import Sprint, Step
from domain.flows.text import cut
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
        self.turn = Turn(session, at=at, language=tools.language, facts=tools.facts, hours=tools.hours, seed=tools.seed)
        self.steps: list[Step] = []
        self._entered = 0
        self._told = 0
        self.use(flow)

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

    def enter(self, node_id: str) -> Next:
        """Step onto a node and let it do its work."""
        node = self.flow.nodes.get(node_id)
        if node is None:
            self.give_up(Fail(event="failed", code="node_missing", reason=f"there is no node '{node_id}'"))
            return None
        self._entered += 1
        self.turn.step = self._entered
        self.turn.change(node=node_id, entered_at=self.turn.at, attempts=0, awaiting=None, asked=None)
        if self._entered > MAX_STEPS:
            return node, Fail(event="failed", code="loop_limit", reason=f"over {MAX_STEPS} steps", fatal=True)
        self.look_around(node)
        return node, self.act(lambda: node.enter(self.turn))

    def hear(self, node: Node, reply: Reply) -> Move:
        """Let the node take a reply."""
        self.turn.change(calls=0)
        self.look_around(node)
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
        self.turn.session = ended(self.turn.session, status=status, outcome=outcome, at=self.turn.at)

    def look_around(self, node: Node) -> None:
        """Note which ways lead out of the node."""
        edges = self.flow.edges_from(node.id)
        self.turn.handles = frozenset(edge.source_handle for edge in edges if edge.source_handle is not None)

    def is_true(self, edge: Edge) -> bool:
        """Whether an edge's condition holds; the step says why not."""
        return self.turn.is_true(edge.condition or "", label=edge.id)
