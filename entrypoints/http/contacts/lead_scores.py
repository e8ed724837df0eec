"""Rules of lead scores: what contacts do is worth points."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.contacts.add_lead_score_rule import AddLeadScoreRuleHandler
from application.contacts.delete_lead_score_rule import DeleteLeadScoreRule
from application.contacts.update_lead_score_rule import UpdateLeadScoreRuleHandler
from application.ports.readers.contact_settings import ContactSettingsList, LeadScoreRuleRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.contacts.errors import FilterInvalidError, LeadScoreRuleNotFoundError, TooManyError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import LeadScoreRuleId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.contacts import examples
from entrypoints.http.contacts.settings_requests import AddLeadScoreRuleRequest, UpdateLeadScoreRuleRequest
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, CONTACTS, QUERY, SECURED, answers, body
from entrypoints.http.query import paged
from entrypoints.http.versions import IfMatch, shown, version_of


@get(
    "/lead-score-rules",
    operation_id="ListLeadScoreRules",
    summary="List the rules of lead scores, the newest first.",
    description="Needs contacts:read.",
    opt=needs(Permission.CONTACTS_READ),
    dependencies={"paging": paged()},
    responses=answers(200, Page[LeadScoreRuleRow], example=page_with(examples.RULE), raises=(*BEARER, *QUERY)),
)
@inject
async def list_lead_score_rules(
    actor: NamedDependency[Actor], paging: NamedDependency[PageRequest], found: FromDishka[ContactSettingsList]
) -> Page[LeadScoreRuleRow]:
    """Give one page."""
    actor.require(Permission.CONTACTS_READ)
    return await found.rules(actor.tenant_id, page=paging)


@post(
    "/lead-score-rules",
    operation_id="AddLeadScoreRule",
    summary="Let something that contacts do be worth points.",
    description="Needs settings:manage. It counts what happens from now on, each event once, within a minute.",
    opt={**needs(Permission.SETTINGS_MANAGE), **CREATES},
    responses=answers(
        201, LeadScoreRuleRow, example=examples.RULE, raises=(*BEARER, *BODY, FilterInvalidError, TooManyError)
    ),
)
@inject
async def add_lead_score_rule(
    data: Annotated[AddLeadScoreRuleRequest, body(examples.ADD_RULE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddLeadScoreRuleHandler],
    found: FromDishka[ContactSettingsList],
) -> Response[LeadScoreRuleRow]:
    """Make it, and show it."""
    rule_id = await use_case(actor, data.to_command())
    row = await found.rule(actor.tenant_id, rule_id=rule_id)
    return shown(row, version=row.version, status_code=201)


@get(
    "/lead-score-rules/{rule_id:uuid}",
    operation_id="GetLeadScoreRule",
    summary="Show a rule of lead scores.",
    description="Needs contacts:read. `ETag` is its version.",
    opt=needs(Permission.CONTACTS_READ),
    responses=answers(200, LeadScoreRuleRow, example=examples.RULE, raises=(*BEARER, LeadScoreRuleNotFoundError)),
)
@inject
async def get_lead_score_rule(
    rule_id: FromPath[UUID], actor: NamedDependency[Actor], found: FromDishka[ContactSettingsList]
) -> Response[LeadScoreRuleRow]:
    """Give one."""
    actor.require(Permission.CONTACTS_READ)
    row = await found.rule(actor.tenant_id, rule_id=LeadScoreRuleId(rule_id))
    return shown(row, version=row.version)


@put(
    "/lead-score-rules/{rule_id:uuid}",
    operation_id="UpdateLeadScoreRule",
    summary="Change a rule of lead scores.",
    description="Needs settings:manage. What is absent stays as it is.",
    opt=needs(Permission.SETTINGS_MANAGE),
    responses=answers(
        200,
        LeadScoreRuleRow,
        example=examples.RULE,
        raises=(*BEARER, *BODY, LeadScoreRuleNotFoundError, FilterInvalidError, StaleVersionError),
    ),
)
@inject
async def update_lead_score_rule(
    rule_id: FromPath[UUID],
    data: Annotated[UpdateLeadScoreRuleRequest, body(examples.UPDATE_RULE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateLeadScoreRuleHandler],
    found: FromDishka[ContactSettingsList],
    if_match: IfMatch = None,
) -> Response[LeadScoreRuleRow]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(LeadScoreRuleId(rule_id), version=version_of(if_match)))
    row = await found.rule(actor.tenant_id, rule_id=LeadScoreRuleId(rule_id))
    return shown(row, version=row.version)


@delete(
    "/lead-score-rules/{rule_id:uuid}",
    operation_id="DeleteLeadScoreRule",
    summary="Remove a rule; points that were counted stay.",
    description="Needs settings:manage.",
    opt=needs(Permission.SETTINGS_MANAGE),
    responses=answers(204, None, example=None, raises=(*BEARER, LeadScoreRuleNotFoundError)),
)
@inject
async def delete_lead_score_rule(
    rule_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteLeadScoreRule]
) -> None:
    """Delete."""
    await use_case(actor, LeadScoreRuleId(rule_id))


lead_score_routes = Router(
    "/",
    route_handlers=[
        list_lead_score_rules,
        add_lead_score_rule,
        get_lead_score_rule,
        update_lead_score_rule,
        delete_lead_score_rule,
    ],
    tags=[CONTACTS.name],
    security=SECURED,
)
