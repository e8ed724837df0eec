"""Fill an empty database with the demo's company; on a second start there is nothing to do."""

from importlib.resources import files

import msgspec
from dishka import AsyncContainer

from application.flows.create_flow import CreateFlow, CreateFlowHandler
from application.flows.publish_flow import PublishFlowHandler
from application.identity.create_user import CreateUser, CreateUserHandler
from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from application.whatsapp.add_config import AddConfig, AddConfigHandler
from domain.flows.definition import Chatbot
from domain.identity.permissions import Role
from domain.shared.ids import ChatbotId, FlowId, TenantId, UserId, WhatsAppConfigId
from entrypoints.cli.demo import company
from entrypoints.cli.demo.history import write_history


class Seeded(msgspec.Struct, frozen=True, kw_only=True):
    """What the demo plays with."""

    tenant_id: TenantId
    config_id: WhatsAppConfigId
    agent_id: UserId


async def seed(container: AsyncContainer) -> Seeded:
    """Give the company, made now or found."""
    directory: Directory = await container.get(Directory)
    uow: UnitOfWork = await container.get(UnitOfWork)
    if await directory.tenant(company.SLUG) is None:
        await _make(container)
    tenant = await directory.tenant(company.SLUG)
    agent = await directory.user_by_email(company.AGENT.email)
    if tenant is None or agent is None:
        raise RuntimeError("the demo's data are incomplete: `make clean`, and start again")
    async with uow(tenant.id) as tx:
        configs = await tx.whatsapp_configs.all()
    return Seeded(tenant_id=tenant.id, config_id=configs[0].id, agent_id=agent.id)


async def _make(container: AsyncContainer) -> None:
    create = await container.get(CreateTenantHandler)
    tenant_id = await create(CreateTenant(name=company.NAME, slug=company.SLUG, departments=company.DEPARTMENTS))
    chatbot_id = await _make_bot(container, tenant_id)
    config_id = await _make_number(container, tenant_id, chatbot_id)
    await write_history(container, tenant_id=tenant_id, config_id=config_id, agent_id=await _hire(container, tenant_id))


async def _hire(container: AsyncContainer, tenant_id: TenantId) -> UserId:
    create = await container.get(CreateUserHandler)
    for login in (company.ADMIN, company.AGENT):
        user_id = await create(
            CreateUser(
                tenant_id=tenant_id,
                email=login.email,
                name=login.name,
                role=Role(login.role),
                password=login.password,
            )
        )
    uow: UnitOfWork = await container.get(UnitOfWork)
    async with uow(tenant_id) as tx:  # the agent serves every department, and so sees what waits in them
        found = [await tx.departments.find(name) for name in company.DEPARTMENTS]
        await tx.departments.set_departments(user_id, [one for one in found if one is not None])
    return user_id


async def _make_bot(container: AsyncContainer, tenant_id: TenantId) -> ChatbotId:
    uow: UnitOfWork = await container.get(UnitOfWork)
    ids: Ids = await container.get(Ids)
    clock: Clock = await container.get(Clock)
    chatbot = Chatbot(id=ChatbotId(ids.new()), name="Atendimento", created_at=clock.now(), updated_at=clock.now())
    async with uow(tenant_id) as tx:
        await tx.chatbots.add(chatbot)
    main_flow = await _publish(container, tenant_id, "aurora.json", chatbot_id=chatbot.id)
    await _publish(container, tenant_id, "echo.json", chatbot_id=chatbot.id)
    async with uow(tenant_id) as tx:
        chatbot.main_flow_id = main_flow
        await tx.chatbots.save(chatbot)
    return chatbot.id


async def _publish(container: AsyncContainer, tenant_id: TenantId, file: str, *, chatbot_id: ChatbotId) -> FlowId:
    document = files("entrypoints.cli.demo").joinpath(file).read_bytes()
    create = await container.get(CreateFlowHandler)
    flow_id = await create.create(tenant_id, CreateFlow(document=document, chatbot_id=chatbot_id))
    publish = await container.get(PublishFlowHandler)
    await publish.publish(tenant_id, flow_id)
    return flow_id


async def _make_number(container: AsyncContainer, tenant_id: TenantId, chatbot_id: ChatbotId) -> WhatsAppConfigId:
    add = await container.get(AddConfigHandler)
    return await add.add(
        tenant_id,
        AddConfig(
            name=company.NAME,
            phone_number=company.PHONE_NUMBER,
            phone_number_id=company.PHONE_NUMBER_ID,
            business_account_id=company.BUSINESS_ACCOUNT_ID,
            access_token=company.ACCESS_TOKEN,
            app_secret=company.APP_SECRET,
            webhook_verify_token=company.VERIFY_TOKEN,
            chatbot_id=chatbot_id,
        ),
    )
