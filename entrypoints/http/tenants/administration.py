"""Companies, for the platform's operators: making them, naming them, letting them go."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter

from application.ports.readers.tenants import TENANT_SORTS, TenantDetail, TenantFilters, TenantList, TenantRow
from application.shared.actor import Operator
from application.shared.page import Page, PageRequest
from application.tenants.create_tenant import CreateTenantHandler
from application.tenants.delete_tenant import DeleteTenant, DeleteTenantHandler
from application.tenants.update_tenant import UpdateTenantHandler
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId
from domain.tenants.errors import DomainTakenError, SlugTakenError, TenantNotFoundError, TenantStateError
from domain.tenants.tenant import TenantStatus
from entrypoints.http.actor import CREATES, OPERATOR
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, QUERY, SECURED, TENANTS, answers, body
from entrypoints.http.query import paged
from entrypoints.http.requests import MAX_WORD
from entrypoints.http.tenants import examples
from entrypoints.http.tenants.requests import CreateTenantRequest, UpdateTenantRequest
from entrypoints.http.versions import IfMatch, shown, version_of


def filters_of(
    status: Annotated[TenantStatus | None, QueryParameter(description="In this state.")] = None,
    plan: Annotated[str | None, QueryParameter(description="On this plan.", max_length=MAX_WORD)] = None,
) -> TenantFilters:
    """Read which companies."""
    return TenantFilters(status=status, plan=plan)


@get(
    "/tenants",
    operation_id="ListTenants",
    summary="List the companies, the newest first.",
    description="For operators of the platform. `q` looks in name, slug and domain.",
    opt=OPERATOR,
    dependencies={
        "filters": Provide(filters_of, sync_to_thread=False),
        "paging": paged(sorts=TENANT_SORTS, search=True),
    },
    responses=answers(200, Page[TenantRow], example=page_with(examples.ROW), raises=(*BEARER, *QUERY)),
)
@inject
async def list_tenants(
    operator: NamedDependency[Operator],  # noqa: ARG001 - the doorkeeper asked; a route of operators says so here too
    filters: NamedDependency[TenantFilters],
    paging: NamedDependency[PageRequest],
    tenants: FromDishka[TenantList],
) -> Page[TenantRow]:
    """Give one page."""
    return await tenants.page(filters=filters, page=paging)


@post(
    "/tenants",
    operation_id="CreateTenant",
    summary="Create a company, and invite its first admin.",
    description="For operators of the platform. It begins with the 14-day trial unless another plan is named. The "
    "admin gets an invitation by e-mail, good for 72 hours.",
    opt={**OPERATOR, **CREATES},
    responses=answers(
        201, TenantDetail, example=examples.TENANT, raises=(*BEARER, *BODY, SlugTakenError, DomainTakenError)
    ),
)
@inject
async def create_tenant(
    data: Annotated[CreateTenantRequest, body(examples.CREATE_TENANT)],
    operator: NamedDependency[Operator],
    use_case: FromDishka[CreateTenantHandler],
    tenants: FromDishka[TenantList],
) -> Response[TenantDetail]:
    """Write it, and show it."""
    tenant = await tenants.one(await use_case(data.to_command(), by=operator.author))
    return shown(tenant, version=tenant.version, status_code=201)


@get(
    "/tenants/{tenant_id:uuid}",
    operation_id="GetTenantAsOperator",
    summary="Show a company.",
    description="For operators of the platform. `ETag` is its version.",
    opt=OPERATOR,
    responses=answers(200, TenantDetail, example=examples.TENANT, raises=(*BEARER, TenantNotFoundError)),
)
@inject
async def get_tenant(
    tenant_id: FromPath[UUID],
    operator: NamedDependency[Operator],  # noqa: ARG001 - the same
    tenants: FromDishka[TenantList],
) -> Response[TenantDetail]:
    """Give one."""
    tenant = await tenants.one(TenantId(tenant_id))
    return shown(tenant, version=tenant.version)


@put(
    "/tenants/{tenant_id:uuid}",
    operation_id="UpdateTenant",
    summary="Change a company's names, limits and next payment.",
    description="For operators of the platform. What is absent stays; null clears.",
    opt=OPERATOR,
    responses=answers(
        200,
        TenantDetail,
        example=examples.TENANT,
        raises=(*BEARER, *BODY, TenantNotFoundError, SlugTakenError, DomainTakenError, StaleVersionError),
    ),
)
@inject
async def update_tenant(
    tenant_id: FromPath[UUID],
    data: Annotated[UpdateTenantRequest, body(examples.UPDATE_TENANT)],
    operator: NamedDependency[Operator],
    use_case: FromDishka[UpdateTenantHandler],
    tenants: FromDishka[TenantList],
    if_match: IfMatch = None,
) -> Response[TenantDetail]:
    """Write it, and show it."""
    await use_case(data.to_command(TenantId(tenant_id), version=version_of(if_match)), by=operator.author)
    tenant = await tenants.one(TenantId(tenant_id))
    return shown(tenant, version=tenant.version)


@delete(
    "/tenants/{tenant_id:uuid}",
    operation_id="DeleteTenant",
    summary="Delete a company: nobody gets in any more.",
    description="For operators of the platform. For 30 days it can be activated again; then everything is erased.",
    opt=OPERATOR,
    status_code=200,
    responses=answers(
        200, TenantDetail, example=examples.TENANT, raises=(*BEARER, TenantNotFoundError, TenantStateError)
    ),
)
@inject
async def delete_tenant(
    tenant_id: FromPath[UUID],
    operator: NamedDependency[Operator],
    use_case: FromDishka[DeleteTenantHandler],
    tenants: FromDishka[TenantList],
) -> Response[TenantDetail]:
    """Delete it, and show until when it is kept."""
    await use_case(DeleteTenant(tenant_id=TenantId(tenant_id)), by=operator.author)
    tenant = await tenants.one(TenantId(tenant_id))
    return shown(tenant, version=tenant.version)


tenant_routes = Router(
    "/",
    route_handlers=[list_tenants, create_tenant, get_tenant, update_tenant, delete_tenant],
    tags=[TENANTS.name],
    security=SECURED,
)
