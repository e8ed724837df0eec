"""TemplateRepository, on PostgreSQL."""

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.templates.errors import TemplateNotFoundError, TemplateTakenError
from domain.whatsapp.templates.sync import SyncState, TemplateSync
from domain.whatsapp.templates.template import MessageTemplate, TemplateHistory
from domain.whatsapp.templates.words import TemplateStatus
from tests.contract.repositories.stored import MINUTE, NOW, a_template, facts


@pytest.fixture
async def template(uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig) -> MessageTemplate:
    history = TemplateHistory(edits=(NOW,), told={"template_status": NOW})
    one = a_template(config.id, "Olá {{1}}, até já.", history=history, rejected_reason="scam", synced_at=NOW)
    async with uow(tenant_id) as tx:
        await tx.templates.add(one)
    return one


def told(template: MessageTemplate) -> dict[str, object]:
    """Give its facts; the database writes JSON in its own way."""
    return {**facts(template), "components": msgspec.json.decode(template.components)}


async def test_what_is_kept_comes_back(
    uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig, template: MessageTemplate
) -> None:
    async with uow(tenant_id) as tx:
        by_id = await tx.templates.get(template.id)
        by_name = await tx.templates.find(config.id, name=template.name, language="pt_BR")
        by_provider = await tx.templates.lock_told(config.id, provider_id=template.provider_id or "")
        other_language = await tx.templates.find(config.id, name=template.name, language="pt_PT")

    assert by_name is not None
    assert by_provider is not None
    assert [told(one) for one in (by_id, by_name, by_provider)] == [told(template)] * 3
    assert other_language is None


@pytest.mark.usefixtures("template")
async def test_a_name_in_a_language_is_there_once(
    uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig
) -> None:
    async with uow(tenant_id) as tx:
        await tx.templates.add(a_template(config.id, language="en_US"))
        await tx.templates.add(a_template(config.id, language="es", status=TemplateStatus.PAUSED))
        languages = await tx.templates.languages(config.id, name="boas_vindas")
        rows = await tx.templates.lock_named(config.id, names=["boas_vindas"])

    assert (languages, len(rows)) == (["en_US", "pt_BR"], 3)
    with pytest.raises(TemplateTakenError):
        async with uow(tenant_id) as tx:
            await tx.templates.add(a_template(config.id))


async def test_a_lost_race_is_told(uow: PostgresUnitOfWork, tenant_id: TenantId, template: MessageTemplate) -> None:
    async with uow(tenant_id) as tx:
        found = await tx.templates.get(template.id)
        found.lose()
        await tx.templates.save(found)

    with pytest.raises(StaleVersionError):
        async with uow(tenant_id) as tx:
            await tx.templates.save(template)


async def test_what_was_not_seen_and_was_there_before_is_missing(
    uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig, template: MessageTemplate
) -> None:
    others = {
        "nunca_la": {"provider_id": None},
        "apagado": {"status": TemplateStatus.DELETED},
        "novo": {"created_at": NOW + 2 * MINUTE},
    }
    async with uow(tenant_id) as tx:
        for name, changed in others.items():
            await tx.templates.add(a_template(config.id, name=name, **changed))

        missing = await tx.templates.lock_missing(config.id, seen={"1"}, before=NOW + MINUTE)
        seen = await tx.templates.lock_missing(config.id, seen={template.provider_id or ""}, before=NOW + MINUTE)

    assert [one.name for one in missing] == ["boas_vindas", "nunca_la"]
    assert [one.name for one in seen] == ["nunca_la"]


async def test_anothers_is_not_there(
    uow: PostgresUnitOfWork, other_tenant_id: TenantId, template: MessageTemplate
) -> None:
    async with uow(other_tenant_id) as tx:
        with pytest.raises(TemplateNotFoundError):
            await tx.templates.get(template.id)


async def test_how_far_a_reading_is_is_kept(
    uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig
) -> None:
    begun = TemplateSync(whatsapp_config_id=config.id, state=SyncState.QUEUED, ordered_at=NOW)
    ended = msgspec.structs.replace(begun, state=SyncState.DONE, found=3, deleted=1, finished_at=NOW, error="x")
    async with uow(tenant_id) as tx:
        before = await tx.templates.sync_of(config.id)
        for sync in (begun, ended):
            await tx.templates.keep_sync(sync)
        after = await tx.templates.sync_of(config.id)

    assert (before, after) == (None, ended)


async def test_one_that_was_seen_is_as_it_was(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, template: MessageTemplate
) -> None:
    for whose, at in ((tenant_id, NOW + MINUTE), (other_tenant_id, NOW + 2 * MINUTE)):
        async with uow(whose) as tx:
            await tx.templates.saw([template.id], at=at)

    async with uow(tenant_id) as tx:
        read = await tx.templates.get(template.id)
    assert told(read) == {**told(template), "synced_at": NOW + MINUTE}
    assert read.version == template.version
