"""Questions about a graph; each is answered in time that grows with its nodes and ways, however they lie."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from domain.flows.document import FlowDocument

Point = TypeVar("Point", bound=Hashable)
Ways = Mapping[Point, Iterable[Point]]


class Meter:
    """Counts the steps of a check, so that its cost can be told without a clock."""

    def __init__(self) -> None:
        self.steps = 0


def ways_of(document: FlowDocument) -> dict[str, dict[str, None]]:
    """Give where each node's edges lead, in the order of the document."""
    ways: dict[str, dict[str, None]] = {}
    for edge in document.edges:
        ways.setdefault(edge.source, {})[edge.target] = None
    return ways


def reached(ways: Ways[Point], starts: Iterable[Point], meter: Meter) -> dict[Point, None]:
    """Give what can be reached from `starts`, themselves included, in the order in which it is found."""
    seen: dict[Point, None] = {}
    opened = list(starts)
    while opened:
        point = opened.pop()
        meter.steps += 1
        if point not in seen:
            seen[point] = None
            opened.extend(ways.get(point, ()))
    return seen


def reachable(document: FlowDocument, starts: Iterable[str]) -> frozenset[str]:
    """Give the nodes that can be reached from `starts`, themselves included."""
    return frozenset(reached(ways_of(document), starts, Meter()))


def loops_without_wait(document: FlowDocument, meter: Meter | None = None) -> Iterator[str]:
    """Give the nodes on a loop on which nothing waits."""
    pausing = {node.id for node in document.nodes if node.pauses}
    ways = {
        source: [target for target in targets if target not in pausing]
        for source, targets in ways_of(document).items()
        if source not in pausing
    }
    looping = {
        node
        for component in components(ways, [node.id for node in document.nodes], meter or Meter())
        if len(component) > 1 or component[0] in ways.get(component[0], ())
        for node in component
    }
    yield from (node.id for node in document.nodes if node.id in looping)


def components(ways: Ways[Point], points: Iterable[Point], meter: Meter) -> list[list[Point]]:
    """Give what lies on common loops (Tarjan), each before those that lead to it; whatever lies alone is alone."""
    search = _Search(ways, meter)
    for point in points:
        if point not in search.place:
            search.visit(point)
    return search.found


class _Search(Generic[Point]):
    """Tarjan's search without recursion, for paths longer than the stack."""

    def __init__(self, ways: Mapping[Point, Iterable[Point]], meter: Meter) -> None:
        self.found: list[list[Point]] = []
        self.place: dict[Point, int] = {}
        self._lowest: dict[Point, int] = {}
        self._open: dict[Point, None] = {}
        self._ways = ways
        self._meter = meter

    def visit(self, start: Point) -> None:
        """Visit everything behind `start`."""
        under_way = [self._enter(start)]
        while under_way:
            point, following = under_way[-1]
            target = next(following, None)
            self._meter.steps += 1
            if target is None:
                under_way.pop()
                self._leave(point, under_way[-1][0] if under_way else None)
            elif target not in self.place:
                under_way.append(self._enter(target))
            elif target in self._open:
                self._lowest[point] = min(self._lowest[point], self.place[target])

    def _enter(self, point: Point) -> tuple[Point, Iterator[Point]]:
        self.place[point] = self._lowest[point] = len(self.place)
        self._open[point] = None
        return point, iter(self._ways.get(point, ()))

    def _leave(self, point: Point, before: Point | None) -> None:
        if before is not None:
            self._lowest[before] = min(self._lowest[before], self._lowest[point])
        if self._lowest[point] < self.place[point]:
            return
        component: list[Point] = []
        while not component or component[-1] != point:
            component.append(self._open.popitem()[0])
        self.found.append(component)
