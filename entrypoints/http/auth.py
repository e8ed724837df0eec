"""The ticket with which somebody who is logged in opens a socket."""

from dishka import FromDishka
from litestar import Router, post
from litestar.di import NamedDependency

from application.ports.tickets import Tickets
from application.ports.tokens import AccessClaims
from entrypoints.http import examples
from entrypoints.http.actor import OWN_SESSION
from entrypoints.http.injection import inject
from entrypoints.http.openapi import AUTH, BEARER, SECURED, answers
from entrypoints.http.responses import TICKET_SECONDS, Ticket


@post(
    "/ws/ticket",
    operation_id="IssueTicket",
    summary="Get a single-use ticket for the WebSocket.",
    description="A person who is logged in. Open `/ws?ticket=…` within 30 seconds.",
    opt=OWN_SESSION,
    security=SECURED,
    status_code=201,
    responses=answers(201, Ticket, example=examples.TICKET, raises=BEARER),
)
@inject
async def issue_ticket(claims: NamedDependency[AccessClaims], tickets: FromDishka[Tickets]) -> Ticket:
    """Issue a ticket for the bearer."""
    return Ticket(ticket=await tickets.issue(claims), expires_in=TICKET_SECONDS)


auth_routes = Router("/", route_handlers=[issue_ticket], tags=[AUTH.name])
