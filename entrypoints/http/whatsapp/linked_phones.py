"""Phones that are linked by a QR code: numbers of Evolution API."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from application.ports.linked_phones import Pairing
from application.shared.actor import Actor
from application.whatsapp.linked_phone import (
    NoLinkedPhoneError,
    PhoneLinkedError,
    PhoneServerRefusedError,
    PhoneServerSilentError,
)
from application.whatsapp.pair_phone import PairPhone
from application.whatsapp.restart_phone import RestartPhone
from application.whatsapp.show_connection import PhoneConnection, ShowConnection
from application.whatsapp.unlink_phone import UnlinkPhone
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import ConnectionState
from domain.whatsapp.errors import ConfigNotFoundError
from entrypoints.http import examples
from entrypoints.http.actor import needs
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, QUERY, SECURED, WHATSAPP, answers

PAIRING = Pairing(picture="data:image/png;base64,iVBORw0KGgo=", code="2@kdG2…", pairing_code="ABCD1234")
CONNECTION = PhoneConnection(
    state=ConnectionState.OPEN, phone_number="5511900001111", since=examples.AT, reason=None, asked=True
)
ASKING = (ConfigNotFoundError, NoLinkedPhoneError)
CALLING = (*ASKING, PhoneServerRefusedError, PhoneServerSilentError)

ByNumber = Annotated[bool, QueryParameter(description="Ask for eight signs to type on the phone, too.")]


@get(
    "/whatsapp-configs/{config_id:uuid}/qr",
    operation_id="PairPhone",
    summary="Show a fresh QR code that links a phone to a number of Evolution API.",
    description="Needs whatsapp:manage. Whoever sees it has the number; it holds for less than a minute.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    responses=answers(200, Pairing, example=PAIRING, raises=(*BEARER, *QUERY, *CALLING, PhoneLinkedError)),
)
@inject
async def pair_phone(
    config_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[PairPhone],
    by_number: ByNumber = False,  # noqa: FBT002 - a parameter of the query
) -> Response[Pairing]:
    """Give it, for nobody to keep."""
    pairing = await use_case(actor, WhatsAppConfigId(config_id), by_number=by_number)
    return Response(pairing, headers={"Cache-Control": "no-store"})


@get(
    "/whatsapp-configs/{config_id:uuid}/connection",
    operation_id="ShowConnection",
    summary="Show whether the phone of a number is linked, since when, and why it is not.",
    description="Needs whatsapp:manage. Its server is asked; where it does not answer, what was last known is shown.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    responses=answers(200, PhoneConnection, example=CONNECTION, raises=(*BEARER, *ASKING)),
)
@inject
async def show_connection(
    config_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[ShowConnection]
) -> PhoneConnection:
    """Ask."""
    return await use_case(actor, WhatsAppConfigId(config_id))


@post(
    "/whatsapp-configs/{config_id:uuid}/connection/restart",
    operation_id="RestartPhone",
    summary="Connect a linked phone anew.",
    description="Needs whatsapp:manage.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    status_code=204,
    responses=answers(204, None, example=None, raises=(*BEARER, *CALLING)),
)
@inject
async def restart_phone(
    config_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[RestartPhone]
) -> None:
    """Restart it."""
    await use_case(actor, WhatsAppConfigId(config_id))


@post(
    "/whatsapp-configs/{config_id:uuid}/connection/logout",
    operation_id="UnlinkPhone",
    summary="Unlink the phone of a number, which waits until one is linked again.",
    description="Needs whatsapp:manage.",
    opt=needs(Permission.WHATSAPP_MANAGE),
    status_code=204,
    responses=answers(204, None, example=None, raises=(*BEARER, *CALLING)),
)
@inject
async def unlink_phone(
    config_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[UnlinkPhone]
) -> None:
    """Log it out."""
    await use_case(actor, WhatsAppConfigId(config_id))


linked_phone_routes = Router(
    "/",
    route_handlers=[pair_phone, show_connection, restart_phone, unlink_phone],
    tags=[WHATSAPP.name],
    security=SECURED,
)
