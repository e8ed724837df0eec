"""FlowNames, on PostgreSQL."""

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.tag import Tag
from domain.flows.inspection import Named
from domain.shared.ids import DepartmentId, TagId, TenantId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import NOW, a_template, a_user, new_id
from tests.contract.repositories.test_secrets import a_secret


async def test_knows_what_is_there_as_flows_write_it(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    department_id, user = DepartmentId(new_id()), a_user(tenant_id)
    gone = a_user(tenant_id, email="gone@example.com", is_active=False)
    async with uow(tenant_id) as tx:
        await tx.departments.add(department_id, name="Suporte Técnico")
        await tx.users.add(user)
        await tx.users.add(gone)
        await tx.secrets.add(a_secret("Token"))
        await tx.tags.add(Tag(id=TagId(new_id()), name="VIP", color="#9333ea", description="", created_at=NOW))
        found = await tx.flow_names.known(set(Named))
        some = await tx.flow_names.known({Named.TAG, Named.CONNECTION})
    async with uow(other_tenant_id) as tx:
        nothing = await tx.flow_names.known(set(Named))

    assert found == {
        Named.DEPARTMENT: {"suporte tecnico", str(department_id)},
        Named.USER: {user.email, str(user.id)},
        Named.SECRET: {"Token"},
        Named.KNOWLEDGE_BASE: frozenset(),
        Named.TAG: {"vip"},
    }
    assert some == {Named.TAG: {"vip"}}
    assert nothing == dict.fromkeys(found, frozenset())


async def test_gives_templates_of_every_number(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, config: WhatsAppConfig
) -> None:
    template = a_template(config.id, "Olá {{1}}.")
    async with uow(tenant_id) as tx:
        await tx.templates.add(template)
        found = await tx.flow_names.templates([template.name, "other"])
        nothing = await tx.flow_names.templates(["other"])
    async with uow(other_tenant_id) as tx:
        foreign = await tx.flow_names.templates([template.name])

    assert [one.id for one in found] == [template.id]
    assert (nothing, foreign) == ([], [])
