"""BotTextRepository, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId
from domain.support.bot_texts import BotText, BotTextKey
from domain.tenants.errors import TenantNotFoundError
from tests.contract.repositories.stored import facts, new_id


async def test_what_was_never_changed_is_ours(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    async with uow(tenant_id) as tx:
        found = await tx.bot_texts.find(BotTextKey.AWAY)
        everything = await tx.bot_texts.all()

    assert facts(found) == facts(BotText.default(BotTextKey.AWAY))
    assert [text.key for text in everything] == list(BotTextKey)


async def test_what_is_written_is_read_by_its_own_company(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    async with uow(tenant_id) as tx:
        text = await tx.bot_texts.find(BotTextKey.CLOSING)
        text.is_enabled = True
        text.write("en", "Bye, {{ contact.name }}!")
        await tx.bot_texts.save(text)

    async with uow(tenant_id) as tx:
        again = await tx.bot_texts.find(BotTextKey.CLOSING)
        among = next(one for one in await tx.bot_texts.all() if one.key is BotTextKey.CLOSING)
    async with uow(other_tenant_id) as tx:
        theirs = await tx.bot_texts.find(BotTextKey.CLOSING)

    assert facts(again) == facts(among) == facts(text)
    assert (again.version, again.template) == (1, text.text_in("pt-BR"))
    assert not theirs.is_enabled


async def test_a_lost_race_is_told(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    async with uow(tenant_id) as tx:
        first, second = [await tx.bot_texts.find(BotTextKey.AWAY) for _ in range(2)]
        await tx.bot_texts.save(first)
        await tx.bot_texts.save(first)
        with pytest.raises(StaleVersionError):
            await tx.bot_texts.save(second)

    assert first.version == 2


async def test_nobody_says_anything_without_a_company(uow: PostgresUnitOfWork) -> None:
    async with uow(TenantId(new_id())) as tx:
        with pytest.raises(TenantNotFoundError):
            await tx.bot_texts.find(BotTextKey.AWAY)
