"""`condition`: goes one way or another.

{"id": "n7", "type": "condition", "data": {"cases": [{"id": "vip", "expression": "'vip' in contact.tags"},
 {"id": "late", "variable": "invoices_open", "operator": "gt", "value": 0}]}}
"""

from collections.abc import Iterator

import msgspec

from domain.flows.moves import Leave, Move
from domain.flows.nodes.base import Node, Problem, Snippet
from domain.flows.operators import Operator, compare
from domain.flows.turn import Turn
from domain.flows.values import look_up

_WITHOUT_VALUE = {Operator.IS_EMPTY, Operator.IS_NOT_EMPTY, Operator.IS_SET, Operator.IS_NOT_SET}


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One way: an expression, or a variable compared with a value."""

    id: str = ""
    expression: str = ""
    variable: str = ""
    operator: Operator = Operator.EQ
    value: object = None


class ConditionData(msgspec.Struct, frozen=True, kw_only=True):
    """The cases in order; a single comparison may stand here itself and is the case `true`."""

    cases: tuple[Case, ...] = ()
    expression: str = ""
    variable: str = ""
    operator: Operator = Operator.EQ
    value: object = None

    def all_cases(self) -> tuple[Case, ...]:
        """Give every case; one without an id is named by its place, from one."""
        if self.expression or self.variable:
            own = Case(
                id="true", expression=self.expression, variable=self.variable, operator=self.operator, value=self.value
            )
            return (own, *self.cases)
        named = enumerate(self.cases, start=1)
        return tuple(case if case.id else msgspec.structs.replace(case, id=str(place)) for place, case in named)


class Condition(Node, frozen=True, tag="condition"):
    """Leaves by the id of the first case that is true, or `else`."""

    data: ConditionData = ConditionData()

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """Each case, and `else`."""
        return (*((case.id,) for case in self.data.all_cases()), ("else", "false"))

    def enter(self, turn: Turn) -> Move:
        """Decide."""
        for case in self.data.all_cases():
            if _is_true(case, turn):
                return Leave(event="decided", handles=(case.id,))
        return Leave(event="decided", handles=("else", "false"))

    def snippets(self) -> Iterator[Snippet]:
        """Give the expressions."""
        for place, case in enumerate(self.data.all_cases()):
            if case.expression:
                yield Snippet("expression", f"data.cases[{place}].expression", case.expression)
            if isinstance(case.value, str):
                yield Snippet("template", f"data.cases[{place}].value", case.value)

    def problems(self) -> Iterator[Problem]:
        """Check that each case asks something."""
        if not self.data.all_cases():
            yield Problem("no_cases", "a condition needs a case")
        for case in self.data.all_cases():
            if not case.expression and not case.variable:
                yield Problem("empty_case", f"case '{case.id}' has no expression and no variable")
            elif not case.expression and case.operator not in _WITHOUT_VALUE and case.value is None:
                yield Problem("empty_case", f"case '{case.id}' compares with nothing")


def _is_true(case: Case, turn: Turn) -> bool:
    if case.expression:
        return turn.is_true(case.expression, label=case.id)
    if not case.variable:
        return False
    left = look_up(case.variable, turn.names())
    right = turn.render(case.value) if isinstance(case.value, str) else case.value
    result = compare(case.operator, left, right)
    turn.note(case.id, {"value": left, "result": result})
    return result
