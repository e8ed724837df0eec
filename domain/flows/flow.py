"""A published version of a flow, with its graph at hand."""

import msgspec

from domain.flows.document import Edge, FlowDocument
from domain.flows.nodes import AnyNode
from domain.flows.nodes.business_hours import BusinessHours
from domain.flows.nodes.jump import Jump
from domain.flows.nodes.start import Start
from domain.shared.ids import FlowId, FlowVersionId


class FlowVersion(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One version, which never changes. Two are the same when their ids are."""

    id: FlowVersionId
    flow_id: FlowId
    number: int
    name: str
    document: FlowDocument
    nodes: dict[str, AnyNode] = {}
    outgoing: dict[str, tuple[Edge, ...]] = {}
    calendars: set[str | None] = set()
    """Whose hours it asks for; None is the company's. Most flows ask for none."""

    def __post_init__(self) -> None:
        """Index the graph, once."""
        self.nodes.update((node.id, node) for node in self.document.nodes)
        self.calendars.update(node.calendar for node in self.document.nodes if isinstance(node, BusinessHours))
        for edge in self.document.edges:
            self.outgoing[edge.source] = (*self.outgoing.get(edge.source, ()), edge)

    def edges_from(self, node: str) -> tuple[Edge, ...]:
        """Give a node's ways out, in the order of the document."""
        return self.outgoing.get(node, ())

    @property
    def start(self) -> Start | None:
        """Where it begins."""
        return next((node for node in self.document.nodes if isinstance(node, Start)), None)

    @property
    def jump_targets(self) -> frozenset[FlowId]:
        """The flows that it calls and returns from; the caller preloads them, and those that they call."""
        targets = (node.data.target() for node in self.document.nodes if isinstance(node, Jump) and node.data.returns)
        return frozenset(target for target in targets if target is not None)
