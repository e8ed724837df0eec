from typing import Any, Protocol, runtime_checkable

from litestar import Litestar, Request, Response
from litestar.response.base import ASGIResponse
from litestar.types import Receive, Scope, Send


class DropConnectionError(Exception):
    """The caller shall get no answer at all: its connection is closed."""


@runtime_checkable
class _Transport(Protocol):
    def close(self) -> None: ...


class _Hangup(ASGIResponse):
    """Closes the TCP connection instead of answering."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 — ASGI's signature
        """Abort uvicorn's transport, which it offers only on its own `send`, and wait for it to notice."""
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        if not isinstance(transport, _Transport):
            return  # another server: it closes the connection because nothing was sent
        transport.close()
        while (await receive())["type"] != "http.disconnect":
            pass


class Dropped(Response[None]):
    """A response that never comes."""

    def to_asgi_response(
        self,
        app: Litestar | None,  # noqa: ARG002 — Litestar's signature
        request: Request[Any, Any, Any],  # noqa: ARG002 — the same
        **_: object,
    ) -> ASGIResponse:
        """Return the response that hangs up."""
        return _Hangup()


def hang_up(_: Request[Any, Any, Any], __: DropConnectionError) -> Response[None]:
    """Turn the exception into a closed connection."""
    return Dropped(None)


def refuse_bytes(_: Request[Any, Any, Any], __: UnicodeDecodeError) -> Response[dict[str, str]]:
    """Answer 400 to a body whose text is not UTF-8."""
    return Response({"detail": "the body is not UTF-8"}, status_code=400)
