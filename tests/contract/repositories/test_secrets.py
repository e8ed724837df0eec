"""SecretRepository, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.calls.errors import SecretNotFoundError, SecretTakenError
from domain.calls.secret import Secret
from domain.shared.errors import StaleVersionError
from domain.shared.ids import SecretId, TenantId
from tests.contract.repositories.stored import MINUTE, NOW, facts, new_id


def a_secret(name: str = "TOKEN") -> Secret:
    return Secret(
        id=SecretId(new_id()),
        name=name,
        value_sealed=b"\x01sealed",
        hosts=("api.example.com", "10.0.0.7"),
        created_at=NOW,
        updated_at=NOW,
    )


async def test_a_secret_is_its_companys(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    secret = a_secret()
    async with uow(tenant_id) as tx:
        await tx.secrets.add(secret)
        await tx.secrets.add(a_secret("OTHER"))
    async with uow(other_tenant_id) as tx:
        assert (await tx.secrets.count(), await tx.secrets.named(["TOKEN"])) == (0, {})
        with pytest.raises(SecretNotFoundError):
            await tx.secrets.get("TOKEN")
        await tx.secrets.used(["TOKEN"], at=NOW)
    async with uow(tenant_id) as tx:
        assert facts(await tx.secrets.get("TOKEN")) == facts(secret)
        assert [*await tx.secrets.named(["TOKEN", "token", "NONE"])] == ["TOKEN"]
        assert await tx.secrets.count() == 2
        await tx.secrets.used(["TOKEN"], at=NOW + MINUTE)
        await tx.secrets.used(["TOKEN"], at=NOW)
        assert (await tx.secrets.get("TOKEN")).last_used_at == NOW + MINUTE


async def test_a_name_is_one_secrets_and_the_faster_one_wins(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    secret = a_secret()
    async with uow(tenant_id) as tx:
        await tx.secrets.add(secret)
    with pytest.raises(SecretTakenError):
        async with uow(tenant_id) as tx:
            await tx.secrets.add(a_secret())
    async with uow(tenant_id) as tx:
        mine, theirs = await tx.secrets.get("TOKEN"), await tx.secrets.get("TOKEN")
        mine.value_sealed, mine.hosts = b"new", ("b.example.com",)
        await tx.secrets.save(mine)
        with pytest.raises(StaleVersionError):
            await tx.secrets.save(theirs)
        with pytest.raises(StaleVersionError):
            await tx.secrets.remove(theirs)
        assert facts(await tx.secrets.get("TOKEN")) == facts(mine)
        await tx.secrets.remove(mine)
        assert await tx.secrets.count() == 0
