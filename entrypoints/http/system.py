"""Health, version, metrics, and the keys that sign tokens."""

import asyncio
from contextlib import suppress

from dishka import FromDishka
from litestar import Response, Router, get
from litestar.datastructures import State
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from application.ports.health import Readiness
from application.ports.jobs import JobBoard
from application.ports.operations import LaneBoard
from application.ports.tokens import Tokens
from domain.shared.errors import UnavailableError
from entrypoints.http.actor import PUBLIC, UNLIMITED
from entrypoints.http.injection import inject
from entrypoints.http.lag import show_backlog, show_lag
from entrypoints.http.openapi import SYSTEM, answer, answers
from entrypoints.http.responses import Live, Ready, Version
from entrypoints.http.telemetry import QUIET

LAG_SECONDS = 2.0
"""A scrape must not hang where the database does."""

KEYS_MAX_AGE_SECONDS = 300
"""Verifiers may keep the document this long; one that meets a `kid` it does not know asks again at once."""


@get(
    "/health/live",
    operation_id="Live",
    summary="Tell that the process runs.",
    description="Public.",
    opt={**PUBLIC, **QUIET, **UNLIMITED},
    responses=answers(200, Live, example=Live()),
    sync_to_thread=False,
)
def live() -> Live:
    """Answer."""
    return Live()


@get(
    "/health/ready",
    operation_id="CheckReadiness",
    summary="Tell whether the database and Redis answer.",
    description="Public. 503 with the same body when one of them does not.",
    opt={**PUBLIC, **QUIET, **UNLIMITED},
    responses={
        **answers(200, Ready, example=Ready(ready=True, checks={"database": True, "redis": True})),
        503: answer(Ready, example=Ready(ready=False, checks={"database": False, "redis": True})),
    },
)
@inject
async def ready(readiness: FromDishka[Readiness]) -> Response[Ready]:
    """Ask each of them."""
    checks = await readiness.check()
    answer = Ready(ready=all(checks.values()), checks=checks)
    return Response(answer, status_code=200 if answer.ready else 503)


@get(
    "/version",
    operation_id="GetVersion",
    summary="Tell which version runs.",
    description="Public.",
    opt=PUBLIC,
    responses=answers(200, Version, example=Version(version="0.1.0")),
    sync_to_thread=False,
)
def version(state: State) -> Version:
    """Answer."""
    return Version(version=state.version)


@get(
    "/metrics",
    operation_id="GetMetrics",
    summary="Give the process's measurements in the text format of Prometheus.",
    description="Public; keep it from the world at the proxy.",
    opt={**PUBLIC, **QUIET, **UNLIMITED},
    media_type=CONTENT_TYPE_LATEST,
    responses=answers(200, str, example="# HELP …", media_type="text/plain"),
)
@inject
async def metrics(board: FromDishka[LaneBoard], jobs: FromDishka[JobBoard]) -> bytes:
    """Give the default registry, with how far the workers are behind, as far as the database tells in time."""
    with suppress(UnavailableError, TimeoutError):
        async with asyncio.timeout(LAG_SECONDS):
            show_lag(await board.lag())
            show_backlog(await jobs.backlog())
    return generate_latest()


@get(
    "/.well-known/jwks.json",
    operation_id="GetSigningKeys",
    summary="Give the public keys that verify access tokens.",
    description="Public.",
    opt=PUBLIC,
    responses=answers(200, dict[str, object], example={"keys": []}),
)
@inject
async def signing_keys(tokens: FromDishka[Tokens]) -> Response[bytes]:
    """Give the JWKS document."""
    return Response(
        tokens.public_keys(),
        media_type="application/json",
        headers={"cache-control": f"public, max-age={KEYS_MAX_AGE_SECONDS}"},
    )


system_routes = Router("/", route_handlers=[live, ready, version], tags=[SYSTEM.name])
root_routes = Router("/", route_handlers=[metrics, signing_keys], tags=[SYSTEM.name])
