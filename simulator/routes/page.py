"""The phone page: plain files from `simulator/page/`, and the stream it listens on."""

from pathlib import Path

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Stream

from simulator.world import World

PAGE_FOLDER = Path(__file__).parent.parent / "page"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
# Everything comes from this server, and no text can become a script, whatever a message contains.
_POLICY = (
    "default-src 'self'; img-src 'self' data: blob: https: http:; media-src 'self' blob: https: http:; "
    "style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'"
)
_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def _file(name: str) -> Response[bytes]:
    path = PAGE_FOLDER / name
    if path.parent != PAGE_FOLDER or path.suffix not in _TYPES or not path.is_file():
        raise NotFoundException(name)
    return Response(path.read_bytes(), media_type=_TYPES[path.suffix], headers=_HEADERS)


@get("/", sync_to_thread=False)
def phone_page() -> Response[bytes]:
    """Show the phone."""
    return _file("index.html")


@get("/_page/{name:str}", sync_to_thread=False)
def page_file(name: FromPath[str]) -> Response[bytes]:
    """Serve a style or a script of the page."""
    return _file(name)


@get("/_sim/events")
async def events(world: NamedDependency[World]) -> Stream:
    """Stream what happens on the phones (server-sent events)."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return Stream(world.events.listen(), media_type="text/event-stream", headers=headers)
