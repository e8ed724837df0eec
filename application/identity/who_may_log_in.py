"""Who may log in at all: asked when a password, a code or a refresh token has proved who it is."""

from application.ports.directory import Directory
from domain.identity.user import User
from domain.tenants.checks import excludes
from domain.tenants.errors import IpNotAllowedError
from domain.tenants.tenant import PLATFORM, Tenant, TenantStatus


async def may_log_in(directory: Directory, user: User | None) -> Tenant | None:
    """Give the tenant of a user who may log in; None for anybody else, after the same work."""
    tenant = await directory.tenant(PLATFORM if user is None else user.tenant_id)
    if user is None or not user.is_active or user.deleted_at is not None:
        return None
    is_over = tenant is None or tenant.status is TenantStatus.CANCELLED or tenant.deleted_at is not None
    return None if is_over else tenant


def require_network(tenant: Tenant, ip: str | None) -> None:
    """Raise IpNotAllowedError where the tenant's policy keeps this address out."""
    if excludes(tenant.settings.security.allowed_networks, ip):
        raise IpNotAllowedError("Your company allows other addresses only.")
