"""Templates: messages that Meta approves beforehand."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter

from application.ports.readers.templates import TEMPLATE_SORTS, TemplateFilters, TemplateRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from application.whatsapp.templates.create_template import CreateTemplateHandler
from application.whatsapp.templates.delete_template import DeleteTemplate
from application.whatsapp.templates.edit_template import EditTemplateHandler
from application.whatsapp.templates.list_templates import ListTemplates
from application.whatsapp.templates.preview_template import PreviewTemplateHandler
from domain.identity.permissions import Permission
from domain.media.errors import MediaNotFoundError, MediaNotReadyError
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import TemplateId, WhatsAppConfigId
from domain.whatsapp.errors import ConfigNotFoundError
from domain.whatsapp.templates.errors import (
    TemplateEditedTooOftenError,
    TemplateNotDeletableError,
    TemplateNotEditableError,
    TemplateNotFoundError,
    TemplateProviderSilentError,
    TemplateRefusedError,
    TemplatesNotSupportedError,
    TemplateTakenError,
)
from domain.whatsapp.templates.words import TemplateCategory, TemplateStatus
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, QUERY, SECURED, WHATSAPP, answers, body
from entrypoints.http.query import paged
from entrypoints.http.texts.catalogue import AcceptLanguage, language_of
from entrypoints.http.versions import IfMatch, shown, version_of
from entrypoints.http.whatsapp import template_examples as examples
from entrypoints.http.whatsapp.template_requests import (
    CreateTemplateRequest,
    EditTemplateRequest,
    PreviewTemplateRequest,
)
from entrypoints.http.whatsapp.template_responses import TemplatePreview
from entrypoints.http.whatsapp.template_sync import show_template_sync, sync_templates

_READS = needs(Permission.TEMPLATES_MANAGE, otherwise=Permission.MESSAGES_SEND)
_WRITES = needs(Permission.TEMPLATES_MANAGE)
_ASKING = (TemplatesNotSupportedError, TemplateRefusedError, TemplateProviderSilentError)
_SHOWING = (MediaNotFoundError, MediaNotReadyError)


def filters_of(
    whatsapp_config_id: Annotated[UUID | None, QueryParameter(description="Of this number.")] = None,
    status: Annotated[TemplateStatus | None, QueryParameter(description="In this state.")] = None,
    category: Annotated[TemplateCategory | None, QueryParameter(description="Of this category.")] = None,
    language: Annotated[str | None, QueryParameter(description="In this language.", max_length=20)] = None,
) -> TemplateFilters:
    """Read which templates."""
    return TemplateFilters(
        whatsapp_config_id=WhatsAppConfigId(whatsapp_config_id) if whatsapp_config_id else None,
        status=status,
        category=category,
        language=language,
    )


@get(
    "/whatsapp/templates",
    operation_id="ListTemplates",
    summary="List templates by name.",
    description="Needs templates:manage or messages:send. `q` looks in names and texts. A template that Meta has no "
    "more is shown as deleted.",
    opt=_READS,
    dependencies={
        "filters": Provide(filters_of, sync_to_thread=False),
        "paging": paged(sorts=TEMPLATE_SORTS, search=True),
    },
    responses=answers(200, Page[TemplateRow], example=page_with(examples.TEMPLATE), raises=(*BEARER, *QUERY)),
)
@inject
async def list_templates(
    actor: NamedDependency[Actor],
    filters: NamedDependency[TemplateFilters],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListTemplates],
) -> Page[TemplateRow]:
    """Give one page."""
    return await use_case(actor, filters=filters, page=paging)


@post(
    "/whatsapp/templates",
    operation_id="CreateTemplate",
    summary="Have a template reviewed by Meta.",
    description="Needs templates:manage. Meta's rules are checked first, each with its field. A header with a file "
    "names one of ours (`example.media_id`, of `POST /media`), which is uploaded to Meta first. It is `pending` until "
    "Meta has looked at it, which usually takes less than a day; `template_updated` tells.",
    opt={**_WRITES, **CREATES},
    responses=answers(
        201,
        TemplateRow,
        example=examples.TEMPLATE,
        raises=(*BEARER, *BODY, ConfigNotFoundError, TemplateTakenError, *_ASKING, *_SHOWING),
    ),
)
@inject
async def create_template(
    data: Annotated[CreateTemplateRequest, body(examples.CREATE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CreateTemplateHandler],
    templates: FromDishka[ListTemplates],
) -> Response[TemplateRow]:
    """Have it reviewed, and show it."""
    row = await templates.one(actor, await use_case(actor, data.to_command()))
    return shown(row, version=row.version, status_code=201)


@get(
    "/whatsapp/templates/{template_id:uuid}",
    operation_id="GetTemplate",
    summary="Show a template.",
    description="Needs templates:manage or messages:send. `ETag` is the version.",
    opt=_READS,
    responses=answers(200, TemplateRow, example=examples.TEMPLATE, raises=(*BEARER, TemplateNotFoundError)),
)
@inject
async def get_template(
    template_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[ListTemplates]
) -> Response[TemplateRow]:
    """Give one."""
    row = await use_case.one(actor, TemplateId(template_id))
    return shown(row, version=row.version)


@put(
    "/whatsapp/templates/{template_id:uuid}",
    operation_id="EditTemplate",
    summary="Have another text of a template reviewed.",
    description="Needs templates:manage. Only approved, rejected and paused templates change; an approved one once in "
    "24 hours, ten times in 30 days, and never its category.",
    opt=_WRITES,
    responses=answers(
        200,
        TemplateRow,
        example=examples.TEMPLATE,
        raises=(
            *BEARER,
            *BODY,
            TemplateNotFoundError,
            StaleVersionError,
            TemplateNotEditableError,
            TemplateEditedTooOftenError,
            *_ASKING,
            *_SHOWING,
        ),
    ),
)
@inject
async def edit_template(
    template_id: FromPath[UUID],
    data: Annotated[EditTemplateRequest, body(examples.EDIT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[EditTemplateHandler],
    templates: FromDishka[ListTemplates],
    if_match: IfMatch = None,
) -> Response[TemplateRow]:
    """Have it reviewed, and show it."""
    await use_case(actor, data.to_command(TemplateId(template_id), version=version_of(if_match)))
    row = await templates.one(actor, TemplateId(template_id))
    return shown(row, version=row.version)


@delete(
    "/whatsapp/templates/{template_id:uuid}",
    operation_id="DeleteTemplate",
    summary="Delete a template at Meta, in its language alone.",
    description="Needs templates:manage. It stays in the list as deleted; Meta takes its name again after 30 days.",
    opt=_WRITES,
    status_code=204,
    responses=answers(
        204,
        None,
        example=None,
        raises=(*BEARER, TemplateNotFoundError, TemplateNotDeletableError, InvalidError, *_ASKING),
    ),
)
@inject
async def delete_template(
    template_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteTemplate]
) -> None:
    """Delete it."""
    await use_case(actor, TemplateId(template_id))


@post(
    "/whatsapp/templates/{template_id:uuid}/preview",
    operation_id="PreviewTemplate",
    summary="Show a template as the customer will read it.",
    description="Needs templates:manage or messages:send. Nothing is sent; `errors` names what is missing or too long.",
    opt=_READS,
    status_code=200,
    responses=answers(200, TemplatePreview, example=examples.PREVIEWED, raises=(*BEARER, *BODY, TemplateNotFoundError)),
)
@inject
async def preview_template(
    template_id: FromPath[UUID],
    data: Annotated[PreviewTemplateRequest, body(examples.PREVIEW)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[PreviewTemplateHandler],
    accept_language: AcceptLanguage = None,
) -> TemplatePreview:
    """Fill it in."""
    filled = await use_case(actor, data.to_command(TemplateId(template_id)))
    return TemplatePreview.of(filled, language=language_of(accept_language))


template_routes = Router(
    "/",
    route_handlers=[
        list_templates,
        create_template,
        get_template,
        edit_template,
        delete_template,
        preview_template,
        sync_templates,
        show_template_sync,
    ],
    tags=[WHATSAPP.name],
    security=SECURED,
)
