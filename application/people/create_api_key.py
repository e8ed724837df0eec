"""A program gets a key."""

from datetime import datetime

import msgspec

from application.people.new_key import new_key
from application.people.person_checks import refuse
from application.people.role_checks import permissions_to_give
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.api_key import ApiKey
from domain.identity.checks import is_name
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ApiKeyId


class CreateApiKey(msgspec.Struct, frozen=True, kw_only=True):
    """What it is called, what it may do, and until when."""

    name: str
    scopes: tuple[str, ...]
    expires_at: datetime | None = None


class CreatedApiKey(msgspec.Struct, frozen=True, kw_only=True):
    """The key's text, which nobody is shown again."""

    id: ApiKeyId
    key: str

    def __repr__(self) -> str:
        """Show no text."""
        return f"CreatedApiKey(id={self.id})"


class CreateApiKeyHandler:
    """Make a key that acts for the actor. Needs api_keys:manage, every scope of the key, and a person's own session.

    A key makes no keys: whoever stole one could keep a way in after it was revoked.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: CreateApiKey) -> CreatedApiKey:
        """Give its text, this once. Raises InvalidError, RightsAboveOwnError, SessionRequiredError."""
        actor.require(Permission.API_KEYS_MANAGE)
        actor.require_session()
        now = self._clock.now()
        refuse(_wrong(command, now=now), what="The API key cannot be created.")
        made = new_key()
        key = ApiKey(
            id=ApiKeyId(self._ids.new()),
            user_id=actor.user_id,
            name=command.name.strip(),
            prefix=made.prefix,
            key_hash=made.digest,
            scopes=sorted(permissions_to_give(actor, command.scopes, field="scopes")),
            created_at=now,
            expires_at=command.expires_at,
        )
        async with self._uow(actor.tenant_id) as tx:
            await tx.api_keys.add(key)
            after = {"name": key.name, "scopes": key.scopes, "expires_at": key.expires_at}
            tx.audit.record(
                AuditAction.API_KEY_CREATED, by=actor.author, on=Subject(type="api_key", id=key.id), after=after
            )
        return CreatedApiKey(id=key.id, key=made.text)


def _wrong(command: CreateApiKey, *, now: datetime) -> list[ErrorDetail]:
    wrong = []
    if not is_name(command.name):
        wrong.append(ErrorDetail(field="name", message="1 to 200 characters, and no line breaks"))
    if not command.scopes:
        wrong.append(ErrorDetail(field="scopes", message="at least one"))
    if command.expires_at is not None and command.expires_at <= now:
        wrong.append(ErrorDetail(field="expires_at", message="a time to come"))
    return wrong
