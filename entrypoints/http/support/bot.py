"""What the company says by itself, and which flows run where."""

from typing import Annotated

from dishka import FromDishka
from litestar import Response, Router, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.shared.actor import Actor
from application.support.list_bot_flows import ListBotFlows
from application.support.list_bot_texts import ListBotTexts
from application.support.update_bot_text import UpdateBotTextHandler
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.support.errors import BotTextNotFoundError
from entrypoints.http.actor import needs
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, SECURED, SUPPORT, answers, body
from entrypoints.http.support import examples
from entrypoints.http.support.requests import UpdateBotTextRequest
from entrypoints.http.support.responses import BotConfig, BotFlows, BotTextView
from entrypoints.http.versions import IfMatch, shown, version_of


@get(
    "/bot/config",
    operation_id="ListBotTexts",
    summary="Show what is said by itself, at which moments and in which languages.",
    description="Needs settings:manage. Texts are Liquid; `variables` are the names that they may use.",
    opt=needs(Permission.SETTINGS_MANAGE),
    responses=answers(200, BotConfig, example=examples.CONFIG, raises=BEARER),
)
@inject
async def list_bot_texts(actor: NamedDependency[Actor], use_case: FromDishka[ListBotTexts]) -> BotConfig:
    """Give all."""
    return BotConfig(items=[BotTextView.of(text) for text in await use_case(actor)])


@put(
    "/bot/config/{key:str}",
    operation_id="UpdateBotText",
    summary="Switch an automatic text on or off, or say it otherwise.",
    description="Needs settings:manage. What is absent stays; a null text brings ours back.",
    opt=needs(Permission.SETTINGS_MANAGE),
    responses=answers(
        200, BotTextView, example=examples.TEXT, raises=(*BEARER, *BODY, BotTextNotFoundError, StaleVersionError)
    ),
)
@inject
async def update_bot_text(
    key: FromPath[str],
    data: Annotated[UpdateBotTextRequest, body(examples.UPDATE_TEXT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateBotTextHandler],
    if_match: IfMatch = None,
) -> Response[BotTextView]:
    """Write it, and show it."""
    text = await use_case(actor, data.to_command(key, version=version_of(if_match)))
    return shown(BotTextView.of(text), version=text.version)


@get(
    "/bot/flows",
    operation_id="ListBotFlows",
    summary="Show every number and the flows that answer on it, in the order in which they are asked.",
    description="Needs settings:manage.",
    opt=needs(Permission.SETTINGS_MANAGE),
    responses=answers(200, BotFlows, example=examples.FLOWS, raises=BEARER),
)
@inject
async def list_bot_flows(actor: NamedDependency[Actor], use_case: FromDishka[ListBotFlows]) -> BotFlows:
    """Give all."""
    return BotFlows(items=await use_case(actor))


bot_routes = Router(
    "/", route_handlers=[list_bot_texts, update_bot_text, list_bot_flows], tags=[SUPPORT.name], security=SECURED
)
