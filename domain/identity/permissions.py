"""Who may do what: permissions are `resource:action`, roles are sets of them."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that one may be allowed to do."""

    WHATSAPP_MANAGE = "whatsapp:manage"
    FLOWS_READ = "flows:read"
    FLOWS_EDIT = "flows:edit"
    FLOWS_PUBLISH = "flows:publish"
    CONVERSATIONS_READ = "conversations:read"
    CONVERSATIONS_REPLY = "conversations:reply"
    CONVERSATIONS_HANDLE = "conversations:handle"


class Role(StrEnum):
    """The built-in roles."""

    SUPER_ADMIN = "super_admin"
    ADMIN = "admin"
    SUPERVISOR = "supervisor"
    AGENT = "agent"
    VIEWER = "viewer"


_READ = frozenset({Permission.CONVERSATIONS_READ, Permission.FLOWS_READ})
_SERVE = _READ | {Permission.CONVERSATIONS_REPLY, Permission.CONVERSATIONS_HANDLE}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SUPER_ADMIN: frozenset(),
    Role.ADMIN: frozenset(Permission),
    Role.SUPERVISOR: _SERVE | {Permission.FLOWS_EDIT},
    Role.AGENT: _SERVE,
    Role.VIEWER: _READ,
}
"""The operator of the platform has no tenant, hence nothing in a tenant's data."""
