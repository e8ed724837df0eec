"""What Meta calls: the verification of an address, and the deliveries.

A delivery is kept and answered, and nothing else happens in the request: `express` does it, and what went wrong there
comes here to be told. The body is bounded while it arrives and read by nobody: the signature is over the raw bytes. The
routes lie outside the guards, which have nothing to ask here; Meta may add parameters to the query.
"""

from typing import Annotated, Any
from uuid import UUID

from dishka import FromDishka
from litestar import Request, Router, get, post
from litestar.enums import MediaType
from litestar.params import FromPath, QueryParameter
from litestar.response.base import ASGIResponse

from application.whatsapp.receive_webhook import ReceiveWebhook, WebhookDelivery
from application.whatsapp.verify_webhook import VerifyTokenWrongError, VerifyWebhook
from domain.shared.errors import TooLargeError, UnavailableError
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.errors import ConfigNotFoundError, SignatureInvalidError
from entrypoints.http.actor import PUBLIC, UNLIMITED
from entrypoints.http.errors import UnsupportedMediaTypeError
from entrypoints.http.injection import inject
from entrypoints.http.json_body import is_plain
from entrypoints.http.openapi import WEBHOOKS, answers
from entrypoints.http.telemetry import QUIET
from entrypoints.http.webhooks.express import MAX_WEBHOOK_BYTES, TROUBLE

PROOF_HEADERS = ("x-hub-signature-256", "x-pytake-secret")
"""Meta's signature, and the secret that we have Evolution API send along."""
DELIVERING = (SignatureInvalidError, TooLargeError, UnsupportedMediaTypeError, UnavailableError)
"""What every delivery may be answered besides success."""

_KEPT = ASGIResponse(media_type=MediaType.TEXT)
"""Always the same empty 200."""

Mode = Annotated[str | None, QueryParameter(name="hub.mode", description="`subscribe`.")]
Token = Annotated[str | None, QueryParameter(name="hub.verify_token", description="The configured token.")]
Challenge = Annotated[str | None, QueryParameter(name="hub.challenge", description="What to answer.")]


@get(
    "/whatsapp/webhook",
    operation_id="VerifyWebhook",
    summary="Give Meta's challenge back, for the shared address.",
    description="Public; the verify token is the platform's.",
    opt=PUBLIC,
    media_type=MediaType.TEXT,
    responses=answers(200, str, example="1158201444", media_type=MediaType.TEXT, raises=(VerifyTokenWrongError,)),
)
@inject
async def verify_webhook(
    use_case: FromDishka[VerifyWebhook], mode: Mode = None, token: Token = None, challenge: Challenge = None
) -> str:
    """Answer the challenge."""
    return await use_case(mode=mode, token=token, challenge=challenge, config_id=None)


@get(
    "/whatsapp/webhook/{config_id:uuid}",
    operation_id="VerifyConfigWebhook",
    summary="Give Meta's challenge back, for a config's own address.",
    description="Public; the verify token is the config's.",
    opt=PUBLIC,
    media_type=MediaType.TEXT,
    responses=answers(
        200,
        str,
        example="1158201444",
        media_type=MediaType.TEXT,
        raises=(VerifyTokenWrongError, ConfigNotFoundError),
    ),
)
@inject
async def verify_config_webhook(
    config_id: FromPath[UUID],
    use_case: FromDishka[VerifyWebhook],
    mode: Mode = None,
    token: Token = None,
    challenge: Challenge = None,
) -> str:
    """Answer the challenge."""
    return await use_case(mode=mode, token=token, challenge=challenge, config_id=WhatsAppConfigId(config_id))


@post(
    "/whatsapp/webhook",
    operation_id="ReceiveWebhook",
    summary="Keep a delivery to the shared address.",
    description="Public; signed with a secret of the platform's app. Answered when it is durably kept.",
    status_code=200,
    opt={**PUBLIC, **QUIET, **UNLIMITED},
    request_max_body_size=MAX_WEBHOOK_BYTES,
    responses=answers(200, None, example="", raises=DELIVERING),
)
@inject
async def receive_webhook(request: Request[Any, Any, Any], use_case: FromDishka[ReceiveWebhook]) -> ASGIResponse:
    """Keep it."""
    await use_case(await _delivery(request, config_id=None))
    return _KEPT


@post(
    "/whatsapp/webhook/{config_id:uuid}",
    operation_id="ReceiveConfigWebhook",
    summary="Keep a delivery to a config's own address.",
    description="Public; signed with the config's own app secret. Answered when it is durably kept.",
    status_code=200,
    opt={**PUBLIC, **QUIET, **UNLIMITED},
    request_max_body_size=MAX_WEBHOOK_BYTES,
    responses=answers(200, None, example="", raises=(*DELIVERING, ConfigNotFoundError)),
)
@inject
async def receive_config_webhook(
    config_id: FromPath[UUID], request: Request[Any, Any, Any], use_case: FromDishka[ReceiveWebhook]
) -> ASGIResponse:
    """Keep it."""
    await use_case(await _delivery(request, config_id=WhatsAppConfigId(config_id)))
    return _KEPT


@post(
    "/whatsapp/webhook/{config_id:uuid}/{secret:str}",
    operation_id="ReceiveEvolutionWebhook",
    summary="Keep a delivery of an Evolution server to a config's own address.",
    description="Public; the path and the header `X-PyTake-Secret` hold the config's secrets: nothing is signed.",
    status_code=200,
    opt={**PUBLIC, **QUIET, **UNLIMITED},
    request_max_body_size=MAX_WEBHOOK_BYTES,
    responses=answers(200, None, example="", raises=(*DELIVERING, ConfigNotFoundError)),
)
@inject
async def receive_evolution_webhook(
    config_id: FromPath[UUID],
    secret: FromPath[str],
    request: Request[Any, Any, Any],
    use_case: FromDishka[ReceiveWebhook],
) -> ASGIResponse:
    """Keep it."""
    await use_case(await _delivery(request, config_id=WhatsAppConfigId(config_id), path_secret=secret))
    return _KEPT


async def _delivery(
    request: Request[Any, Any, Any], *, config_id: WhatsAppConfigId | None, path_secret: str | None = None
) -> WebhookDelivery:
    """Read what came, up to the limit. Raises what stopped it before, UnsupportedMediaTypeError, Litestar's own 413."""
    if (trouble := request.scope["state"].get(TROUBLE)) is not None:
        raise trouble
    if not is_plain(request.headers):
        raise UnsupportedMediaTypeError("The signature is over plain bytes: send them plain.")
    proof = next((value for name in PROOF_HEADERS if (value := request.headers.get(name)) is not None), None)
    return WebhookDelivery(body=await request.body(), signature=proof, config_id=config_id, path_secret=path_secret)


whatsapp_webhook_routes = Router(
    "/",
    route_handlers=[
        verify_webhook,
        verify_config_webhook,
        receive_webhook,
        receive_config_webhook,
        receive_evolution_webhook,
    ],
    tags=[WEBHOOKS.name],
)
