"""Logging in, staying logged in, leaving."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.identity.end_session import EndSession
from application.identity.list_sessions import ListSessions, MySession
from application.identity.log_in import LogInHandler, LoginRefusedError, TwoFactorChallenge
from application.identity.log_out import LogOut
from application.identity.refresh_session import RefreshSessionHandler, RefreshTokenInvalidError
from application.identity.verify_second_factor import (
    ChallengeOverError,
    SecondFactorRefusedError,
    VerifySecondFactorHandler,
)
from application.ports.readers.sessions import LOGIN_SORTS
from application.ports.sessions import LoggedIn
from application.shared.actor import Origin, Person
from application.shared.page import Page, PageRequest
from domain.identity.errors import SessionNotFoundError
from domain.shared.ids import SessionId
from domain.tenants.errors import IpNotAllowedError
from entrypoints.http.actor import BEFORE_TWO_FACTOR, OWN_SESSION, PUBLIC
from entrypoints.http.examples import page_with
from entrypoints.http.identity import examples
from entrypoints.http.identity.requests import LogInRequest, RefreshSessionRequest, VerifySecondFactorRequest
from entrypoints.http.injection import inject
from entrypoints.http.openapi import AUTH, BEARER, BODY, QUERY, SECURED, answers, body
from entrypoints.http.query import paged

NEVER_STORED = {"cache-control": "no-store"}
"""Answers that hold tokens (RFC 6749, 5.1)."""


@post(
    "/auth/login",
    operation_id="LogIn",
    summary="Get tokens for an e-mail and a password, or a challenge where a second factor is in use.",
    description="Public. Takes as long, and answers the same, for an account that does not exist. Five wrong passwords "
    "in 15 minutes for an account from one address, ten for an account or from one network; then Retry-After.",
    opt=PUBLIC,
    status_code=200,
    responses=answers(
        200,
        LoggedIn | TwoFactorChallenge,
        example=examples.LOGGED_IN,
        raises=(*BODY, LoginRefusedError, IpNotAllowedError),
    ),
)
@inject
async def log_in(
    data: Annotated[LogInRequest, body(examples.LOG_IN)],
    origin: NamedDependency[Origin],
    use_case: FromDishka[LogInHandler],
) -> Response[LoggedIn | TwoFactorChallenge]:
    """Log in."""
    return Response(await use_case(data.to_command(), origin), headers=NEVER_STORED)


@post(
    "/auth/2fa/verify",
    operation_id="VerifySecondFactor",
    summary="Finish a login with a code of the phone or a recovery code.",
    description="Public. A challenge is good for five minutes and five tries; each code is good once.",
    opt=PUBLIC,
    status_code=200,
    responses=answers(
        200,
        LoggedIn,
        example=examples.LOGGED_IN,
        raises=(*BODY, ChallengeOverError, SecondFactorRefusedError, IpNotAllowedError),
    ),
)
@inject
async def verify_second_factor(
    data: Annotated[VerifySecondFactorRequest, body(examples.VERIFY)],
    origin: NamedDependency[Origin],
    use_case: FromDishka[VerifySecondFactorHandler],
) -> Response[LoggedIn]:
    """Check the code."""
    return Response(await use_case(data.to_command(), origin), headers=NEVER_STORED)


@post(
    "/auth/refresh",
    operation_id="RefreshSession",
    summary="Exchange the refresh token for the next one and a new access token.",
    description="Public. The same token within ten seconds is given the same successor; later, the whole session ends.",
    opt=PUBLIC,
    status_code=200,
    responses=answers(
        200, LoggedIn, example=examples.LOGGED_IN, raises=(*BODY, RefreshTokenInvalidError, IpNotAllowedError)
    ),
)
@inject
async def refresh_session(
    data: Annotated[RefreshSessionRequest, body(examples.REFRESH)],
    origin: NamedDependency[Origin],
    use_case: FromDishka[RefreshSessionHandler],
) -> Response[LoggedIn]:
    """Refresh."""
    return Response(await use_case(data.to_command(), origin), headers=NEVER_STORED)


@post(
    "/auth/logout",
    operation_id="LogOut",
    summary="End this session.",
    description="A person who is logged in. The access token opens nothing from now on, and sockets are closed.",
    opt={**OWN_SESSION, **BEFORE_TWO_FACTOR},
    status_code=204,
    security=SECURED,
    responses=answers(204, None, example=None, raises=BEARER),
)
@inject
async def log_out(person: NamedDependency[Person], use_case: FromDishka[LogOut]) -> None:
    """Log out."""
    await use_case(person)


@get(
    "/auth/sessions",
    operation_id="ListSessions",
    summary="List where I am logged in, the newest first.",
    description="A person who is logged in, for their own. `last_seen_at` is the last refresh.",
    opt={**OWN_SESSION, **BEFORE_TWO_FACTOR},
    dependencies={"paging": paged(sorts=LOGIN_SORTS)},
    security=SECURED,
    responses=answers(200, Page[MySession], example=page_with(examples.SESSION), raises=(*BEARER, *QUERY)),
)
@inject
async def list_sessions(
    person: NamedDependency[Person], paging: NamedDependency[PageRequest], use_case: FromDishka[ListSessions]
) -> Page[MySession]:
    """Give one page."""
    return await use_case(person, paging)


@delete(
    "/auth/sessions/{session_id:uuid}",
    operation_id="EndSession",
    summary="End one of my sessions.",
    description="A person who is logged in, for their own.",
    opt={**OWN_SESSION, **BEFORE_TWO_FACTOR},
    security=SECURED,
    responses=answers(204, None, example=None, raises=(*BEARER, SessionNotFoundError)),
)
@inject
async def end_session(
    session_id: FromPath[UUID], person: NamedDependency[Person], use_case: FromDishka[EndSession]
) -> None:
    """End it."""
    await use_case(person, SessionId(session_id))


login_routes = Router(
    "/",
    route_handlers=[log_in, verify_second_factor, refresh_session, log_out, list_sessions, end_session],
    tags=[AUTH.name],
)
