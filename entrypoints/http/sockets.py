"""How many follow live, and whether all of them keep up."""

from dishka import FromDishka
from litestar import Router, get
from litestar.di import NamedDependency

from application.shared.actor import PermissionDeniedError, Person
from application.tenants.get_socket_stats import GetSocketStats, SocketReport
from entrypoints.http.actor import OWN_SESSION
from entrypoints.http.injection import inject
from entrypoints.http.openapi import AUTH, BEARER, SECURED, answers

REPORT = SocketReport(
    sockets=3,
    processes=1,
    tenants=1,
    by_user={"0198f2c0-7e00-7000-8000-000000000002": 2, "0198f2c0-7e00-7000-8000-000000000003": 1},
    by_channel={"messages": 3, "conversation": 2},
    lag=0,
    dropped=0,
)


@get(
    "/ws/stats",
    operation_id="GetSocketStats",
    summary="Show how many sockets are open, whose, and whether they keep up.",
    description="A person who is logged in and holds tenant:manage; an operator gets the sums of the platform. "
    "What is shown is some five seconds old.",
    opt=OWN_SESSION,
    security=SECURED,
    responses=answers(200, SocketReport, example=REPORT, raises=(*BEARER, PermissionDeniedError)),
)
@inject
async def get_socket_stats(person: NamedDependency[Person], use_case: FromDishka[GetSocketStats]) -> SocketReport:
    """Give the sums."""
    return await use_case(person)


socket_routes = Router("/", route_handlers=[get_socket_stats], tags=[AUTH.name])
