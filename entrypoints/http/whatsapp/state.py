"""How a number is: whether it works, whether it is switched on, what its provider says of it."""

from uuid import UUID

from dishka import FromDishka
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.ports.readers.whatsapp_configs import WhatsAppConfigList
from application.shared.actor import Actor
from application.whatsapp.activate_config import ActivateConfig
from application.whatsapp.deactivate_config import DeactivateConfig
from application.whatsapp.get_config_health import GetConfigHealth
from application.whatsapp.try_config import TryConfig
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.errors import ConfigNotFoundError
from entrypoints.http.actor import needs
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, answers
from entrypoints.http.versions import shown
from entrypoints.http.whatsapp import examples
from entrypoints.http.whatsapp.responses import ConfigHealthView, ConfigProofView, WhatsAppConfigView


@post(
    "/whatsapp-configs/{config_id:uuid}/test",
    operation_id="TryConfig",
    summary="Try each hop of a number: secrets, token, number, app secret, subscription, callback, loop-back.",
    description="Needs whatsapp:manage. Each hop says what to do where it is broken, in Portuguese and English; those "
    "behind it are not tried. A number whose provider answers as it should is unpaused.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    status_code=200,
    responses=answers(200, ConfigProofView, example=examples.PROOF, raises=(*BEARER, ConfigNotFoundError)),
)
@inject
async def try_config(
    config_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[TryConfig]
) -> ConfigProofView:
    """Try each hop."""
    return ConfigProofView.of(await use_case(actor, WhatsAppConfigId(config_id)))


@post(
    "/whatsapp-configs/{config_id:uuid}/activate",
    operation_id="ActivateConfig",
    summary="Switch a number on: what waits is sent, where its window is still open.",
    description="Needs whatsapp:manage.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    status_code=200,
    responses=answers(200, WhatsAppConfigView, example=examples.CONFIG, raises=(*BEARER, ConfigNotFoundError)),
)
@inject
async def activate_config(
    config_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ActivateConfig],
    configs: FromDishka[WhatsAppConfigList],
) -> Response[WhatsAppConfigView]:
    """Switch it on, and show it."""
    await use_case(actor, WhatsAppConfigId(config_id))
    row = await configs.one(actor.tenant_id, config_id=WhatsAppConfigId(config_id))
    return shown(WhatsAppConfigView.of(row), version=row.version)


@post(
    "/whatsapp-configs/{config_id:uuid}/deactivate",
    operation_id="DeactivateConfig",
    summary="Switch a number off: nothing is sent; what is received is kept.",
    description="Needs whatsapp:manage.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    status_code=200,
    responses=answers(200, WhatsAppConfigView, example=examples.CONFIG, raises=(*BEARER, ConfigNotFoundError)),
)
@inject
async def deactivate_config(
    config_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[DeactivateConfig],
    configs: FromDishka[WhatsAppConfigList],
) -> Response[WhatsAppConfigView]:
    """Switch it off, and show it."""
    await use_case(actor, WhatsAppConfigId(config_id))
    row = await configs.one(actor.tenant_id, config_id=WhatsAppConfigId(config_id))
    return shown(WhatsAppConfigView.of(row), version=row.version)


@get(
    "/whatsapp-configs/{config_id:uuid}/health",
    operation_id="GetConfigHealth",
    summary="Show how a number is doing: quality, limits, name, pause and why, failures of the last day.",
    description="Needs whatsapp:manage. The provider is asked every hour, and tells of changes by itself.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    responses=answers(200, ConfigHealthView, example=examples.HEALTH, raises=(*BEARER, ConfigNotFoundError)),
)
@inject
async def get_config_health(
    config_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[GetConfigHealth]
) -> ConfigHealthView:
    """Show it."""
    return ConfigHealthView.of(await use_case(actor, WhatsAppConfigId(config_id)))
