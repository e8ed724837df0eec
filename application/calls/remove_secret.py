"""A secret is forgotten."""

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission


class RemoveSecret:
    """Forget a secret; calls that name it fail from then on. Needs settings:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, name: str) -> None:
        """Forget it. Raises SecretNotFoundError, StaleVersionError."""
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            secret = await tx.secrets.get(name)
            await tx.secrets.remove(secret)
            tx.audit.record(
                AuditAction.SECRET_REMOVED,
                by=actor.author,
                on=Subject(type="secret", id=secret.id),
                before={"name": secret.name, "hosts": list(secret.hosts)},
            )
