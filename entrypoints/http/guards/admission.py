"""Whether somebody whom we know may pass: by what their company allows, and by what the route asks."""

from typing import Any

from application.shared.actor import Actor, Operator, PermissionDeniedError
from domain.shared.errors import ForbiddenError
from domain.tenants.errors import IpNotAllowedError, TenantSuspendedError
from domain.tenants.tenant import PLATFORM, TenantStatus
from entrypoints.http.access import Access, Who
from entrypoints.http.guards.authentication import Caller
from entrypoints.http.guards.client_address import is_allowed
from entrypoints.http.guards.errors import TwoFactorRequiredError

READING = frozenset({"GET", "HEAD"})


def require_standing(caller: Caller, access: Access | None, *, method: str, opt: dict[str, Any]) -> None:
    """Raise IpNotAllowedError, TwoFactorRequiredError or TenantSuspendedError where the company's state forbids it."""
    if not is_allowed(caller.actor.origin.ip, caller.tenant.allowed_networks):
        raise IpNotAllowedError("Your company allows other addresses only.")
    if caller.needs_two_factor and not opt.get("before_two_factor"):
        raise TwoFactorRequiredError("Set up a second factor first.")
    is_suspended = caller.tenant.status is TenantStatus.SUSPENDED
    is_own = access is not None and access.who is Who.OWN_SESSION
    if is_suspended and method not in READING and not is_own:
        raise TenantSuspendedError("Your company's account is suspended.")


def require_access(actor: Actor, access: Access | None) -> None:
    """Raise PermissionDeniedError, SessionRequiredError or ForbiddenError where the route is not theirs."""
    match access:
        case Access(who=Who.ANYBODY):
            return
        case Access(who=Who.PERMITTED, permission=permission, otherwise=otherwise) if permission is not None:
            actor.require_either(permission, otherwise or permission)
        case Access(who=Who.OWN_SESSION):
            actor.require_session()
        case Access(who=Who.OPERATOR):
            operator_from(actor)
        case _:
            raise ForbiddenError("This route does not say who may call it, so nobody may.")


def operator_from(actor: Actor) -> Operator:
    """Give the super_admin who asks. Raises SessionRequiredError, PermissionDeniedError."""
    session_id = actor.require_session()
    if actor.tenant_id != PLATFORM:
        raise PermissionDeniedError("This is for the platform's operators.")
    return Operator(user_id=actor.user_id, session_id=session_id, origin=actor.origin)
