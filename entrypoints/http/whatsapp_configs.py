"""WhatsApp numbers."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter

from application.ports.readers.whatsapp_configs import CONFIG_SORTS, WhatsAppConfigFilters, WhatsAppConfigList
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from application.whatsapp.add_config import AddConfigHandler
from application.whatsapp.prove_config import ConfigProof, ProveConfig
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId
from domain.tenants.errors import PlanLimitReachedError
from domain.whatsapp.errors import ConfigNotFoundError, NumberTakenError
from entrypoints.http import examples
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, QUERY, SECURED, WHATSAPP, answers, body
from entrypoints.http.query import paged
from entrypoints.http.requests import AddConfigRequest
from entrypoints.http.responses import WhatsAppConfigView
from entrypoints.http.versions import shown


def filters_of(
    is_active: Annotated[bool | None, QueryParameter(description="That are switched on, or off.")] = None,
) -> WhatsAppConfigFilters:
    """Read which numbers."""
    return WhatsAppConfigFilters(is_active=is_active)


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
    responses=answers(
        200, Page[WhatsAppConfigView], example=examples.page_with(examples.CONFIG), raises=(*BEARER, *QUERY)
    ),
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
    description="Needs whatsapp:manage. The secrets are sealed and never shown again.",
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
    row = await configs.one(actor.tenant_id, config_id=config_id)
    return shown(WhatsAppConfigView.of(row), version=row.version, status_code=201)


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
    row = await configs.one(actor.tenant_id, config_id=WhatsAppConfigId(config_id))
    return shown(WhatsAppConfigView.of(row), version=row.version)


@post(
    "/whatsapp-configs/{config_id:uuid}/test",
    operation_id="ProveConfig",
    summary="Prove each hop of a WhatsApp number: secrets, token, number, app secret, subscription.",
    description="Needs whatsapp:manage. A number that passes is unpaused.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    status_code=200,
    responses=answers(200, ConfigProof, example=examples.PROOF, raises=(*BEARER, ConfigNotFoundError)),
)
@inject
async def prove_config(
    config_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[ProveConfig]
) -> ConfigProof:
    """Try each hop."""
    return await use_case(actor, WhatsAppConfigId(config_id))


whatsapp_config_routes = Router(
    "/",
    route_handlers=[list_configs, add_config, get_config, prove_config],
    tags=[WHATSAPP.name],
    security=SECURED,
)
