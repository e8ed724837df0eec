"""The dashboard in the browser: its files, and its one page for every address that is no other's."""

from pathlib import Path

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send

from entrypoints.http.dashboard.files import PAGE, File, read_files
from entrypoints.http.telemetry import SECURITY_HEADERS, TLS_HEADERS

NOT_PAGES = frozenset({"api", "api-docs", "docs", "redoc", "metrics", "ws", ".well-known", "assets"})
"""First parts of addresses that the dashboard never answers: who mistypes one of these is told so."""
METHODS = frozenset({"GET", "HEAD"})

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""No script but our own files. Styles may be inline: that is how libraries place menus and hold the page still."""
_PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(self), payment=(), usb=()"
"""As everywhere, and a microphone for voice messages."""
_OWN = {
    b"content-security-policy": POLICY.encode(),
    b"permissions-policy": _PERMISSIONS.encode(),
    b"vary": b"accept-encoding",
}
_HEADERS = tuple((name, value) for name, value in SECURITY_HEADERS if name not in _OWN) + tuple(_OWN.items())


class Dashboard:
    """Stands before the application and answers what is the dashboard's; without a built one everything passes."""

    def __init__(self, app: ASGIApp, *, folder: Path, is_behind_tls: bool = False) -> None:
        self._app, self._files = app, read_files(folder)
        self._headers = _HEADERS + (TLS_HEADERS if is_behind_tls else ())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a file or the page; pass anything else on."""
        file = self._find(scope) if scope["type"] == ScopeType.HTTP and self._files else None
        if file is None or scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
        else:
            await self._answer(file, scope, send)

    def _find(self, scope: HTTPScope) -> File | None:
        path = scope["path"]
        if scope["method"] not in METHODS:
            return None
        if path in self._files:
            return self._files[path]
        is_page = path.split("/", 2)[1] not in NOT_PAGES and "text/html" in _header(scope, b"accept")
        return self._files[PAGE] if is_page else None

    async def _answer(self, file: File, scope: HTTPScope, send: Send) -> None:
        is_known = f'"{file.etag}"' in _header(scope, b"if-none-match")
        encoding, body = file.body_for(_accepted(_header(scope, b"accept-encoding")))
        headers = [
            (b"content-type", file.media_type.encode()),
            (b"cache-control", file.cache_control.encode()),
            (b"etag", f'"{file.etag}"'.encode()),
            *self._headers,
        ]
        if not is_known:
            headers.append((b"content-length", str(len(body)).encode()))
            if encoding != "identity":
                headers.append((b"content-encoding", encoding.encode()))
        await send({"type": "http.response.start", "status": 304 if is_known else 200, "headers": headers})
        shown = b"" if is_known or scope["method"] == "HEAD" else body
        await send({"type": "http.response.body", "body": shown, "more_body": False})


def _header(scope: HTTPScope, name: bytes) -> str:
    return ",".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)


def _accepted(header: str) -> frozenset[str]:
    """Read Accept-Encoding; what has `q=0` is refused."""
    parts = (part.replace(" ", "").lower().partition(";q=") for part in header.split(","))
    return frozenset(name for name, _, weight in parts if not weight or weight.strip("0."))
