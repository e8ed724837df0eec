"""A key ends."""

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.standing import Standings
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import ApiKeyId


class RevokeApiKey:
    """End anybody's key in the company, for good. Needs api_keys:manage."""

    def __init__(self, *, uow: UnitOfWork, standings: Standings, clock: Clock) -> None:
        self._uow, self._standings, self._clock = uow, standings, clock

    async def __call__(self, actor: Actor, api_key_id: ApiKeyId) -> None:
        """Revoke. Raises ApiKeyNotFoundError, StaleVersionError."""
        actor.require(Permission.API_KEYS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            key = await tx.api_keys.get(api_key_id)
            key.revoke(now=self._clock.now())
            await tx.api_keys.save(key)
            before = {"name": key.name, "user_id": key.user_id}
            tx.audit.record(
                AuditAction.API_KEY_REVOKED, by=actor.author, on=Subject(type="api_key", id=key.id), before=before
            )
        await self._standings.forget_user(key.user_id)
