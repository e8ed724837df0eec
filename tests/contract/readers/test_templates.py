"""TemplateList, on PostgreSQL."""

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.templates import PostgresTemplateList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.templates import TemplateFilters
from application.shared.page import PageRequest
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.templates.errors import TemplateNotFoundError
from domain.whatsapp.templates.template import MessageTemplate
from domain.whatsapp.templates.words import TemplateCategory, TemplateStatus
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import a_template, new_id


@pytest.fixture
def template_list(app_database: Database) -> PostgresTemplateList:
    return PostgresTemplateList(app_database)


@pytest.fixture
async def templates(uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig) -> list[MessageTemplate]:
    found = [
        a_template(config.id, "Olá, até amanhã!", name="c"),
        a_template(config.id, name="a", status=TemplateStatus.PAUSED),
        a_template(config.id, name="b", category=TemplateCategory.MARKETING, language="en_US"),
    ]
    async with uow(tenant_id) as tx:
        for one in found:
            await tx.templates.add(one)
    return found


@pytest.mark.usefixtures("templates")
async def test_they_come_by_name_each_once(tenant_id: TenantId, template_list: PostgresTemplateList) -> None:
    pages = await walk(lambda page: template_list.page(tenant_id, filters=TemplateFilters(), page=page), limit=2)

    assert [[row.name for row in page] for page in pages] == [["a", "b"], ["c"]]


@pytest.mark.usefixtures("templates")
@pytest.mark.parametrize(
    ("filters", "search", "names"),
    [
        (TemplateFilters(status=TemplateStatus.PAUSED), None, ["a"]),
        (TemplateFilters(category=TemplateCategory.MARKETING), None, ["b"]),
        (TemplateFilters(language="pt_BR"), None, ["a", "c"]),
        (TemplateFilters(whatsapp_config_id=WhatsAppConfigId(new_id())), None, []),
        (TemplateFilters(), "ATE AMANHA", ["c"]),
        (TemplateFilters(), "b", ["b"]),
    ],
)
async def test_they_are_those_that_are_asked_for(
    tenant_id: TenantId,
    template_list: PostgresTemplateList,
    filters: TemplateFilters,
    search: str | None,
    names: list[str],
) -> None:
    page = await template_list.page(tenant_id, filters=filters, page=PageRequest(search=search))

    assert [row.name for row in page.items] == names


async def test_one_is_shown_to_its_own(
    tenant_id: TenantId,
    other_tenant_id: TenantId,
    template_list: PostgresTemplateList,
    templates: list[MessageTemplate],
) -> None:
    row = await template_list.one(tenant_id, template_id=templates[0].id)

    assert (row.name, row.status, row.version) == ("c", TemplateStatus.APPROVED, templates[0].version)
    with pytest.raises(TemplateNotFoundError):
        await template_list.one(other_tenant_id, template_id=templates[0].id)
