"""Assignments: how set_variable and jump write them, and what they give."""

import msgspec

from domain.flows.session import Value
from domain.flows.turn import Turn
from domain.flows.values import to_value


class Assignment(msgspec.Struct, frozen=True, kw_only=True):
    """One name and where its value comes from: an expression, a template, or the value itself."""

    name: str
    expression: str | None = None
    template: str | None = None
    value: object = None

    def result(self, turn: Turn) -> Value:
        """Give the value, of the first source that is there."""
        if self.expression is not None:
            return to_value(turn.evaluate(self.expression))
        if self.template is not None:
            return turn.render(self.template)
        return to_value(self.value)


Assignments = tuple[Assignment, ...] | dict[str, object]
"""A list of assignments, or a mapping of names to values in which texts are templates."""


def read_assignments(assignments: Assignments) -> tuple[Assignment, ...]:
    """Read either spelling."""
    if not isinstance(assignments, dict):
        return assignments
    return tuple(
        Assignment(name=name, template=value) if isinstance(value, str) else Assignment(name=name, value=value)
        for name, value in assignments.items()
    )
