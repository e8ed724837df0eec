"""Reading the templates of a number anew."""

from typing import Annotated
from uuid import UUID

import msgspec
from dishka import FromDishka
from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from application.shared.actor import Actor
from application.whatsapp.templates.sync_templates import SyncTemplates
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.errors import ConfigNotFoundError
from domain.whatsapp.templates.errors import TemplatesNeverReadError, TemplatesNotSupportedError
from domain.whatsapp.templates.sync import TemplateSync
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, QUERY, answers, body
from entrypoints.http.texts.catalogue import AcceptLanguage, language_of
from entrypoints.http.texts.detail_catalogue import known_text
from entrypoints.http.texts.message import ENGLISH
from entrypoints.http.whatsapp import template_examples as examples
from entrypoints.http.whatsapp.template_requests import SyncTemplatesRequest

_MANAGES = needs(Permission.TEMPLATES_MANAGE)


@post(
    "/whatsapp/templates/sync",
    operation_id="SyncTemplates",
    summary="Have the templates of a number read at Meta.",
    description="Needs templates:manage. It is done in the background, and once a day by itself; "
    "`GET /whatsapp/templates/sync` shows how far it is.",
    opt={**_MANAGES, **CREATES},
    status_code=202,
    responses=answers(
        202,
        TemplateSync,
        example=examples.SYNCING,
        raises=(*BEARER, *BODY, ConfigNotFoundError, TemplatesNotSupportedError),
    ),
)
@inject
async def sync_templates(
    data: Annotated[SyncTemplatesRequest, body(examples.SYNC)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SyncTemplates],
    accept_language: AcceptLanguage = None,
) -> TemplateSync:
    """Order it."""
    return _told(await use_case(actor, data.whatsapp_config_id), accept_language)


@get(
    "/whatsapp/templates/sync",
    operation_id="ShowTemplateSync",
    summary="Show how far the reading of a number's templates is.",
    description="Needs templates:manage. `error` says why it failed.",
    opt=_MANAGES,
    responses=answers(
        200,
        TemplateSync,
        example=examples.SYNCING,
        raises=(*BEARER, *QUERY, ConfigNotFoundError, TemplatesNeverReadError),
    ),
)
@inject
async def show_template_sync(
    actor: NamedDependency[Actor],
    use_case: FromDishka[SyncTemplates],
    whatsapp_config_id: Annotated[UUID, QueryParameter(description="Of this number.")],
    accept_language: AcceptLanguage = None,
) -> TemplateSync:
    """Give it."""
    return _told(await use_case.show(actor, WhatsAppConfigId(whatsapp_config_id)), accept_language)


def _told(sync: TemplateSync, accept_language: str | None) -> TemplateSync:
    """Say our own words in the reader's language; Meta's stay as they are."""
    if sync.error is None or language_of(accept_language) == ENGLISH:
        return sync
    return msgspec.structs.replace(sync, error=known_text(sync.error) or sync.error)
