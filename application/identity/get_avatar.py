"""Somebody's picture."""

from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.avatar import Avatar
from domain.identity.errors import AvatarNotFoundError
from domain.identity.permissions import Permission
from domain.shared.ids import UserId


class GetAvatar:
    """Needs users:read; one's own picture needs nothing."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, user_id: UserId) -> Avatar:
        """Give it. Raises AvatarNotFoundError, also for a user of another tenant."""
        if user_id != actor.user_id:
            actor.require(Permission.USERS_READ)
        async with self._uow(actor.tenant_id) as tx:
            avatar = await tx.avatars.find(user_id)
        if avatar is None:
            raise AvatarNotFoundError("There is no such picture.")
        return avatar
