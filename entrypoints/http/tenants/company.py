"""A company about itself, and the plans there are."""

from typing import Annotated

from dishka import FromDishka
from litestar import Response, Router, get, put
from litestar.di import NamedDependency

from application.ports.readers.tenants import PlanList
from application.shared.actor import Actor
from application.tenants.get_tenant import GetTenant
from application.tenants.get_usage import GetUsage, Usage
from application.tenants.update_settings import UpdateSettingsHandler
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.tenants.errors import TenantNotFoundError
from entrypoints.http.actor import ANYBODY, needs
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, SECURED, TENANTS, answers, body
from entrypoints.http.tenants import examples
from entrypoints.http.tenants.requests import UpdateSettingsRequest
from entrypoints.http.tenants.responses import CompanyView, Plans
from entrypoints.http.versions import IfMatch, shown, version_of


@get(
    "/plans",
    operation_id="ListPlans",
    summary="List the plans and what each allows, the smallest first.",
    description="Anybody who is logged in, or an API key.",
    opt=ANYBODY,
    responses=answers(200, Plans, example=examples.PLANS, raises=BEARER),
)
@inject
async def list_plans(plans: FromDishka[PlanList]) -> Plans:
    """Give all."""
    return Plans(items=await plans.all())


@get(
    "/tenant",
    operation_id="GetTenant",
    summary="Show your company and its settings.",
    description="Needs tenant:read. `ETag` is its version.",
    opt=needs(Permission.TENANT_READ),
    responses=answers(200, CompanyView, example=examples.COMPANY, raises=(*BEARER, TenantNotFoundError)),
)
@inject
async def get_tenant(actor: NamedDependency[Actor], use_case: FromDishka[GetTenant]) -> Response[CompanyView]:
    """Give it."""
    company = CompanyView.of(await use_case(actor))
    return shown(company, version=company.version)


@put(
    "/tenant",
    operation_id="UpdateSettings",
    summary="Change your company's settings.",
    description="Needs tenant:manage. What is absent stays, null is as it was at first. An allow-list of networks that "
    "would keep you out is refused.",
    opt=needs(Permission.TENANT_MANAGE),
    responses=answers(
        200,
        CompanyView,
        example=examples.COMPANY,
        raises=(*BEARER, *BODY, TenantNotFoundError, StaleVersionError),
    ),
)
@inject
async def update_settings(
    data: Annotated[UpdateSettingsRequest, body(examples.UPDATE_SETTINGS)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateSettingsHandler],
    get_tenant: FromDishka[GetTenant],
    if_match: IfMatch = None,
) -> Response[CompanyView]:
    """Write them, and show them."""
    await use_case(actor, data.to_command(version=version_of(if_match)))
    company = CompanyView.of(await get_tenant(actor))
    return shown(company, version=company.version)


@get(
    "/tenant/usage",
    operation_id="GetUsage",
    summary="Show what your company uses of what its plan allows.",
    description="Needs tenant:read. Messages are those of this month, in the company's time zone.",
    opt=needs(Permission.TENANT_READ),
    responses=answers(200, Usage, example=examples.USAGE, raises=(*BEARER, TenantNotFoundError)),
)
@inject
async def get_usage(actor: NamedDependency[Actor], use_case: FromDishka[GetUsage]) -> Usage:
    """Give it."""
    return await use_case(actor)


company_routes = Router(
    "/", route_handlers=[list_plans, get_tenant, update_settings, get_usage], tags=[TENANTS.name], security=SECURED
)
