"""What operators do with companies: plans, suspension, usage."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.ports.readers.tenants import TenantDetail, TenantList
from application.shared.actor import Operator
from application.tenants.activate_tenant import ActivateTenant, ActivateTenantHandler
from application.tenants.change_plan import ChangePlanHandler
from application.tenants.get_usage import GetUsage, Usage
from application.tenants.suspend_tenant import SuspendTenantHandler
from domain.shared.ids import TenantId
from domain.tenants.errors import TenantNotFoundError, TenantStateError
from entrypoints.http.actor import OPERATOR
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, SECURED, TENANTS, answers, body
from entrypoints.http.tenants import examples
from entrypoints.http.tenants.requests import ChangePlanRequest, SuspendTenantRequest
from entrypoints.http.versions import shown


async def _shown(tenants: TenantList, tenant_id: UUID) -> Response[TenantDetail]:
    tenant = await tenants.one(TenantId(tenant_id))
    return shown(tenant, version=tenant.version)


@post(
    "/tenants/{tenant_id:uuid}/upgrade",
    operation_id="ChangePlan",
    summary="Move a company to another plan.",
    description="For operators of the platform. A paid plan ends the trial, and the suspension that its end brought. "
    "What is above a smaller plan's limits stays.",
    opt=OPERATOR,
    status_code=200,
    responses=answers(
        200, TenantDetail, example=examples.TENANT, raises=(*BEARER, *BODY, TenantNotFoundError, TenantStateError)
    ),
)
@inject
async def change_plan(
    tenant_id: FromPath[UUID],
    data: Annotated[ChangePlanRequest, body(examples.CHANGE_PLAN)],
    operator: NamedDependency[Operator],
    use_case: FromDishka[ChangePlanHandler],
    tenants: FromDishka[TenantList],
) -> Response[TenantDetail]:
    """Move it, and show it."""
    await use_case(data.to_command(TenantId(tenant_id)), by=operator.author)
    return await _shown(tenants, tenant_id)


@post(
    "/tenants/{tenant_id:uuid}/suspend",
    operation_id="SuspendTenant",
    summary="Let a company read and nothing else.",
    description="For operators of the platform. Nothing is sent and no bot answers; what comes in is kept until it is "
    "activated.",
    opt=OPERATOR,
    status_code=200,
    responses=answers(
        200, TenantDetail, example=examples.TENANT, raises=(*BEARER, *BODY, TenantNotFoundError, TenantStateError)
    ),
)
@inject
async def suspend_tenant(
    tenant_id: FromPath[UUID],
    data: Annotated[SuspendTenantRequest, body(examples.SUSPEND)],
    operator: NamedDependency[Operator],
    use_case: FromDishka[SuspendTenantHandler],
    tenants: FromDishka[TenantList],
) -> Response[TenantDetail]:
    """Suspend it, and show it."""
    await use_case(data.to_command(TenantId(tenant_id)), by=operator.author)
    return await _shown(tenants, tenant_id)


@post(
    "/tenants/{tenant_id:uuid}/activate",
    operation_id="ActivateTenant",
    summary="Let a suspended company work again, or one that was deleted within 30 days.",
    description="For operators of the platform. What came in meanwhile is handled now, in its order.",
    opt=OPERATOR,
    status_code=200,
    responses=answers(
        200, TenantDetail, example=examples.TENANT, raises=(*BEARER, TenantNotFoundError, TenantStateError)
    ),
)
@inject
async def activate_tenant(
    tenant_id: FromPath[UUID],
    operator: NamedDependency[Operator],
    use_case: FromDishka[ActivateTenantHandler],
    tenants: FromDishka[TenantList],
) -> Response[TenantDetail]:
    """Activate it, and show it."""
    await use_case(ActivateTenant(tenant_id=TenantId(tenant_id)), by=operator.author)
    return await _shown(tenants, tenant_id)


@get(
    "/tenants/{tenant_id:uuid}/usage",
    operation_id="GetUsageAsOperator",
    summary="Show what a company uses of what its plan allows.",
    description="For operators of the platform. Messages are those of this month, in the company's time zone.",
    opt=OPERATOR,
    responses=answers(200, Usage, example=examples.USAGE, raises=(*BEARER, TenantNotFoundError)),
)
@inject
async def get_usage(
    tenant_id: FromPath[UUID],
    operator: NamedDependency[Operator],  # noqa: ARG001 - the doorkeeper asked; a route of operators says so here too
    use_case: FromDishka[GetUsage],
) -> Usage:
    """Give it."""
    return await use_case.of(TenantId(tenant_id))


tenant_standing_routes = Router(
    "/",
    route_handlers=[change_plan, suspend_tenant, activate_tenant, get_usage],
    tags=[TENANTS.name],
    security=SECURED,
)
