"""Which model answers, what it takes, and what it would say."""

from datetime import date
from typing import Annotated

from dishka import FromDishka
from litestar import Response, Router, get, post, put
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from application.ai.ai_settings_view import AiSettingsView
from application.ai.get_ai_settings import GetAiSettings
from application.ai.show_ai_usage import AiUsageView, ShowAiUsage
from application.ai.try_ai import TrialView, TryAi
from application.ai.update_ai_settings import UpdateAiSettingsHandler
from application.shared.actor import Actor
from domain.ai.errors import (
    AiBudgetSpentError,
    KnowledgeBaseNotFoundError,
    ModelRefusedError,
    ModelUnavailableError,
)
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from entrypoints.http.access import HEAVY, needs
from entrypoints.http.ai import examples
from entrypoints.http.ai.requests import TryAiRequest, UpdateAiSettingsRequest
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, FLOWS, QUERY, SECURED, answers, body
from entrypoints.http.versions import IfMatch, shown, version_of

_MANAGE = needs(Permission.SETTINGS_MANAGE)

Month = Annotated[
    str | None,
    QueryParameter(
        description="A month (UTC), such as 2026-08; this one without.", pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$"
    ),
]


@get(
    "/ai/settings",
    operation_id="GetAiSettings",
    summary="Show which language model answers, and what it may cost; never the key.",
    description="Needs settings:manage. `ETag` is the version. Until somebody sets a model, the local one answers with "
    "sentences of the documents, for nothing.",
    opt=_MANAGE,
    responses=answers(200, AiSettingsView, example=examples.SETTINGS, raises=BEARER),
)
@inject
async def get_ai_settings(
    actor: NamedDependency[Actor], use_case: FromDishka[GetAiSettings]
) -> Response[AiSettingsView]:
    """Give them."""
    view = await use_case(actor)
    return shown(view, version=view.version)


@put(
    "/ai/settings",
    operation_id="UpdateAiSettings",
    summary="Have another language model answer, or cost otherwise.",
    description="Needs settings:manage. What is absent stays, null clears. `api_key` is sealed and never shown; with "
    "another provider or address and no new key there is none. `monthly_tokens` and `monthly_cost` are caps: what "
    "might pass them is not asked.",
    opt=_MANAGE,
    responses=answers(200, AiSettingsView, example=examples.SETTINGS, raises=(*BEARER, *BODY, StaleVersionError)),
)
@inject
async def update_ai_settings(
    data: Annotated[UpdateAiSettingsRequest, body(examples.UPDATE_SETTINGS)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateAiSettingsHandler],
    if_match: IfMatch = None,
) -> Response[AiSettingsView]:
    """Write them, and show them."""
    view = await use_case(actor, data.to_command(version=version_of(if_match)))
    return shown(view, version=view.version)


@get(
    "/ai/usage",
    operation_id="ShowAiUsage",
    summary="Show what language models took in a month, by day and model.",
    description="Needs settings:manage. Days are UTC's. `cost` is by the prices that were set when each was asked.",
    opt=_MANAGE,
    responses=answers(200, AiUsageView, example=examples.USAGE, raises=(*BEARER, *QUERY)),
)
@inject
async def show_ai_usage(
    actor: NamedDependency[Actor], use_case: FromDishka[ShowAiUsage], month: Month = None
) -> AiUsageView:
    """Give a month."""
    return await use_case(actor, month=date.fromisoformat(f"{month}-01") if month else None)


@post(
    "/ai/try",
    operation_id="TryAi",
    summary="Ask the model as a flow would, and show what it was shown.",
    description="Needs flows:edit. It is counted, and costs, as a flow's question does.",
    opt={**needs(Permission.FLOWS_EDIT), **HEAVY},
    responses=answers(
        200,
        TrialView,
        example=examples.TRIAL,
        raises=(
            *BEARER,
            *BODY,
            KnowledgeBaseNotFoundError,
            AiBudgetSpentError,
            ModelRefusedError,
            ModelUnavailableError,
        ),
    ),
    status_code=200,
)
@inject
async def try_ai(
    data: Annotated[TryAiRequest, body(examples.TRY)], actor: NamedDependency[Actor], use_case: FromDishka[TryAi]
) -> TrialView:
    """Give the answer."""
    return await use_case(actor, data.to_command())


model_routes = Router(
    "/",
    route_handlers=[get_ai_settings, update_ai_settings, show_ai_usage, try_ai],
    tags=[FLOWS.name],
    security=SECURED,
)
