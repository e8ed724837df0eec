"""Who asks: an argument of every use case, never ambient."""

import msgspec

from domain.identity.permissions import Permission
from domain.shared.errors import ForbiddenError
from domain.shared.ids import SessionId, TenantId, UserId


class PermissionDeniedError(ForbiddenError):
    """The role does not hold the permission that the use case needs."""

    code = "PERMISSION_DENIED"


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A user who asks for something within one tenant."""

    user_id: UserId
    tenant_id: TenantId
    session_id: SessionId
    permissions: frozenset[Permission]

    def require(self, permission: Permission) -> None:
        """Raise PermissionDeniedError unless the actor holds `permission`."""
        if permission not in self.permissions:
            raise PermissionDeniedError(f"This needs the permission {permission.value}.")
