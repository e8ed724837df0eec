"""The running application's own route table: what the tests that walk every route walk."""

import re
from uuid import UUID

import msgspec
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from entrypoints.http.access import Access, access_of

_PARAMETER = re.compile(r"\{(?P<name>\w+)(?::(?P<type>\w+))?\}")


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """One method of one address; `path` with its parameters in braces, as `/api/v1/flows/{flow_id}`."""

    method: str
    path: str
    operation: str
    access: Access
    parameters: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def at(self, values: dict[str, object]) -> str:
        """Give an address of it."""
        return _PARAMETER.sub(lambda found: str(values[found["name"]]), self.path)


def routes_of(app: Litestar) -> list[Route]:
    """Give every route that the API's description has, by address."""
    found = []
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            for method, (handler, _) in route.route_handler_map.items():
                if method != "OPTIONS" and handler.resolve_include_in_schema():
                    found.append(_route(str(method), route, handler))
    return sorted(found, key=lambda route: (route.path, route.method))


def _route(method: str, route: HTTPRoute, handler: HTTPRouteHandler) -> Route:
    access = access_of(handler)
    assert access is not None, f"{method} {route.path_format} does not say who may call it"
    return Route(
        method=method,
        path=route.path_format,
        operation=str(handler.operation_id),
        access=access,
        parameters=tuple(found["name"] for found in _PARAMETER.finditer(route.path_format)),
    )


NOWHERE = UUID("0198a000-0000-7000-8000-00000000dead")
"""An id that nothing has."""
