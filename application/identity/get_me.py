"""The account that is logged in."""

import msgspec

from application.ports.directory import Directory
from application.shared.actor import Actor
from domain.shared.errors import UnauthenticatedError
from domain.shared.ids import TenantId, UserId


class Me(msgspec.Struct, frozen=True, kw_only=True):
    """Who you are, and what you may do."""

    id: UserId
    email: str
    name: str
    role: str
    language: str
    tenant_id: TenantId
    tenant_name: str
    permissions: list[str]


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
            name=user.name,
            role=user.role,
            language=user.language,
            tenant_id=tenant.id,
            tenant_name=tenant.name,
            permissions=sorted(actor.permissions),
        )
