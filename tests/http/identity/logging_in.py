"""People who log in with a password, from addresses of their own, and phones that make codes."""

import base64
from collections.abc import Callable
from datetime import UTC, datetime

import httpx
from litestar import Litestar

from domain.identity.totp import code_at, step_of

LOGIN = "/api/v1/auth/login"
VERIFY = "/api/v1/auth/2fa/verify"
REFRESH = "/api/v1/auth/refresh"
LOGOUT = "/api/v1/auth/logout"
SESSIONS = "/api/v1/auth/sessions"
ME = "/api/v1/auth/me"
PASSWORD = "quatro pratos de trigo"
HOME = "203.0.113.7"

Knock = Callable[..., httpx.AsyncClient]
"""Makes a client that calls from an address, with a token or without."""


def client_at(app: Litestar, *, ip: str = HOME, token: str | None = None, agent: str = "Firefox") -> httpx.AsyncClient:
    headers = {"accept-language": "en", "user-agent": agent}
    if token is not None:
        headers["authorization"] = f"Bearer {token}"
    transport = httpx.ASGITransport(app, client=(ip, 50_000))
    return httpx.AsyncClient(transport=transport, base_url="http://pytake.test", headers=headers)


def code_of(secret: str) -> str:
    """Give the code that the phone shows now."""
    return _code(secret, step_of(datetime.now(UTC)))


def next_code_of(secret: str) -> str:
    """Give the code that the phone shows next, which is good already."""
    return _code(secret, step_of(datetime.now(UTC)) + 1)


def _code(secret: str, step: int) -> str:
    return code_at(base64.b32decode(secret + "=" * (-len(secret) % 8)), step)
