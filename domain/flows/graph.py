"""Questions about a flow's graph."""

from collections.abc import Iterable, Iterator

from domain.flows.document import FlowDocument


def reachable(document: FlowDocument, starts: Iterable[str]) -> frozenset[str]:
    """Give the nodes that can be reached from `starts`, themselves included."""
    ways = _ways(document)
    seen: set[str] = set()
    open_nodes = list(starts)
    while open_nodes:
        node = open_nodes.pop()
        if node not in seen:
            seen.add(node)
            open_nodes.extend(ways.get(node, ()))
    return frozenset(seen)


def loops_without_wait(document: FlowDocument) -> Iterator[str]:
    """Give the nodes on a loop on which nothing waits."""
    pausing = {node.id for node in document.nodes if node.pauses}
    ways = {
        source: {target for target in targets if target not in pausing}
        for source, targets in _ways(document).items()
        if source not in pausing
    }
    for node in document.nodes:
        if node.id in ways and _comes_back(node.id, ways):
            yield node.id


def _comes_back(start: str, ways: dict[str, set[str]]) -> bool:
    seen: set[str] = set()
    open_nodes = list(ways[start])
    while open_nodes:
        node = open_nodes.pop()
        if node == start:
            return True
        if node not in seen:
            seen.add(node)
            open_nodes.extend(ways.get(node, ()))
    return False


def _ways(document: FlowDocument) -> dict[str, set[str]]:
    ways: dict[str, set[str]] = {}
    for edge in document.edges:
        ways.setdefault(edge.source, set()).add(edge.target)
    return ways
