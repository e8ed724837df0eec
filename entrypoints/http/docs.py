"""The API's description for people: Swagger UI and ReDoc, every byte of them from here."""

from functools import cache
from pathlib import Path

from litestar import Response, Router, get
from litestar.enums import MediaType
from litestar.params import FromPath

from domain.shared.errors import NotFoundError
from entrypoints.http.actor import PUBLIC
from entrypoints.http.telemetry import QUIET

ASSETS = Path(__file__).parent / "assets"
ASSETS_MAX_AGE_SECONDS = 86_400
"""They change with a release; a day is soon enough."""

MEDIA_TYPES = {
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui.css": "text/css",
    "swagger.js": "text/javascript",
    "redoc.standalone.js": "text/javascript",
    "docs.css": "text/css",
    "favicon-32x32.png": "image/png",
}
"""The files that are served, and no others."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Nothing inline, and nothing of others'. ReDoc's search is a worker made of a blob."""
REDOC_STYLES = (
    " 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"  # an empty element, which it fills by rules
    " 'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='"  # its scroll bar's
)
"""The only style elements that this version of ReDoc writes; a browser's console tells those of another one."""


@cache
def _read(name: str) -> bytes:
    return (ASSETS / name).read_bytes()


def _page(name: str, *, styles: str = "") -> Response[bytes]:
    headers = {"content-security-policy": POLICY.format(styles=styles), "cache-control": "no-cache"}
    return Response(_read(name), media_type=MediaType.HTML, headers=headers)


@get("/docs", opt=PUBLIC, sync_to_thread=False)
def swagger() -> Response[bytes]:
    """Show the API in Swagger UI, where it can be tried."""
    return _page("swagger.html")


@get("/redoc", opt=PUBLIC, sync_to_thread=False)
def redoc() -> Response[bytes]:
    """Show the API in ReDoc, for reading."""
    return _page("redoc.html", styles=REDOC_STYLES)


@get("/docs/assets/{name:str}", opt={**PUBLIC, **QUIET}, sync_to_thread=False)
def asset(name: FromPath[str]) -> Response[bytes]:
    """Give one of the pages' own files."""
    media_type = MEDIA_TYPES.get(name)
    if media_type is None:
        raise NotFoundError("No such file.")
    headers = {"cache-control": f"public, max-age={ASSETS_MAX_AGE_SECONDS}"}
    return Response(_read(name), media_type=media_type, headers=headers)


docs_routes = Router("/", route_handlers=[swagger, redoc, asset], include_in_schema=False)
