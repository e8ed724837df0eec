"""What the company promises its customers."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.ports.readers.sla_policies import SLA_POLICY_SORTS, SlaPolicyList, SlaPolicyRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from application.support.add_sla_policy import AddSlaPolicyHandler
from application.support.delete_sla_policy import DeleteSlaPolicy
from application.support.update_sla_policy import UpdateSlaPolicyHandler
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import SlaPolicyId
from domain.support.errors import SlaPolicyNotFoundError, SlaPolicyTakenError, TooManySlaPoliciesError
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, QUERY, SECURED, SUPPORT, answers, body
from entrypoints.http.query import paged
from entrypoints.http.support import examples_serving as examples
from entrypoints.http.support.requests_serving import AddSlaPolicyRequest, UpdateSlaPolicyRequest
from entrypoints.http.versions import IfMatch, shown, version_of

_NEEDS = needs(Permission.SETTINGS_MANAGE)


@get(
    "/sla-policies",
    operation_id="ListSlaPolicies",
    summary="List what is promised, by place.",
    description="Needs settings:manage. In a conversation the first counts that is active and applies.",
    opt=_NEEDS,
    dependencies={"paging": paged(sorts=SLA_POLICY_SORTS, search=True)},
    responses=answers(200, Page[SlaPolicyRow], example=page_with(examples.POLICY), raises=(*BEARER, *QUERY)),
)
@inject
async def list_sla_policies(
    actor: NamedDependency[Actor], paging: NamedDependency[PageRequest], policies: FromDishka[SlaPolicyList]
) -> Page[SlaPolicyRow]:
    """Give one page."""
    return await policies.page(actor.tenant_id, page=paging)


@post(
    "/sla-policies",
    operation_id="AddSlaPolicy",
    summary="Promise something.",
    description="Needs settings:manage. Open conversations have it from their next change on.",
    opt={**_NEEDS, **CREATES},
    responses=answers(
        201,
        SlaPolicyRow,
        example=examples.POLICY,
        raises=(*BEARER, *BODY, SlaPolicyTakenError, TooManySlaPoliciesError),
    ),
)
@inject
async def add_sla_policy(
    data: Annotated[AddSlaPolicyRequest, body(examples.ADD_POLICY)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddSlaPolicyHandler],
    policies: FromDishka[SlaPolicyList],
) -> Response[SlaPolicyRow]:
    """Keep it, and show it."""
    policy_id = await use_case(actor, data.to_command())
    row = await policies.one(actor.tenant_id, policy_id=policy_id)
    return shown(row, version=row.version, status_code=201)


@get(
    "/sla-policies/{policy_id:uuid}",
    operation_id="GetSlaPolicy",
    summary="Show a policy.",
    description="Needs settings:manage. `ETag` is the version.",
    opt=_NEEDS,
    responses=answers(200, SlaPolicyRow, example=examples.POLICY, raises=(*BEARER, SlaPolicyNotFoundError)),
)
@inject
async def get_sla_policy(
    policy_id: FromPath[UUID], actor: NamedDependency[Actor], policies: FromDishka[SlaPolicyList]
) -> Response[SlaPolicyRow]:
    """Give one."""
    row = await policies.one(actor.tenant_id, policy_id=SlaPolicyId(policy_id))
    return shown(row, version=row.version)


@put(
    "/sla-policies/{policy_id:uuid}",
    operation_id="UpdateSlaPolicy",
    summary="Promise otherwise.",
    description="Needs settings:manage. What is absent stays; open promises are reckoned anew at their "
    "conversation's next change.",
    opt=_NEEDS,
    responses=answers(
        200,
        SlaPolicyRow,
        example=examples.POLICY,
        raises=(*BEARER, *BODY, SlaPolicyNotFoundError, SlaPolicyTakenError, StaleVersionError),
    ),
)
@inject
async def update_sla_policy(
    policy_id: FromPath[UUID],
    data: Annotated[UpdateSlaPolicyRequest, body(examples.UPDATE_POLICY)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateSlaPolicyHandler],
    policies: FromDishka[SlaPolicyList],
    if_match: IfMatch = None,
) -> Response[SlaPolicyRow]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(SlaPolicyId(policy_id), version=version_of(if_match)))
    row = await policies.one(actor.tenant_id, policy_id=SlaPolicyId(policy_id))
    return shown(row, version=row.version)


@delete(
    "/sla-policies/{policy_id:uuid}",
    operation_id="DeleteSlaPolicy",
    summary="Remove a policy, and what was promised by it.",
    description="Needs settings:manage.",
    opt=_NEEDS,
    responses=answers(204, None, example=None, raises=(*BEARER, SlaPolicyNotFoundError)),
)
@inject
async def delete_sla_policy(
    policy_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteSlaPolicy]
) -> None:
    """Remove it."""
    await use_case(actor, SlaPolicyId(policy_id))


promise_routes = Router(
    "/",
    route_handlers=[list_sla_policies, add_sla_policy, get_sla_policy, update_sla_policy, delete_sla_policy],
    tags=[SUPPORT.name],
    security=SECURED,
)
