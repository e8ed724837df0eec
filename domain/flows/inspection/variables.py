"""Names that stand for nothing, and variables that may be read before they are written, along every way."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from domain.flows.assignments import read_assignments
from domain.flows.document import Edge
from domain.flows.inspection.finding import Finding, Severity
from domain.flows.inspection.plan import Plan
from domain.flows.inspection.usage import LAST, ROOTS, Read, reads, writes, written_on
from domain.flows.nodes.jump import Jump
from domain.flows.nodes.parts import variable_name
from domain.shared.ids import FlowId


def variables(plan: Plan) -> Iterator[Finding]:
    """Check every name that is read, and what flows give each other."""
    survey = _Survey(plan)
    others: dict[FlowId, _Survey] = {}
    known = survey.given | survey.written
    for node, edge, read in survey.readings():
        name = read.variable
        if not read.is_known or (name is not None and name not in known and name != LAST):
            yield _unknown(node, edge, read)
        elif name is not None and survey.may_be_missing(node, name, edge):
            yield _too_early(node, edge, read, name)
    for inner in plan.document.nodes:
        target = inner.data.target() if isinstance(inner, Jump) else None
        document = plan.world.flows.get(target) if target is not None else None
        if isinstance(inner, Jump) and document is not None and target is not None:
            if target not in others:
                others[target] = _Survey(Plan(document, plan.language, plan.world, plan.meter))
            yield from _exchange(inner, others[target])
    yield from _shadows(plan)


class _Survey:
    """What may be unwritten where: sets of variables as bits, spread along the edges until nothing changes."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.given = frozenset(plan.document.variables) | plan.world.variables
        self.written = frozenset[str]().union(*map(writes, plan.document.nodes))
        self._reads = {node.id: list(reads(node, plan.language)) for node in plan.document.nodes}
        names = sorted(self.written - self.given | {LAST})
        self._bits = {name: 1 << place for place, name in enumerate(names)}
        self._keeps = {
            id(edge): self._set(written_on(plan.nodes[node], edge))
            for node, edges in plan.edges.items()
            if node in plan.nodes
            for edge in edges
        }
        self._missing: dict[str, int] = {}
        self._spread()

    def readings(self) -> Iterator[tuple[str, Edge | None, Read]]:
        """Give every reading: of nodes that are reached, and of the conditions of their edges."""
        for node in self._plan.document.nodes:
            if node.id not in self._missing:
                continue
            yield from ((node.id, None, read) for read in self._reads[node.id])
            for edge in self._plan.edges_from(node.id):
                paths = self._plan.language.expressions.names(edge.condition) if edge.condition else ()
                yield from ((node.id, edge, Read(path, "condition")) for path in paths)

    def may_be_missing(self, node: str, name: str, edge: Edge | None) -> bool:
        """Whether a way leads here on which nothing wrote it."""
        return bool((self._missing[node] if edge is None else self._after(node, edge)) & self._bits.get(name, 0))

    @cached_property
    def needs(self) -> frozenset[str]:
        """Give the variables that must be there at the start."""
        known = self.given | self.written | {LAST}
        return frozenset(
            read.variable
            for node, edge, read in self.readings()
            if read.variable is not None
            and (read.variable not in known or self.may_be_missing(node, read.variable, edge))
        ) - {LAST}

    def _set(self, names: Iterable[str]) -> int:
        found = 0
        for name in names:
            found |= self._bits.get(name, 0)
        return found

    def _after(self, node: str, edge: Edge) -> int:
        return self._missing[node] & ~self._keeps[id(edge)]

    def _spread(self) -> None:
        waiting = dict.fromkeys(self._plan.starts[:1], (1 << len(self._bits)) - 1)
        while waiting:
            node = next(iter(waiting))
            arriving, before = waiting.pop(node), self._missing.get(node)
            merged = arriving | (before or 0)
            if merged == before:
                continue
            self._missing[node] = merged
            for edge in self._plan.edges_from(node):
                self._plan.meter.steps += 1
                if edge.target in self._plan.nodes:
                    waiting[edge.target] = waiting.get(edge.target, 0) | self._after(node, edge)


def _unknown(node: str, edge: Edge | None, read: Read) -> Finding:
    return _doubt("undefined_name", f"nothing is called '{read.path}'", node, edge, read, read.path)


def _too_early(node: str, edge: Edge | None, read: Read, name: str) -> Finding:
    message = f"'{name}' may be read before anything has written it"
    return _doubt("read_before_written", message, node, edge, read, name)


def _doubt(code: str, message: str, node: str, edge: Edge | None, read: Read, name: str) -> Finding:
    return Finding(
        code=code,
        message=message,
        node=node,
        severity=Severity.WARNING,
        place=read.place,
        edge=edge.id if edge else None,
        params={"name": name},
    )


def _exchange(node: Jump, survey: _Survey) -> Iterator[Finding]:
    """Check what the other flow is given, and what is taken from it."""
    given = {variable_name(assignment.name) for assignment in read_assignments(node.data.variables)}
    for name in sorted(survey.needs - given):
        message = f"the flow that is run reads '{name}', and is not given it"
        yield _named("input_missing", message, node, "data.variables", name)
    known = survey.given | survey.written | given
    for theirs in sorted(set(node.data.outputs.values()) if node.data.returns else ()):
        if variable_name(theirs) not in known:
            message = f"the flow that is run never writes '{theirs}'"
            yield _named("output_missing", message, node, "data.outputs", theirs)


def _named(code: str, message: str, node: Jump, place: str, name: str) -> Finding:
    params: dict[str, str | int | float] = {"name": name}
    return Finding(code=code, message=message, node=node.id, severity=Severity.WARNING, place=place, params=params)


def _shadows(plan: Plan) -> Iterator[Finding]:
    """Warn of variables that no text or expression can name."""
    for node in plan.document.nodes:
        for name in sorted(writes(node) - {LAST}):
            if name in ROOTS or not name.isidentifier() or not name.isascii():
                message = f"no expression can name a variable called '{name}'"
                yield Finding(
                    code="unnameable", message=message, node=node.id, severity=Severity.WARNING, params={"name": name}
                )
