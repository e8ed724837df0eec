"""WhatsApp numbers."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter

from application.ports.readers.whatsapp_configs import CONFIG_SORTS, WhatsAppConfigFilters, WhatsAppConfigList
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from application.whatsapp.add_config import AddConfigHandler
from application.whatsapp.remove_config import RemoveConfig
from application.whatsapp.update_config import UpdateConfigHandler
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.tenants.errors import PlanLimitReachedError
from domain.whatsapp.errors import ConfigNotFoundError, NumberTakenError
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, QUERY, SECURED, WHATSAPP, answers, body
from entrypoints.http.query import paged
from entrypoints.http.versions import IfMatch, shown, version_of
from entrypoints.http.whatsapp import examples
from entrypoints.http.whatsapp.requests import AddConfigRequest, UpdateConfigRequest
from entrypoints.http.whatsapp.responses import WhatsAppConfigView
from entrypoints.http.whatsapp.state import activate_config, deactivate_config, get_config_health, try_config


def filters_of(
    is_active: Annotated[bool | None, QueryParameter(description="That are switched on, or off.")] = None,
) -> WhatsAppConfigFilters:
    """Read which numbers."""
    return WhatsAppConfigFilters(is_active=is_active)


async def _shown(
    configs: WhatsAppConfigList, tenant_id: TenantId, config_id: WhatsAppConfigId, *, status_code: int = 200
) -> Response[WhatsAppConfigView]:
    row = await configs.one(tenant_id, config_id=config_id)
    return shown(WhatsAppConfigView.of(row), version=row.version, status_code=status_code)


@get(
    "/whatsapp-configs",
    operation_id="ListConfigs",
    summary="List the WhatsApp numbers, the newest first.",
    description="Needs whatsapp:manage. Of a secret only whether it is there.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    dependencies={
        "filters": Provide(filters_of, sync_to_thread=False),
        "paging": paged(sorts=CONFIG_SORTS, search=True),
    },
    responses=answers(200, Page[WhatsAppConfigView], example=page_with(examples.CONFIG), raises=(*BEARER, *QUERY)),
)
@inject
async def list_configs(
    actor: NamedDependency[Actor],
    filters: NamedDependency[WhatsAppConfigFilters],
    paging: NamedDependency[PageRequest],
    configs: FromDishka[WhatsAppConfigList],
) -> Page[WhatsAppConfigView]:
    """Give one page."""
    actor.require(Permission.WHATSAPP_MANAGE)
    found = await configs.page(actor.tenant_id, filters=filters, page=paging)
    return Page(
        items=[WhatsAppConfigView.of(row) for row in found.items],
        page=found.page,
        limit=found.limit,
        total=found.total,
        next_cursor=found.next_cursor,
    )


@post(
    "/whatsapp-configs",
    operation_id="AddConfig",
    summary="Connect a WhatsApp number.",
    description="Needs whatsapp:manage. `api_type` is `official` (Meta's Cloud API) or `evolution` (an Evolution API "
    "server, whose phone is linked by a QR code afterwards). The secrets are sealed and never shown again.",
    opt={**needs(Permission.WHATSAPP_MANAGE), **CREATES},
    responses=answers(
        201,
        WhatsAppConfigView,
        example=examples.CONFIG,
        raises=(*BEARER, *BODY, NumberTakenError, PlanLimitReachedError),
    ),
)
@inject
async def add_config(
    data: Annotated[AddConfigRequest, body(examples.ADD_CONFIG)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddConfigHandler],
    configs: FromDishka[WhatsAppConfigList],
) -> Response[WhatsAppConfigView]:
    """Connect it, and show it."""
    config_id = await use_case(actor, data.to_command())
    return await _shown(configs, actor.tenant_id, config_id, status_code=201)


@get(
    "/whatsapp-configs/{config_id:uuid}",
    operation_id="GetConfig",
    summary="Show a WhatsApp number.",
    description="Needs whatsapp:manage. Of a secret only whether it is there.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    responses=answers(200, WhatsAppConfigView, example=examples.CONFIG, raises=(*BEARER, ConfigNotFoundError)),
)
@inject
async def get_config(
    config_id: FromPath[UUID], actor: NamedDependency[Actor], configs: FromDishka[WhatsAppConfigList]
) -> Response[WhatsAppConfigView]:
    """Give one."""
    actor.require(Permission.WHATSAPP_MANAGE)
    return await _shown(configs, actor.tenant_id, WhatsAppConfigId(config_id))


@put(
    "/whatsapp-configs/{config_id:uuid}",
    operation_id="UpdateConfig",
    summary="Change a number: its name, chatbot, limits, ids, secrets.",
    description="Needs whatsapp:manage. What is absent stays; null takes the chatbot or a limit away. "
    "`rate_limit_per_minute` and `daily_limit` hold beside the provider's own; what is over them waits.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    responses=answers(
        200,
        WhatsAppConfigView,
        example=examples.CONFIG,
        raises=(*BEARER, *BODY, ConfigNotFoundError, NumberTakenError, StaleVersionError),
    ),
)
@inject
async def update_config(
    config_id: FromPath[UUID],
    data: Annotated[UpdateConfigRequest, body(examples.UPDATE_CONFIG)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateConfigHandler],
    configs: FromDishka[WhatsAppConfigList],
    if_match: IfMatch = None,
) -> Response[WhatsAppConfigView]:
    """Change it, and show it."""
    number = WhatsAppConfigId(config_id)
    await use_case(actor, data.to_command(number, version=version_of(if_match)))
    return await _shown(configs, actor.tenant_id, number)


@delete(
    "/whatsapp-configs/{config_id:uuid}",
    operation_id="RemoveConfig",
    summary="Take a number away; its conversations stay readable.",
    description="Needs whatsapp:manage. Its secrets are destroyed, its webhooks refused, and what was to be sent by it "
    "fails. The number may be connected again.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    status_code=204,
    responses=answers(204, None, example="", raises=(*BEARER, ConfigNotFoundError, StaleVersionError)),
)
@inject
async def remove_config(
    config_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[RemoveConfig]
) -> None:
    """Remove it."""
    await use_case(actor, WhatsAppConfigId(config_id))


whatsapp_config_routes = Router(
    "/",
    route_handlers=[
        list_configs,
        add_config,
        get_config,
        update_config,
        remove_config,
        try_config,
        activate_config,
        deactivate_config,
        get_config_health,
    ],
    tags=[WHATSAPP.name],
    security=SECURED,
)
