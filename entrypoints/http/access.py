"""Who may call a route: each says it in its `opt`, the doorkeeper asks before the handler, the use case once more."""

from enum import StrEnum
from typing import Any

import msgspec
from litestar.handlers import BaseRouteHandler
from litestar.types import Scope

from domain.identity.permissions import Permission

ACCESS = "access"
"""The key in a route's `opt`."""


class Who(StrEnum):
    """Kinds of callers."""

    PUBLIC = "public"
    PERMITTED = "permitted"
    OWN_SESSION = "own_session"
    ANYBODY = "anybody"
    OPERATOR = "operator"


class Access(msgspec.Struct, frozen=True):
    """Who may call; `permission` where it is one that decides, `otherwise` another one that will do."""

    who: Who
    permission: Permission | None = None
    otherwise: Permission | None = None

    def __str__(self) -> str:
        """Say it in a word, as the OpenAPI document does in `x-permission`."""
        held = [permission.value for permission in (self.permission, self.otherwise) if permission]
        return " or ".join(held) or self.who.value


PUBLIC = {ACCESS: Access(Who.PUBLIC)}
"""For a route's `opt`: anybody in the world."""
OWN_SESSION = {ACCESS: Access(Who.OWN_SESSION)}
"""A person who is logged in, for what is their own; no API key."""
ANYBODY = {ACCESS: Access(Who.ANYBODY)}
"""A person who is logged in, or an API key, whatever they may do."""
OPERATOR = {ACCESS: Access(Who.OPERATOR)}
"""A super_admin, who is no actor in any tenant; the handler takes an `operator`."""


def needs(permission: Permission, *, otherwise: Permission | None = None) -> dict[str, Access]:
    """Give the `opt` of a route for whoever holds this permission, or another one that will do."""
    return {ACCESS: Access(Who.PERMITTED, permission, otherwise)}


BEFORE_TWO_FACTOR = {"before_two_factor": True}
"""Beside OWN_SESSION: open also to a person who must set up a second factor first."""

CREATES = {"creates": True}
"""Beside one of the above, on every POST that creates or sends: it takes an Idempotency-Key."""
HEAVY = {"heavy": True}
"""Beside one of the above, on exports and the like: a smaller rate and a longer time."""
SLOW = {"slow": True}
"""Beside one of the above, on what brings a large body: a longer time at the usual rate."""
RARE = {"rare": True}
"""Beside PUBLIC, on forms that a stranger fills in now and then, such as the registration of a company."""
UNLIMITED = {"unlimited": True}
"""Beside PUBLIC, on what machines ask all the time, such as health; it is not counted."""


def opt_in(scope: Scope) -> dict[str, Any]:
    """Give the `opt` of the route that a request has found; nothing where it found none."""
    handler: BaseRouteHandler | None = scope.get("route_handler")
    return {} if handler is None else handler.opt


def access_of(handler: BaseRouteHandler) -> Access | None:
    """Give who may call a route; None for one that does not say it, which nobody may."""
    access: Access | None = handler.opt.get(ACCESS)
    return access
