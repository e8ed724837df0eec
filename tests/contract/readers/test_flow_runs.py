"""FlowRunList, on PostgreSQL."""

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.flow_runs import PostgresFlowRunList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.flow_runs import FlowRunRow
from application.shared.page import Page, PageRequest
from domain.flows.definition import Flow, FlowNotFoundError
from domain.flows.starts import FlowRun, RunStatus
from domain.shared.ids import FlowId, FlowRunId, TenantId
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import MINUTE, NOW, a_flow, a_version, new_id


@pytest.fixture
def runs(app_database: Database) -> PostgresFlowRunList:
    return PostgresFlowRunList(app_database)


@pytest.fixture
async def flow(uow: PostgresUnitOfWork, tenant_id: TenantId) -> Flow:
    """A flow that ran three times; the last time nobody was asked."""
    flow = a_flow()
    version = a_version(flow)
    async with uow(tenant_id) as tx:
        await tx.flows.add(flow)
        await tx.flows.add_version(version, published_by=None, at=NOW)
        for number in range(3):
            run = FlowRun(
                id=FlowRunId(new_id()),
                flow_id=flow.id,
                version_id=version.id,
                due_at=NOW + number * MINUTE,
                began_at=NOW + number * MINUTE,
                asked=number,
            )
            run.end(RunStatus.MISSED if number == 2 else RunStatus.DONE, now=NOW + MINUTE)
            await tx.flow_starts.begin_run(run)
    return flow


async def test_gives_the_newest_first_each_once(tenant_id: TenantId, flow: Flow, runs: PostgresFlowRunList) -> None:
    async def read(page: PageRequest) -> Page[FlowRunRow]:
        return await runs.page(tenant_id, flow_id=flow.id, status=None, page=page)

    found = await walk(read, limit=2)

    assert [(row.due_at, row.asked) for rows in found for row in rows] == [(NOW + n * MINUTE, n) for n in (2, 1, 0)]


async def test_gives_those_with_an_outcome(tenant_id: TenantId, flow: Flow, runs: PostgresFlowRunList) -> None:
    page = await runs.page(tenant_id, flow_id=flow.id, status=RunStatus.MISSED, page=PageRequest())

    assert [row.status for row in page.items] == [RunStatus.MISSED]


async def test_a_flow_that_is_not_there_has_none(tenant_id: TenantId, runs: PostgresFlowRunList) -> None:
    with pytest.raises(FlowNotFoundError):
        await runs.page(tenant_id, flow_id=FlowId(new_id()), status=None, page=PageRequest())
