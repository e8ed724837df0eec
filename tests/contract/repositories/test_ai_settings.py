"""AiSettingsRepository, on PostgreSQL."""

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.ai.settings import AiSettings, Provider
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId
from tests.contract.repositories.stored import NOW

SET = AiSettings(
    provider=Provider.OPENAI,
    model="gpt",
    base_url="https://models.example/v1",
    embedding_model="small",
    api_key_sealed=b"sealed",
    monthly_tokens=1_000,
    monthly_cost_micros=2_500_000,
    input_price_micros=400_000,
    output_price_micros=1_600_000,
    currency="BRL",
    updated_at=NOW,
)


async def test_they_are_kept_and_changed_by_whoever_read_them(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    async with uow(tenant_id) as tx:
        assert await tx.ai_settings.get() == AiSettings()
        await tx.ai_settings.save(SET)
    async with uow(tenant_id) as tx:
        first = await tx.ai_settings.get()
        await tx.ai_settings.save(msgspec.structs.replace(first, model="other", api_key_sealed=None))
    async with uow(tenant_id) as tx:
        second = await tx.ai_settings.get()
    async with uow(other_tenant_id) as tx:
        theirs = await tx.ai_settings.get()

    assert first == msgspec.structs.replace(SET, version=1)
    assert second == msgspec.structs.replace(SET, model="other", api_key_sealed=None, version=2)
    assert theirs == AiSettings()
    for lost in (AiSettings(updated_at=NOW), first):
        with pytest.raises(StaleVersionError):
            async with uow(tenant_id) as tx:
                await tx.ai_settings.save(lost)
