"""The flow under inspection, indexed once."""

from domain.flows.document import Edge, FlowDocument
from domain.flows.graph import Meter
from domain.flows.inspection.world import World
from domain.flows.language import Language
from domain.flows.nodes import AnyNode
from domain.flows.nodes.start import Start
from domain.flows.text import fold


class Plan:
    """The document with its nodes and edges at hand, the languages, and what is known of the world."""

    def __init__(self, document: FlowDocument, language: Language, world: World, meter: Meter) -> None:
        self.document, self.language, self.world, self.meter = document, language, world, meter
        self.nodes: dict[str, AnyNode] = {node.id: node for node in document.nodes}
        self.edges: dict[str, list[Edge]] = {}
        for edge in document.edges:
            meter.steps += 1
            self.edges.setdefault(edge.source, []).append(edge)
        self.starts = [node.id for node in document.nodes if isinstance(node, Start)]

    def edges_from(self, node: str) -> list[Edge]:
        """Give a node's ways out."""
        return self.edges.get(node, [])

    def handles(self, node: str) -> set[str]:
        """Give the handles of its edges, folded."""
        return {fold(edge.source_handle) for edge in self.edges_from(node) if edge.source_handle is not None}
