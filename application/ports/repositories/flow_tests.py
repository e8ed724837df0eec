"""The tests that lie beside a flow."""

from collections.abc import Sequence
from typing import Protocol

from domain.flows.saved_tests import SavedTest
from domain.shared.ids import FlowId


class FlowTestRepository(Protocol):
    """Keeps a flow's tests, always as a whole set in its order."""

    async def list(self, flow_id: FlowId) -> list[SavedTest]:
        """Load them; none for a flow that has none or is not there."""
        ...

    async def replace(self, flow_id: FlowId, tests: Sequence[SavedTest]) -> None:
        """Write the set in place of the one before."""
        ...
