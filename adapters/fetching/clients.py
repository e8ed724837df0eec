"""The client that asks addresses which others gave us."""

import ssl
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx


def new_client(*, timeout: httpx.Timeout, connections: int) -> httpx.AsyncClient:
    """Make one that keeps nothing from one question to the next.

    No proxy of the environment, which would look hosts up anew; no connection kept open, which another host at the
    same address would get; no cookie kept, which would go to whoever asks that address next.
    """
    return httpx.AsyncClient(
        timeout=timeout,
        limits=httpx.Limits(max_connections=connections, max_keepalive_connections=0),
        trust_env=False,
        verify=_trusted(),
        cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
    )


@cache
def _trusted() -> ssl.SSLContext:
    """Read the system's certificates once."""
    return ssl.create_default_context()
