"""A key gets another text."""

from application.people.create_api_key import CreatedApiKey
from application.people.new_key import new_key
from application.people.role_checks import permissions_to_give
from application.ports.audit import Subject
from application.ports.standing import Standings
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.errors import ApiKeyNotYoursError
from domain.identity.permissions import Permission
from domain.shared.ids import ApiKeyId


class RotateApiKey:
    """Replace a key's text; the old one is good for nothing at once. Whoever needs both for a while makes a second key.

    Needs api_keys:manage, and a person's own session, who owns the key and still holds all of its scopes.
    """

    def __init__(self, *, uow: UnitOfWork, standings: Standings) -> None:
        self._uow, self._standings = uow, standings

    async def __call__(self, actor: Actor, api_key_id: ApiKeyId) -> CreatedApiKey:
        """Give the new text, this once.

        Raises ApiKeyNotFoundError, ApiKeyNotYoursError, RightsAboveOwnError, SessionRequiredError, StaleVersionError.
        """
        actor.require(Permission.API_KEYS_MANAGE)
        actor.require_session()
        made = new_key()
        async with self._uow(actor.tenant_id) as tx:
            key = await tx.api_keys.get(api_key_id)
            if key.user_id != actor.user_id:
                raise ApiKeyNotYoursError("This key acts for somebody else: revoke it, and make your own.")
            permissions_to_give(actor, tuple(key.scopes), field="scopes")
            key.rotate(prefix=made.prefix, key_hash=made.digest)
            await tx.api_keys.save(key)
            tx.audit.record(AuditAction.API_KEY_ROTATED, by=actor.author, on=Subject(type="api_key", id=key.id))
        await self._standings.forget_user(actor.user_id)
        return CreatedApiKey(id=key.id, key=made.text)
