"""Which edge is taken, and why."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from domain.flows.document import Edge
from domain.flows.moves import Leave
from domain.flows.text import fold


class Route(msgspec.Struct, frozen=True):
    """An edge and the reason why it was taken."""

    edge: Edge
    reason: str


def choose_edge(edges: tuple[Edge, ...], leave: Leave, is_true: Callable[[Edge], bool]) -> Route | None:
    """Try the handles, then the conditions in document order, then the fallback handles, then the default."""
    return next(_routes(edges, leave, is_true), None)


def _routes(edges: tuple[Edge, ...], leave: Leave, is_true: Callable[[Edge], bool]) -> Iterator[Route]:
    yield from by_handle(edges, leave.handles, is_true)
    if leave.only:
        return
    for edge in edges:
        if edge.source_handle is None and edge.condition is not None and is_true(edge):
            yield Route(edge, "condition")
    yield from by_handle(edges, leave.fallback, is_true)
    yield from (Route(edge, "default") for edge in edges if edge.is_default)


def by_handle(edges: Iterable[Edge], handles: tuple[str, ...], is_true: Callable[[Edge], bool]) -> Iterator[Route]:
    """Give the edges with one of these handles: those spelt the same first, then those that people read the same."""
    folded = {fold(handle) for handle in handles}
    named = [edge for edge in edges if edge.source_handle is not None and fold(edge.source_handle) in folded]
    for edge in sorted(named, key=lambda edge: edge.source_handle not in handles):
        if edge.condition is None or is_true(edge):
            yield Route(edge, f"handle {edge.source_handle}")
