"""`jump`: runs another flow, and comes back from it or not.

{"id": "n10", "type": "jump", "data": {"flow_id": "0190c0de-0000-7000-8000-000000000002", "return": true,
 "variables": {"cpf": "{{vars.cpf}}"}, "outputs": {"nota": "nota_final"}}}
"""

from collections.abc import Iterator
from uuid import UUID

import msgspec

from domain.flows.assignments import Assignments, read_assignments
from domain.flows.effects import StartFlow
from domain.flows.moves import Call, Finish, Move
from domain.flows.nodes.base import Node, Problem, Snippet
from domain.flows.nodes.parts import variable_name
from domain.flows.nodes.set_variable import assignment_snippets
from domain.flows.session import Value
from domain.flows.turn import NodeFailedError, Turn
from domain.shared.ids import FlowId


class JumpData(msgspec.Struct, frozen=True, kw_only=True):
    """Which flow; what it gets (`variables`) and what we take from it (`outputs`: our name → its name)."""

    flow_id: str = ""
    returns: bool = msgspec.field(default=True, name="return")
    variables: Assignments = ()
    outputs: dict[str, str] = {}

    def target(self) -> FlowId | None:
        """Give the flow's id, if it is one."""
        try:
            return FlowId(UUID(self.flow_id))
        except ValueError:
            return None


class Jump(Node, frozen=True, tag="jump"):
    """Leaves by `returned` (or default) when the other flow has ended, by `error` when it cannot be run."""

    data: JumpData = JumpData()

    @property
    def is_last(self) -> bool:
        """Without return the flow ends here."""
        return not self.data.returns

    def enter(self, turn: Turn) -> Move:
        """Call the flow, or end here and have it started."""
        target = self.data.target()
        if target is None:
            raise NodeFailedError("flow_missing", "no flow was chosen")
        variables: dict[str, Value] = {
            variable_name(assignment.name): assignment.result(turn)
            for assignment in read_assignments(self.data.variables)
        }
        if self.data.returns:
            return Call(event="called", flow_id=target, variables=variables, outputs=self.data.outputs)
        turn.effects.append(StartFlow(id=turn.next_id(), flow_id=target, variables=variables))
        return Finish(event="jumped", outcome="jumped", final=True)

    def snippets(self) -> Iterator[Snippet]:
        """Give the expressions and templates of its variables."""
        for assignment in read_assignments(self.data.variables):
            yield from assignment_snippets(assignment.name, assignment.expression, assignment.template)

    def problems(self) -> Iterator[Problem]:
        """Check that a flow was chosen."""
        if self.data.target() is None:
            yield Problem("flow_missing", "no flow was chosen")
