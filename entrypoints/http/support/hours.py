"""Business hours and holidays."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from application.ports.readers.holidays import HOLIDAY_SORTS, HolidayList
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from application.support.add_holiday import AddHolidayHandler
from application.support.get_business_hours import GetBusinessHours, ShownHours
from application.support.list_public_holidays import ListPublicHolidays
from application.support.preview_hours import DEFAULT_DAYS, MAX_DAYS, HoursPreview, PreviewHours
from application.support.remove_business_hours import RemoveBusinessHours
from application.support.remove_holiday import RemoveHoliday
from application.support.set_business_hours import SetBusinessHoursHandler
from domain.identity.permissions import Permission
from domain.people.errors import DepartmentNotFoundError
from domain.shared.errors import StaleVersionError
from domain.shared.ids import DepartmentId, HolidayId
from domain.support.errors import HolidayNotFoundError, HolidayTakenError, TooManyHolidaysError
from domain.support.holidays import Holiday
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, QUERY, SECURED, SUPPORT, answers, body
from entrypoints.http.query import paged
from entrypoints.http.support import examples
from entrypoints.http.support.requests import AddHolidayRequest, SetBusinessHoursRequest
from entrypoints.http.support.responses import PublicHolidayList
from entrypoints.http.versions import IfMatch, shown, version_of

OfDepartment = Annotated[UUID | None, QueryParameter(description="Those of this department; else the company's.")]
Days = Annotated[int, QueryParameter(description="How many days, today included.", ge=1, le=MAX_DAYS)]
Year = Annotated[int, QueryParameter(description="Which year.", ge=2000, le=2100)]


def _department(given: UUID | None) -> DepartmentId | None:
    return None if given is None else DepartmentId(given)


@get(
    "/business-hours",
    operation_id="GetBusinessHours",
    summary="Show when the company, or a department, is open.",
    description="Needs settings:manage. A department without hours of its own has the company's; a company that set "
    "none is open round the clock. `ETag` is the version; 0 is none of its own yet.",
    opt=needs(Permission.SETTINGS_MANAGE),
    responses=answers(200, ShownHours, example=examples.HOURS, raises=(*BEARER, *QUERY, DepartmentNotFoundError)),
)
@inject
async def get_business_hours(
    actor: NamedDependency[Actor], use_case: FromDishka[GetBusinessHours], department_id: OfDepartment = None
) -> Response[ShownHours]:
    """Give them."""
    hours = await use_case(actor, _department(department_id))
    return shown(hours, version=hours.version)


@put(
    "/business-hours",
    operation_id="SetBusinessHours",
    summary="Say when the company, or a department, is open.",
    description="Needs settings:manage. What is absent stays; `week` replaces the whole week. Public holidays of the "
    "company's `holiday_region` are closed unless `observes_holidays` is false.",
    opt=needs(Permission.SETTINGS_MANAGE),
    responses=answers(
        200,
        ShownHours,
        example=examples.HOURS,
        raises=(*BEARER, *BODY, DepartmentNotFoundError, StaleVersionError),
    ),
)
@inject
async def set_business_hours(
    data: Annotated[SetBusinessHoursRequest, body(examples.SET_HOURS)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SetBusinessHoursHandler],
    get_hours: FromDishka[GetBusinessHours],
    department_id: OfDepartment = None,
    if_match: IfMatch = None,
) -> Response[ShownHours]:
    """Write them, and show them."""
    whose = _department(department_id)
    await use_case(actor, data.to_command(whose, version=version_of(if_match)))
    hours = await get_hours(actor, whose)
    return shown(hours, version=hours.version)


@delete(
    "/business-hours",
    operation_id="RemoveBusinessHours",
    summary="Forget the hours of a department, which has the company's then, or those of the company.",
    description="Needs settings:manage.",
    opt=needs(Permission.SETTINGS_MANAGE),
    responses=answers(204, None, example=None, raises=(*BEARER, *QUERY, DepartmentNotFoundError)),
)
@inject
async def remove_business_hours(
    actor: NamedDependency[Actor], use_case: FromDishka[RemoveBusinessHours], department_id: OfDepartment = None
) -> None:
    """Forget them."""
    await use_case(actor, _department(department_id))


@get(
    "/business-hours/preview",
    operation_id="PreviewHours",
    summary="Show whether it is open now, until when, and when on the next days.",
    description="Needs conversations:read. Where nobody set any hours it is always open, and `is_set` says so.",
    opt=needs(Permission.CONVERSATIONS_READ),
    responses=answers(200, HoursPreview, example=examples.PREVIEW, raises=(*BEARER, *QUERY, DepartmentNotFoundError)),
)
@inject
async def preview_hours(
    actor: NamedDependency[Actor],
    use_case: FromDishka[PreviewHours],
    department_id: OfDepartment = None,
    days: Days = DEFAULT_DAYS,
) -> HoursPreview:
    """Give it."""
    return await use_case(actor, _department(department_id), days=days)


@get(
    "/holidays",
    operation_id="ListHolidays",
    summary="List the company's own holidays, by day.",
    description="Needs conversations:read. Public holidays are at `/holidays/public`.",
    opt=needs(Permission.CONVERSATIONS_READ),
    dependencies={"paging": paged(sorts=HOLIDAY_SORTS, search=True)},
    responses=answers(200, Page[Holiday], example=page_with(examples.HOLIDAY), raises=(*BEARER, *QUERY)),
)
@inject
async def list_holidays(
    actor: NamedDependency[Actor], paging: NamedDependency[PageRequest], holidays: FromDishka[HolidayList]
) -> Page[Holiday]:
    """Give one page."""
    actor.require(Permission.CONVERSATIONS_READ)
    return await holidays.page(actor.tenant_id, page=paging)


@get(
    "/holidays/public",
    operation_id="ListPublicHolidays",
    summary="List a year's public holidays where the company is.",
    description="Needs conversations:read. Those of the country and, where the company's `holiday_region` names one, "
    "of the state.",
    opt=needs(Permission.CONVERSATIONS_READ),
    responses=answers(200, PublicHolidayList, example=examples.PUBLIC_HOLIDAYS, raises=(*BEARER, *QUERY)),
)
@inject
async def list_public_holidays(
    actor: NamedDependency[Actor], use_case: FromDishka[ListPublicHolidays], year: Year
) -> PublicHolidayList:
    """Give them."""
    return PublicHolidayList(items=await use_case(actor, year=year))


@post(
    "/holidays",
    operation_id="AddHoliday",
    summary="Add a day on which the company is closed, or open although it is a public holiday.",
    description="Needs settings:manage.",
    opt={**needs(Permission.SETTINGS_MANAGE), **CREATES},
    responses=answers(
        201, Holiday, example=examples.HOLIDAY, raises=(*BEARER, *BODY, HolidayTakenError, TooManyHolidaysError)
    ),
)
@inject
async def add_holiday(
    data: Annotated[AddHolidayRequest, body(examples.ADD_HOLIDAY)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddHolidayHandler],
) -> Holiday:
    """Add it, and show it."""
    return await use_case(actor, data.to_command())


@delete(
    "/holidays/{holiday_id:uuid}",
    operation_id="RemoveHoliday",
    summary="Forget a holiday of the company's own.",
    description="Needs settings:manage.",
    opt=needs(Permission.SETTINGS_MANAGE),
    responses=answers(204, None, example=None, raises=(*BEARER, HolidayNotFoundError)),
)
@inject
async def remove_holiday(
    holiday_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[RemoveHoliday]
) -> None:
    """Forget it."""
    await use_case(actor, HolidayId(holiday_id))


hours_routes = Router(
    "/",
    route_handlers=[
        get_business_hours,
        set_business_hours,
        remove_business_hours,
        preview_hours,
        list_holidays,
        list_public_holidays,
        add_holiday,
        remove_holiday,
    ],
    tags=[SUPPORT.name],
    security=SECURED,
)
