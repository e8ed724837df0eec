"""The tests beside flows, in PostgreSQL."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import values_of
from adapters.postgres.statements import Statement
from adapters.postgres.tables.flows import flow_tests
from domain.flows.saved_tests import SavedTest
from domain.shared.ids import FlowId, FlowTestId

_of_flow = (flow_tests.c.tenant_id == bindparam("tenant_id")) & (flow_tests.c.flow_id == bindparam("flow_id"))
_LIST = Statement(select(flow_tests).where(_of_flow).order_by(flow_tests.c.place))
_CLEAR = Statement(delete(flow_tests).where(_of_flow))
_ADD = Statement(
    """
    INSERT INTO flow_tests (tenant_id, id, flow_id, place, name, document, created_at)
    VALUES (:tenant_id, :id, :flow_id, :place, :name, :document, now())
    """
)


def to_domain(row: Row) -> SavedTest:
    """Read a row."""
    return SavedTest(id=FlowTestId(row["id"]), name=row["name"], document=row["document"])


class PostgresFlowTests:
    """Keeps a flow's tests, always as a whole set in its order."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def list(self, flow_id: FlowId) -> list[SavedTest]:
        """Load them; none for a flow that has none or is not there."""
        return [to_domain(row) for row in await self._connection.fetch(_LIST, flow_id=flow_id)]

    async def replace(self, flow_id: FlowId, tests: Sequence[SavedTest]) -> None:
        """Write the set in place of the one before."""
        await self._connection.execute(_CLEAR, flow_id=flow_id)
        rows = [{**values_of(test), "flow_id": flow_id, "place": place} for place, test in enumerate(tests)]
        await self._connection.execute_many(_ADD, rows)
