"""Who asks: an argument of every use case, never ambient."""

import msgspec

from domain.audit.author import Author, AuthorKind
from domain.conversations.visibility import Viewer
from domain.identity.permissions import Permission
from domain.shared.errors import ForbiddenError
from domain.shared.ids import ApiKeyId, DepartmentId, SessionId, TenantId, UserId
from domain.tenants.tenant import PLATFORM


class PermissionDeniedError(ForbiddenError):
    """The role, or the API key's scopes, do not hold the permission that the use case needs."""

    code = "PERMISSION_DENIED"


class SessionRequiredError(ForbiddenError):
    """Only a person who is logged in may do this, no API key."""

    code = "SESSION_REQUIRED"


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a request comes from, for the audit log: the address behind trusted proxies, and the program's own name."""

    ip: str | None = None
    user_agent: str | None = None
    request_id: str | None = None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A user, or an API key on a user's behalf, who asks for something within one tenant.

    `session_id` is None for an API key; `permissions` are then those of the user that are in the key's scopes.
    """

    user_id: UserId
    tenant_id: TenantId
    session_id: SessionId | None
    permissions: frozenset[Permission]
    departments: frozenset[DepartmentId] = frozenset()
    api_key_id: ApiKeyId | None = None
    origin: Origin = Origin()

    def require(self, permission: Permission) -> None:
        """Raise PermissionDeniedError unless the actor holds `permission`."""
        if permission not in self.permissions:
            raise PermissionDeniedError(f"This needs the permission {permission.value}.")

    def require_either(self, one: Permission, other: Permission) -> None:
        """Raise PermissionDeniedError unless the actor holds one of them."""
        if other not in self.permissions:
            self.require(one)

    def require_session(self) -> SessionId:
        """Give the login session. Raises SessionRequiredError for an API key."""
        if self.session_id is None:
            raise SessionRequiredError("Log in for this; an API key may not.")
        return self.session_id

    @property
    def viewer(self) -> Viewer:
        """Say which conversations this one may see."""
        sees_all = Permission.CONVERSATIONS_READ_ALL in self.permissions
        return Viewer(user_id=self.user_id, departments=self.departments, sees_all=sees_all)

    @property
    def author(self) -> Author:
        """Say who this is in the audit log."""
        kind = AuthorKind.USER if self.api_key_id is None else AuthorKind.API_KEY
        return author_of(kind, self.origin, user_id=self.user_id, api_key_id=self.api_key_id)


class Operator(msgspec.Struct, frozen=True, kw_only=True):
    """A super_admin, who works on tenants from outside and sees nothing within them."""

    user_id: UserId
    session_id: SessionId
    origin: Origin = Origin()

    @property
    def author(self) -> Author:
        """Say who this is in the audit log."""
        return author_of(AuthorKind.OPERATOR, self.origin, user_id=self.user_id)


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is logged in, operator or not, for what is their own: their account, their sessions."""

    user_id: UserId
    tenant_id: TenantId
    session_id: SessionId
    permissions: frozenset[Permission]
    origin: Origin = Origin()

    @property
    def author(self) -> Author:
        """Say who this is in the audit log."""
        kind = AuthorKind.OPERATOR if self.tenant_id == PLATFORM else AuthorKind.USER
        return author_of(kind, self.origin, user_id=self.user_id)


def author_of(
    kind: AuthorKind, origin: Origin, *, user_id: UserId | None = None, api_key_id: ApiKeyId | None = None
) -> Author:
    """Say who did something, and from where."""
    return Author(kind=kind, user_id=user_id, api_key_id=api_key_id, **msgspec.structs.asdict(origin))
