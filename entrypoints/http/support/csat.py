"""What customers said of the service."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter

from application.ports.readers.csat import CSAT_SORTS, CsatFilters, CsatRow, CsatSummary
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from application.support.list_csat import ListCsat
from domain.identity.permissions import Permission
from domain.shared.ids import DepartmentId, UserId
from entrypoints.http.actor import needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.moments import moment
from entrypoints.http.openapi import BEARER, PERSONAL, QUERY, SECURED, SUPPORT, answers
from entrypoints.http.query import paged
from entrypoints.http.support import examples_serving as examples


def csat_filters(
    since: Annotated[datetime | None, QueryParameter(description="Asked at this time or later.")] = None,
    until: Annotated[datetime | None, QueryParameter(description="Asked before this time.")] = None,
    user_id: Annotated[UUID | None, QueryParameter(description="About what this person had.")] = None,
    department_id: Annotated[UUID | None, QueryParameter(description="About this department.")] = None,
    score: Annotated[int | None, QueryParameter(description="With this score.", ge=1, le=5)] = None,
    is_answered: Annotated[bool | None, QueryParameter(name="answered", description="With an answer or not.")] = None,
) -> CsatFilters:
    """Read which are wanted."""
    return CsatFilters(
        since=moment(since, field="since"),
        until=moment(until, field="until"),
        user_id=UserId(user_id) if user_id else None,
        department_id=DepartmentId(department_id) if department_id else None,
        score=score,
        is_answered=is_answered,
    )


_FILTERS = Provide(csat_filters, sync_to_thread=False)


@get(
    "/csat",
    operation_id="ListCsat",
    summary="List what customers were asked and what they answered, the latest question first.",
    description="Needs settings:manage. `/csat/summary` has the mean and the distribution for the same filters.",
    opt=needs(Permission.SETTINGS_MANAGE),
    dependencies={"paging": paged(sorts=CSAT_SORTS), "filters": _FILTERS},
    responses=answers(200, Page[CsatRow], example=page_with(examples.CSAT), raises=(*PERSONAL, *QUERY)),
)
@inject
async def list_csat(
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    filters: NamedDependency[CsatFilters],
    use_case: FromDishka[ListCsat],
) -> Page[CsatRow]:
    """Give one page."""
    return await use_case(actor, filters=filters, page=paging)


@get(
    "/csat/summary",
    operation_id="GetCsatSummary",
    summary="Sum up how content customers are.",
    description="Needs settings:manage.",
    opt=needs(Permission.SETTINGS_MANAGE),
    dependencies={"filters": _FILTERS},
    responses=answers(200, CsatSummary, example=examples.CSAT_SUMMARY, raises=(*BEARER, *QUERY)),
)
@inject
async def get_csat_summary(
    actor: NamedDependency[Actor], filters: NamedDependency[CsatFilters], use_case: FromDishka[ListCsat]
) -> CsatSummary:
    """Give it."""
    return await use_case.summary(actor, filters=filters)


csat_routes = Router("/", route_handlers=[list_csat, get_csat_summary], tags=[SUPPORT.name], security=SECURED)
