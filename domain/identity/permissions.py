"""Who may do what: permissions are `resource:action`, roles are sets of them."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that one may be allowed to do."""

    TENANT_READ = "tenant:read"
    TENANT_MANAGE = "tenant:manage"
    USERS_READ = "users:read"
    USERS_MANAGE = "users:manage"
    DEPARTMENTS_MANAGE = "departments:manage"
    ROLES_MANAGE = "roles:manage"
    API_KEYS_MANAGE = "api_keys:manage"
    AUDIT_READ = "audit:read"
    WHATSAPP_MANAGE = "whatsapp:manage"
    FLOWS_READ = "flows:read"
    FLOWS_EDIT = "flows:edit"
    FLOWS_PUBLISH = "flows:publish"
    CONVERSATIONS_READ = "conversations:read"
    CONVERSATIONS_REPLY = "conversations:reply"
    CONVERSATIONS_HANDLE = "conversations:handle"
    CONVERSATIONS_MANAGE = "conversations:manage"
    CONVERSATIONS_READ_ALL = "conversations:read_all"
    MESSAGES_SEND = "messages:send"
    MEDIA_UPLOAD = "media:upload"
    TEMPLATES_MANAGE = "templates:manage"
    CONTACTS_READ = "contacts:read"
    CONTACTS_MANAGE = "contacts:manage"
    CONTACTS_IMPORT = "contacts:import"
    CONTACTS_EXPORT = "contacts:export"
    SETTINGS_MANAGE = "settings:manage"


class Role(StrEnum):
    """The built-in roles; a tenant defines more, each with a code of its own."""

    SUPER_ADMIN = "super_admin"
    ADMIN = "admin"
    SUPERVISOR = "supervisor"
    AGENT = "agent"
    VIEWER = "viewer"


_READ = frozenset(
    {
        Permission.CONVERSATIONS_READ,
        Permission.CONTACTS_READ,
        Permission.FLOWS_READ,
        Permission.TENANT_READ,
        Permission.USERS_READ,
    }
)
_SERVE = _READ | {
    Permission.CONVERSATIONS_REPLY,
    Permission.CONVERSATIONS_HANDLE,
    Permission.MESSAGES_SEND,
    Permission.MEDIA_UPLOAD,
    Permission.CONTACTS_MANAGE,
}
_SUPERVISE = _SERVE | {
    Permission.CONVERSATIONS_READ_ALL,
    Permission.CONVERSATIONS_MANAGE,
    Permission.CONTACTS_IMPORT,
    Permission.CONTACTS_EXPORT,
    Permission.TEMPLATES_MANAGE,
    Permission.FLOWS_EDIT,
    Permission.DEPARTMENTS_MANAGE,
}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SUPER_ADMIN: frozenset(),
    Role.ADMIN: frozenset(Permission),
    Role.SUPERVISOR: _SUPERVISE,
    Role.AGENT: _SERVE,
    Role.VIEWER: _READ | {Permission.CONVERSATIONS_READ_ALL},
}
"""The operator of the platform works on tenants from outside, hence holds nothing in a tenant's data."""


def built_in_permissions(role: str) -> frozenset[Permission]:
    """Give what a built-in role holds; nothing for a role that a tenant defined."""
    return ROLE_PERMISSIONS[Role(role)] if role in set(Role) else frozenset()
