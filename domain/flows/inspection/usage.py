"""Which variables each node reads and writes."""

from collections.abc import Iterator

import msgspec

from domain.flows.assignments import Assignments, read_assignments
from domain.flows.document import Edge
from domain.flows.language import Language
from domain.flows.nodes import AnyNode
from domain.flows.nodes.ai import Ai
from domain.flows.nodes.api_call import ApiCall
from domain.flows.nodes.condition import Condition
from domain.flows.nodes.erp import Erp
from domain.flows.nodes.jump import Jump
from domain.flows.nodes.message import Message
from domain.flows.nodes.parts import variable_name
from domain.flows.nodes.question import Question
from domain.flows.nodes.set_variable import Scope, SetVariable
from domain.flows.nodes.wait import Wait
from domain.flows.operators import Operator
from domain.flows.text import fold

LAST = "last"
"""The answer of the last outside call: no variable, but read and written like one."""
_ASKING = {Operator.IS_SET, Operator.IS_NOT_SET, Operator.IS_EMPTY, Operator.IS_NOT_EMPTY}
_UNSAID = frozenset({"timeout", "invalid", "error"})
"""Ways on which nothing was answered."""
ROOTS: dict[str, frozenset[str] | None] = {
    "vars": None,
    "response": None,
    "now": None,
    "last": None,
    "optional": None,
    "reply": frozenset({"id", "type", "text", "media", "location"}),
    "contact": frozenset(
        {"id", "name", "phone", "email", "language", "lifecycle_stage", "lead_score", "tags", "attributes"}
    ),
    "conversation": frozenset({"id", "status", "window_expires_at", "metadata"}),
    "flow": frozenset({"id", "name", "version"}),
}
"""What may be named, and what lies in it; None: whatever one likes."""


class Read(msgspec.Struct, frozen=True):
    """A path that is read, and where."""

    path: str
    place: str

    @property
    def variable(self) -> str | None:
        """The variable that it reads, `last`, or nothing that is written by a flow."""
        root, _, rest = self.path.partition(".")
        if root == "vars":
            return rest.split(".")[0] or None
        return root if root not in ROOTS or root == LAST else None

    @property
    def is_known(self) -> bool:
        """Whether there can be such a thing."""
        root, _, rest = self.path.partition(".")
        fields = ROOTS.get(root)
        return fields is None or not rest or rest.split(".")[0] in fields


def reads(node: AnyNode, language: Language) -> Iterator[Read]:
    """Give what a node reads when it runs, unless it has just written it itself."""
    for snippet in node.snippets():
        mine = _made_before(node, snippet.place)
        if snippet.kind == "expression":
            found = language.expressions.names(snippet.text)
        else:
            found = language.templates.names(snippet.text) if snippet.kind == "template" else ()
        for path in found:
            one = Read(path, snippet.place)
            if one.variable not in mine:
                yield one
    for case in node.data.all_cases() if isinstance(node, Condition) else ():
        if case.variable and not case.expression and case.operator not in _ASKING:
            yield Read(_path(case.variable), "data.cases")


def _made_before(node: AnyNode, place: str) -> set[str]:
    """Give what a node has written itself by the time it comes to an assignment."""
    if not isinstance(node, SetVariable) or node.data.scope is not Scope.SESSION:
        return set()
    names = [assignment.name for assignment in read_assignments(node.data.assignments)]
    here = next((number for number, name in enumerate(names) if place == f"data.assignments.{name}"), 0)
    return set(map(variable_name, names[:here]))


def _path(variable: str) -> str:
    """Write a variable of a comparison as expressions do."""
    root = variable.strip().split(".")[0]
    return variable.strip() if root in ROOTS else f"vars.{variable.strip()}"


def writes(node: AnyNode) -> frozenset[str]:
    """Give what a node writes where all goes well."""
    match node:
        case Message() | Question() | Wait():
            found = {variable_name(node.data.save_as)}
        case SetVariable() if node.data.scope is Scope.SESSION:
            found = _assigned(node.data.assignments)
        case Jump():
            found = set(node.data.outputs) if node.data.returns else set()
        case ApiCall():
            found = {LAST, variable_name(node.data.save_as), *map(variable_name, node.data.mapping)}
        case Erp() | Ai():
            found = {LAST, variable_name(node.data.save_as)}
        case _:
            found = set()
    return frozenset(found - {""})


def _assigned(assignments: Assignments) -> set[str]:
    return {variable_name(assignment.name) for assignment in read_assignments(assignments)}


def written_on(node: AnyNode, edge: Edge) -> frozenset[str]:
    """Give what the node has written when this edge is taken."""
    if edge.source_handle is None:
        return frozenset() if isinstance(node, Message) and node.pauses else writes(node)
    if fold(edge.source_handle) not in _UNSAID:
        return writes(node)
    return frozenset({LAST}) if isinstance(node, ApiCall | Erp | Ai) else frozenset()
