"""Logging in, and who is logged in."""

from typing import Annotated

from dishka import FromDishka
from litestar import Router, get, post
from litestar.di import NamedDependency

from application.identity.get_me import GetMe, Me
from application.identity.log_in import LoggedIn, LogInHandler, LoginRefusedError
from application.ports.tickets import Tickets
from application.ports.tokens import AccessClaims
from application.shared.actor import Actor
from entrypoints.http import examples
from entrypoints.http.actor import PUBLIC
from entrypoints.http.injection import inject
from entrypoints.http.openapi import AUTH, BEARER, BODY, SECURED, answers, body
from entrypoints.http.requests import LogInRequest
from entrypoints.http.responses import TICKET_SECONDS, Ticket


@post(
    "/auth/login",
    operation_id="LogIn",
    summary="Get an access token for an e-mail and a password.",
    description="Public. Takes as long, and answers the same, for an account that does not exist.",
    opt=PUBLIC,
    status_code=200,
    responses=answers(200, LoggedIn, example=examples.LOGGED_IN, raises=(*BODY, LoginRefusedError)),
)
@inject
async def log_in(data: Annotated[LogInRequest, body(examples.LOG_IN)], use_case: FromDishka[LogInHandler]) -> LoggedIn:
    """Log in."""
    return await use_case(data.to_command())


@get(
    "/auth/me",
    operation_id="GetMe",
    summary="Tell who is logged in, and what they may do.",
    description="Anybody who is logged in.",
    security=SECURED,
    responses=answers(200, Me, example=examples.ME, raises=BEARER),
)
@inject
async def get_me(actor: NamedDependency[Actor], use_case: FromDishka[GetMe]) -> Me:
    """Give the account."""
    return await use_case(actor)


@post(
    "/ws/ticket",
    operation_id="IssueTicket",
    summary="Get a single-use ticket for the WebSocket.",
    description="Anybody who is logged in. Open `/ws?ticket=…` within 30 seconds.",
    security=SECURED,
    status_code=201,
    responses=answers(201, Ticket, example=examples.TICKET, raises=BEARER),
)
@inject
async def issue_ticket(claims: NamedDependency[AccessClaims], tickets: FromDishka[Tickets]) -> Ticket:
    """Issue a ticket for the bearer."""
    return Ticket(ticket=await tickets.issue(claims), expires_in=TICKET_SECONDS)


auth_routes = Router("/", route_handlers=[log_in, get_me, issue_ticket], tags=[AUTH.name])
