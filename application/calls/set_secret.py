"""The company gives its flows a secret to send, or another value in its place."""

import msgspec

from application.calls.call_api import place
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.calls.errors import SecretNotFoundError, TooManySecretsError
from domain.calls.secret import MAX_SECRETS, Secret, read_hosts, wrong_in_secret
from domain.identity.permissions import Permission
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import SecretId, TenantId


class SetSecret(msgspec.Struct, frozen=True, kw_only=True):
    """A name, a value, and the only hosts that it is sent to. `version` is the one that was read, if any."""

    name: str
    value: str
    hosts: tuple[str, ...]
    version: int | None = None

    def __repr__(self) -> str:
        """Show no secret."""
        return f"SetSecret({self.name!r})"


class SecretTools(msgspec.Struct, frozen=True, kw_only=True):
    """What setting secrets needs of the world."""

    uow: UnitOfWork
    secrets: SecretBox
    clock: Clock
    ids: Ids


class SetSecretHandler:
    """Write a secret, new or in an old one's place. Needs settings:manage.

    It is sealed before it is written, never shown again, and sent to its hosts only. The hosts are always given with
    the value, so that nobody has a secret sent to themselves that they do not know.
    """

    def __init__(self, tools: SecretTools) -> None:
        self._tools, self._uow = tools, tools.uow

    async def __call__(self, actor: Actor, command: SetSecret) -> Secret:
        """Give it as it is kept. Raises InvalidError, TooManySecretsError, SecretTakenError, StaleVersionError."""
        actor.require(Permission.SETTINGS_MANAGE)
        if wrong := wrong_in_secret(name=command.name, value=command.value, hosts=command.hosts):
            raise InvalidError("The secret cannot be so.", details=wrong)
        known = await self._known(actor.tenant_id, command)
        secret_id = known.id if known is not None else SecretId(self._tools.ids.new())
        sealed = await self._tools.secrets.seal(
            command.value.strip(), tenant_id=actor.tenant_id, place=place(secret_id)
        )
        async with self._uow(actor.tenant_id) as tx:
            secret = await self._written(tx, known, secret_id, sealed, command)
            tx.audit.record(
                AuditAction.SECRET_SET,
                by=actor.author,
                on=Subject(type="secret", id=secret.id),
                before={"name": known.name, "hosts": list(known.hosts)} if known is not None else None,
                after={"name": secret.name, "hosts": list(secret.hosts)},
            )
        return secret

    async def _known(self, tenant_id: TenantId, command: SetSecret) -> Secret | None:
        async with self._uow(tenant_id) as tx:
            try:
                known = await tx.secrets.get(command.name)
            except SecretNotFoundError:
                if await tx.secrets.count() >= MAX_SECRETS:
                    raise TooManySecretsError(f"At most {MAX_SECRETS} secrets are kept: remove some.") from None
                return None
        if command.version is not None and command.version != known.version:
            raise StaleVersionError("The secret was changed by somebody else; read it again.")
        return known

    async def _written(
        self, tx: Transaction, known: Secret | None, secret_id: SecretId, sealed: bytes, command: SetSecret
    ) -> Secret:
        now, hosts = self._tools.clock.now(), read_hosts(command.hosts)
        if known is None:
            secret = Secret(
                id=secret_id, name=command.name, value_sealed=sealed, hosts=hosts, created_at=now, updated_at=now
            )
            await tx.secrets.add(secret)
            return secret
        secret = msgspec.structs.replace(known, value_sealed=sealed, hosts=hosts, updated_at=now)
        await tx.secrets.save(secret)
        return secret
