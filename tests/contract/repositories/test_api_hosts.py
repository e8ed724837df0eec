"""ApiHostRepository, on PostgreSQL."""

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.calls.host import ApiHost
from domain.shared.ids import TenantId
from tests.contract.repositories.stored import MINUTE, NOW

HOST = "api.example.com:8443"


async def test_what_became_of_calls_is_counted(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    async with uow(tenant_id) as tx:
        await tx.api_hosts.failed(HOST, error="timeout", at=NOW)
        await tx.api_hosts.failed(HOST, error="http_503", at=NOW + MINUTE)
        failing = await tx.api_hosts.find(HOST)
        await tx.api_hosts.succeeded(HOST, ms=82, at=NOW + 2 * MINUTE)
        await tx.api_hosts.succeeded("other.example.com", ms=5, at=NOW)
    async with uow(other_tenant_id) as tx:
        assert await tx.api_hosts.find(HOST) is None
    async with uow(tenant_id) as tx:
        assert await tx.api_hosts.find(HOST) == ApiHost(
            host=HOST,
            successes=1,
            failures=2,
            last_success_at=NOW + 2 * MINUTE,
            last_failure_at=NOW + MINUTE,
            last_error="http_503",
            last_ms=82,
        )
    assert failing is not None
    assert failing.failures_in_a_row == 2
