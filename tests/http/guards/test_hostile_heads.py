"""Whatever a head holds, the answer is one of ours."""

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from litestar import Litestar

from tests.http.calls import error_of
from tests.http.guards.conftest import AppOf

READ = [
    "authorization", "x-api-key", "x-forwarded-for", "user-agent", "origin", "access-control-request-method",
    "idempotency-key", "if-match", "if-none-match", "accept-language", "x-request-id", "content-type", "content-length",
    "content-encoding", "host", "cookie",
]  # fmt: skip
values = st.one_of(
    st.binary(max_size=80).map(lambda value: value.replace(b"\r", b"").replace(b"\n", b"")),
    st.sampled_from(
        [
            b"Bearer ",
            b"bearer a.b.c",
            b"null",
            b"*",
            b'"1", W/"2"',
            b"1.2.3.4, ::1, , 10.0.0.1:99999",
            b"-1",
            b"gzip",
            b"[::1",
        ]
    ),
)
heads = st.lists(st.tuples(st.sampled_from(READ), values), max_size=8)


@pytest.fixture
def fronted(app_of: AppOf) -> Litestar:
    return app_of(trusted_proxies=("0.0.0.0/0", "::/0"), dashboard_origins=("https://app.example",))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=heads,
    method=st.sampled_from(["GET", "POST", "PUT", "OPTIONS", "HEAD", "DELETE", "BREW"]),
    path=st.sampled_from(
        ["/api/v1/flows", "/api/v1/auth/login", "/api/v1/version", "/nothing", "/api/v1/whatsapp/webhook"]
    ),
)
async def test_no_head_breaks_anything(
    fronted: Litestar, head: list[tuple[str, bytes]], method: str, path: str
) -> None:
    transport = httpx.ASGITransport(fronted, client=("10.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://pytake.test") as client:
        answer = await client.request(method, path, headers=[(name, value) for name, value in head])  # type: ignore[misc]

    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400 and method != "HEAD":
        assert error_of(answer).request_id
    assert answer.headers["x-content-type-options"] == "nosniff"
