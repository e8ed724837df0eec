"""The account that is logged in."""

import msgspec

from application.ports.directory import Directory
from application.shared.actor import Actor
from domain.identity.notices import settings_of
from domain.shared.errors import UnauthenticatedError
from domain.shared.ids import TenantId, UserId


class Me(msgspec.Struct, frozen=True, kw_only=True):
    """Who you are, and what you may do. The picture is at `/users/{id}/avatar`."""

    id: UserId
    email: str
    email_verified: bool
    name: str
    role: str
    language: str
    has_avatar: bool
    notifications: dict[str, bool]
    two_factor_enabled: bool
    tenant_id: TenantId
    tenant_name: str
    permissions: list[str]
    version: int


class GetMe:
    """Anybody who is logged in."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def __call__(self, actor: Actor) -> Me:
        """Give the account. Raises UnauthenticatedError when it is gone."""
        user = await self._directory.user(actor.user_id)
        tenant = await self._directory.tenant(actor.tenant_id)
        if user is None or tenant is None or not user.is_active:
            raise UnauthenticatedError("This account no longer exists.")
        return Me(
            id=user.id,
            email=user.email,
            email_verified=user.email_verified_at is not None,
            name=user.name,
            role=user.role,
            language=user.language,
            has_avatar=user.has_avatar,
            notifications={notice.value: is_on for notice, is_on in settings_of(user.notifications).items()},
            two_factor_enabled=user.totp_enabled_at is not None,
            tenant_id=tenant.id,
            tenant_name=tenant.name,
            permissions=sorted(actor.permissions),
            version=user.version,
        )
