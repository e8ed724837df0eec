"""What callers get of the parts of flows, where it is not a read model or a use case's own answer as it is."""

import msgspec

from application.flows.show_flow_tests import FlowTests
from domain.flows.importing.imported import ImportReport
from entrypoints.http.responses import FlowView


class NodeView(msgspec.Struct, frozen=True, kw_only=True):
    """A node of a draft, and the flow's version."""

    node: dict[str, object]
    version: int


class EdgeView(msgspec.Struct, frozen=True, kw_only=True):
    """An edge of a draft, and the flow's version."""

    edge: dict[str, object]
    version: int


class FlowTestsView(msgspec.Struct, frozen=True, kw_only=True):
    """A flow's tests as they were written, in their order, and the flow's version."""

    tests: list[msgspec.Raw]
    version: int

    @classmethod
    def of(cls, found: FlowTests) -> "FlowTestsView":
        """Give the documents."""
        return cls(tests=[test.document for test in found.tests], version=found.version)


class ImportedFlowView(msgspec.Struct, frozen=True, kw_only=True):
    """The flow that was made of a file, and what became of each of its parts."""

    flow: FlowView
    report: ImportReport
