"""What was said often is said no more."""

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import CannedResponseId


class DeleteCannedResponse:
    """Remove a canned response. Needs conversations:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, response_id: CannedResponseId) -> None:
        """Remove it. Raises CannedResponseNotFoundError, StaleVersionError."""
        actor.require(Permission.CONVERSATIONS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            response = await tx.canned_responses.get(response_id)
            await tx.canned_responses.delete(response)
            tx.audit.record(
                AuditAction.CANNED_RESPONSE_DELETED,
                by=actor.author,
                on=Subject(type="canned_response", id=response.id),
                before={"shortcut": response.shortcut, "title": response.title},
            )
