"""`set_variable`: remembers something, for the session, on the contact, or on the conversation.

{"id": "n8", "type": "set_variable", "data": {"scope": "session", "assignments": [
 {"name": "tentativas", "expression": "vars.tentativas + 1"},
 {"name": "saudacao", "template": "Olá {{contact.name}}"}]}}
"""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from domain.flows.assignments import Assignments, read_assignments
from domain.flows.effects import ChangeContact, ChangeConversation
from domain.flows.moves import Leave, Move
from domain.flows.nodes.base import Node, Problem, Snippet
from domain.flows.nodes.parts import variable_name
from domain.flows.session import Value
from domain.flows.turn import NodeFailedError, Turn


class Scope(StrEnum):
    """What remembers it."""

    SESSION = "session"
    CONTACT = "contact"
    CONVERSATION = "conversation"


class SetVariableData(msgspec.Struct, frozen=True, kw_only=True):
    """The assignments, made in order: each sees those before it."""

    assignments: Assignments = ()
    scope: Scope = Scope.SESSION


class SetVariable(Node, frozen=True, tag="set_variable"):
    """Leaves by default; by `error` when a value cannot be made."""

    data: SetVariableData = SetVariableData()

    def enter(self, turn: Turn) -> Move:
        """Make the assignments."""
        made: dict[str, Value] = {}
        for assignment in read_assignments(self.data.assignments):
            name = variable_name(assignment.name)
            made[name] = assignment.result(turn)
            if self.data.scope is Scope.SESSION:
                turn.set_variables({name: made[name]})
        self._tell_world(turn, made)
        turn.note("set", made)
        return Leave(event="set")

    def _tell_world(self, turn: Turn, made: dict[str, Value]) -> None:
        if not made:
            raise NodeFailedError("no_assignments", "there is nothing to set")
        if self.data.scope is Scope.CONTACT:
            self._change(ChangeContact(id="", attributes=made), turn)
        if self.data.scope is Scope.CONVERSATION:
            self._change(ChangeConversation(id="", metadata=made), turn)

    @staticmethod
    def _change(change: ChangeContact | ChangeConversation, turn: Turn) -> None:
        turn.order(change)
        turn.know(change)

    def snippets(self) -> Iterator[Snippet]:
        """Give the expressions and templates."""
        for assignment in read_assignments(self.data.assignments):
            yield from assignment_snippets(assignment.name, assignment.expression, assignment.template)

    def problems(self) -> Iterator[Problem]:
        """Check that something is set."""
        assignments = read_assignments(self.data.assignments)
        if not assignments or any(not variable_name(assignment.name) for assignment in assignments):
            yield Problem("no_assignments", "an assignment needs a name and a value")


def assignment_snippets(name: str, expression: str | None, template: str | None) -> Iterator[Snippet]:
    """Give what an assignment is made from."""
    if expression is not None:
        yield Snippet("expression", f"data.assignments.{name}", expression)
    elif template is not None:
        yield Snippet("template", f"data.assignments.{name}", template)
