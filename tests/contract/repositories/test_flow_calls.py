"""FlowCallRepository, on PostgreSQL."""

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.flow_calls import CallKind, CallStatus, Settlement
from application.ports.repositories.flow_sessions import SessionRecord
from domain.flows.effects import AskAi, Call, CallApi, CallErp, CallHeader, SecretRef
from domain.shared.erp import ErpOperation
from domain.shared.ids import TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_call

API = CallApi(
    id="1.1",
    method="POST",
    url="https://api.example.com/x",
    timeout_seconds=10,
    headers=(CallHeader(name="Authorization", value=("Bearer ", SecretRef(name="TOKEN"))),),
    body='{"a": "\u2028"}',
    retries=2,
)
ERP = CallErp(id="1.2", operation=ErpOperation.INVOICES, arguments={"customer_id": "7", "open_only": True})
AI = AskAi(id="1.3", prompt="Seja breve", question="Oi?", max_tokens=400)


@pytest.mark.parametrize(("request_", "kind"), [(API, CallKind.API), (ERP, CallKind.ERP), (AI, CallKind.AI)])
async def test_a_call_comes_back_as_it_was(
    uow: PostgresUnitOfWork,
    tenant_id: TenantId,
    other_tenant_id: TenantId,
    record: SessionRecord,
    request_: Call,
    kind: CallKind,
) -> None:
    call = a_call(record, request_)
    async with uow(tenant_id) as tx:
        await tx.flow_calls.add(call)
    async with uow(other_tenant_id) as tx:
        assert await tx.flow_calls.get(call.id) is None
        assert await tx.flow_calls.lock(call.id) is None
        assert await tx.flow_calls.overdue(before=NOW + MINUTE, limit=10) == []
    async with uow(tenant_id) as tx:
        found = await tx.flow_calls.get(call.id)
        assert found == call == await tx.flow_calls.lock(call.id)
        assert found is not None
        assert found.kind is kind


async def test_a_call_is_begun_put_off_and_ends_once(
    uow: PostgresUnitOfWork, tenant_id: TenantId, record: SessionRecord
) -> None:
    call, later = a_call(record, API), a_call(record, ERP)
    async with uow(tenant_id) as tx:
        await tx.flow_calls.add(call)
        await tx.flow_calls.add(later)
    async with uow(tenant_id) as tx:
        await tx.flow_calls.begin(call.id, now=NOW, until=NOW + MINUTE)
        await tx.flow_calls.postpone(call.id, due_at=NOW + 2 * MINUTE)
        await tx.flow_calls.begin(call.id, now=NOW + 2 * MINUTE, until=NOW + 3 * MINUTE)
    async with uow(tenant_id) as tx:
        found = await tx.flow_calls.get(call.id)
        begun = msgspec.structs.replace(call, begun=2, tries=1, began_at=NOW, due_at=NOW + 3 * MINUTE)
        assert found == begun
        assert await tx.flow_calls.overdue(before=NOW + 4 * MINUTE, limit=10) == [later.id, call.id]
        assert await tx.flow_calls.overdue(before=NOW + MINUTE, limit=10) == [later.id]
        done = Settlement(status=CallStatus.DONE, answer={"status": 200, "body": [1, None, "a\x00"]})
        assert await tx.flow_calls.settle(call.id, done, at=NOW)
        assert not await tx.flow_calls.settle(call.id, Settlement(status=CallStatus.FAILED), at=NOW + MINUTE)
        await tx.flow_calls.begin(call.id, now=NOW, until=NOW + 9 * MINUTE)
    async with uow(tenant_id) as tx:
        assert await tx.flow_calls.get(call.id) == msgspec.structs.replace(
            begun, status=CallStatus.DONE, answer={"status": 200, "body": [1, None, "a\ufffd"]}, settled_at=NOW
        )
        assert await tx.flow_calls.overdue(before=NOW + 9 * MINUTE, limit=10) == [later.id]
