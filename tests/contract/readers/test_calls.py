"""SecretList and ApiHostList, on PostgreSQL."""

from datetime import timedelta

from adapters.postgres.database import Database
from adapters.postgres.readers.api_hosts import PostgresApiHostList
from adapters.postgres.readers.secrets import PostgresSecretList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.api_hosts import API_HOST_SORTS
from application.ports.readers.secrets import SECRET_SORTS, SecretRow
from application.shared.page import PageRequest
from domain.calls.secret import Secret
from domain.shared.ids import SecretId, TenantId
from tests.contract.repositories.stored import NOW, new_id


def a_secret(name: str) -> Secret:
    return Secret(
        id=SecretId(new_id()), name=name, value_sealed=b"x", hosts=("a.example",), created_at=NOW, updated_at=NOW
    )


async def test_secrets_come_by_name_and_without_their_values(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    one, two = a_secret("PIX"), a_secret("BOLETO")
    async with uow(tenant_id) as tx:
        await tx.secrets.add(one)
        await tx.secrets.add(two)
        await tx.secrets.used(["PIX"], at=NOW)
    async with uow(other_tenant_id) as tx:
        await tx.secrets.add(a_secret("ALHEIO"))
    reader = PostgresSecretList(app_database)

    page = await reader.page(tenant_id, page=PageRequest())

    one.last_used_at = NOW
    assert page.items == [SecretRow.of(two), SecretRow.of(one)]
    assert (await reader.page(tenant_id, page=PageRequest(search="pix"))).items == [SecretRow.of(one)]
    for name in SECRET_SORTS:
        assert (await reader.page(tenant_id, page=PageRequest(sort=name))).total == 2


async def test_hosts_come_by_name_or_those_alone_that_fail(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId
) -> None:
    async with uow(tenant_id) as tx:
        await tx.api_hosts.failed("b.example", error="timeout", at=NOW)
        await tx.api_hosts.succeeded("a.example", ms=12, at=NOW)
        await tx.api_hosts.failed("c.example", error="timeout", at=NOW)
        await tx.api_hosts.succeeded("c.example", ms=12, at=NOW + timedelta(minutes=1))
    reader = PostgresApiHostList(app_database)

    page = await reader.page(tenant_id, page=PageRequest())
    failing = await reader.page(tenant_id, page=PageRequest(), is_failing=True)

    assert [host.host for host in page.items] == ["a.example", "b.example", "c.example"]
    assert [(host.host, host.last_error) for host in failing.items] == [("b.example", "timeout")]
    for name in API_HOST_SORTS:
        assert (await reader.page(tenant_id, page=PageRequest(sort=name))).total == 3
