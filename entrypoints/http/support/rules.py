"""What the company wants done by itself."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from application.ports.readers.automation_rules import (
    AUTOMATION_RULE_SORTS,
    AutomationRuleList,
    AutomationRuleRow,
    AutomationRunRow,
)
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from application.support.add_automation_rule import AddAutomationRuleHandler
from application.support.delete_automation_rule import DeleteAutomationRule
from application.support.dry_run_rule import DryRunRuleHandler
from application.support.update_automation_rule import UpdateAutomationRuleHandler
from domain.conversations.errors import ConversationNotFoundError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import AutomationRuleId
from domain.support.errors import (
    AutomationRuleNotFoundError,
    AutomationRuleTakenError,
    TooManyAutomationRulesError,
)
from domain.support.rules import RuleEvent, RunOutcome
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, QUERY, SECURED, SUPPORT, answers, body
from entrypoints.http.query import paged
from entrypoints.http.support import examples_serving as examples
from entrypoints.http.support.requests_serving import (
    AddAutomationRuleRequest,
    DryRunRequest,
    UpdateAutomationRuleRequest,
)
from entrypoints.http.support.responses import DryRuns
from entrypoints.http.versions import IfMatch, shown, version_of

_NEEDS = needs(Permission.SETTINGS_MANAGE)


@get(
    "/automation-rules",
    operation_id="ListAutomationRules",
    summary="List rules, by place.",
    description="Needs settings:manage.",
    opt=_NEEDS,
    dependencies={"paging": paged(sorts=AUTOMATION_RULE_SORTS, search=True)},
    responses=answers(200, Page[AutomationRuleRow], example=page_with(examples.RULE), raises=(*BEARER, *QUERY)),
)
@inject
async def list_automation_rules(
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    rules: FromDishka[AutomationRuleList],
    event: Annotated[RuleEvent | None, QueryParameter(description="After this event.")] = None,
) -> Page[AutomationRuleRow]:
    """Give one page."""
    return await rules.page(actor.tenant_id, event=event, page=paging)


@post(
    "/automation-rules",
    operation_id="AddAutomationRule",
    summary="Have something done after an event.",
    description="Needs settings:manage. It is done in the background, once an event, by all processes within half a "
    "minute.",
    opt={**_NEEDS, **CREATES},
    responses=answers(
        201,
        AutomationRuleRow,
        example=examples.RULE,
        raises=(*BEARER, *BODY, AutomationRuleTakenError, TooManyAutomationRulesError),
    ),
)
@inject
async def add_automation_rule(
    data: Annotated[AddAutomationRuleRequest, body(examples.ADD_RULE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddAutomationRuleHandler],
    rules: FromDishka[AutomationRuleList],
) -> Response[AutomationRuleRow]:
    """Keep it, and show it."""
    rule_id = await use_case(actor, data.to_command())
    row = await rules.one(actor.tenant_id, rule_id=rule_id)
    return shown(row, version=row.version, status_code=201)


@get(
    "/automation-rules/{rule_id:uuid}",
    operation_id="GetAutomationRule",
    summary="Show a rule.",
    description="Needs settings:manage. `ETag` is the version.",
    opt=_NEEDS,
    responses=answers(200, AutomationRuleRow, example=examples.RULE, raises=(*BEARER, AutomationRuleNotFoundError)),
)
@inject
async def get_automation_rule(
    rule_id: FromPath[UUID], actor: NamedDependency[Actor], rules: FromDishka[AutomationRuleList]
) -> Response[AutomationRuleRow]:
    """Give one."""
    row = await rules.one(actor.tenant_id, rule_id=AutomationRuleId(rule_id))
    return shown(row, version=row.version)


@put(
    "/automation-rules/{rule_id:uuid}",
    operation_id="UpdateAutomationRule",
    summary="Change a rule.",
    description="Needs settings:manage. What is absent stays; null conditions are none.",
    opt=_NEEDS,
    responses=answers(
        200,
        AutomationRuleRow,
        example=examples.RULE,
        raises=(*BEARER, *BODY, AutomationRuleNotFoundError, AutomationRuleTakenError, StaleVersionError),
    ),
)
@inject
async def update_automation_rule(
    rule_id: FromPath[UUID],
    data: Annotated[UpdateAutomationRuleRequest, body(examples.UPDATE_RULE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateAutomationRuleHandler],
    rules: FromDishka[AutomationRuleList],
    if_match: IfMatch = None,
) -> Response[AutomationRuleRow]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(AutomationRuleId(rule_id), version=version_of(if_match)))
    row = await rules.one(actor.tenant_id, rule_id=AutomationRuleId(rule_id))
    return shown(row, version=row.version)


@delete(
    "/automation-rules/{rule_id:uuid}",
    operation_id="DeleteAutomationRule",
    summary="Remove a rule, and its history.",
    description="Needs settings:manage.",
    opt=_NEEDS,
    responses=answers(204, None, example=None, raises=(*BEARER, AutomationRuleNotFoundError)),
)
@inject
async def delete_automation_rule(
    rule_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteAutomationRule]
) -> None:
    """Remove it."""
    await use_case(actor, AutomationRuleId(rule_id))


@post(
    "/automation-rules/{rule_id:uuid}/dry-run",
    operation_id="DryRunRule",
    status_code=200,
    summary="Show what a rule would do, on a conversation or where its event happened last; nothing is done.",
    description="Needs settings:manage. Conditions are asked of what conversations are now.",
    opt=_NEEDS,
    responses=answers(
        200,
        DryRuns,
        example=examples.DRY_RUNS,
        raises=(*BEARER, *BODY, AutomationRuleNotFoundError, ConversationNotFoundError),
    ),
)
@inject
async def dry_run_rule(
    rule_id: FromPath[UUID],
    data: Annotated[DryRunRequest, body(examples.DRY_RUN)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[DryRunRuleHandler],
) -> DryRuns:
    """Look."""
    return DryRuns(items=await use_case(actor, data.to_command(AutomationRuleId(rule_id))))


@get(
    "/automation-rules/{rule_id:uuid}/runs",
    operation_id="ListAutomationRuns",
    summary="List what became of a rule, the newest first; it is kept for 30 days.",
    description="Needs settings:manage. An event under which the conditions did not hold leaves no run.",
    opt=_NEEDS,
    dependencies={"paging": paged()},
    responses=answers(
        200,
        Page[AutomationRunRow],
        example=page_with(examples.RUN),
        raises=(*BEARER, *QUERY, AutomationRuleNotFoundError),
    ),
)
@inject
async def list_automation_runs(
    rule_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    rules: FromDishka[AutomationRuleList],
    outcome: Annotated[RunOutcome | None, QueryParameter(description="With this outcome.")] = None,
) -> Page[AutomationRunRow]:
    """Give one page."""
    return await rules.runs(actor.tenant_id, rule_id=AutomationRuleId(rule_id), outcome=outcome, page=paging)


rule_routes = Router(
    "/",
    route_handlers=[
        list_automation_rules,
        add_automation_rule,
        get_automation_rule,
        update_automation_rule,
        delete_automation_rule,
        dry_run_rule,
        list_automation_runs,
    ],
    tags=[SUPPORT.name],
    security=SECURED,
)
