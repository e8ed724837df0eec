"""Somebody looks for what is said often."""

from application.ports.readers.canned_responses import (
    CannedResponseFilters,
    CannedResponseList,
    CannedResponseRow,
)
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.permissions import Permission
from domain.shared.ids import CannedResponseId, DepartmentId


class ListCannedResponses:
    """Show canned responses: everybody's and those of one's departments. Needs conversations:reply.

    Whoever may see all conversations sees all of these.
    """

    def __init__(self, responses: CannedResponseList) -> None:
        self._responses = responses

    async def __call__(
        self, actor: Actor, *, department_id: DepartmentId | None, page: PageRequest
    ) -> Page[CannedResponseRow]:
        """Give one page. Raises MalformedError."""
        actor.require(Permission.CONVERSATIONS_REPLY)
        filters = CannedResponseFilters(of=_departments(actor), department_id=department_id)
        return await self._responses.page(actor.tenant_id, filters=filters, page=page)

    async def one(self, actor: Actor, response_id: CannedResponseId) -> CannedResponseRow:
        """Give one. Raises CannedResponseNotFoundError."""
        actor.require(Permission.CONVERSATIONS_REPLY)
        return await self.show(actor, response_id, of=_departments(actor))

    async def show(
        self, actor: Actor, response_id: CannedResponseId, *, of: frozenset[DepartmentId] | None = None
    ) -> CannedResponseRow:
        """Give it to whoever was allowed to change it just now. Raises CannedResponseNotFoundError."""
        return await self._responses.one(actor.tenant_id, response_id=response_id, of=of)


def _departments(actor: Actor) -> frozenset[DepartmentId] | None:
    return None if actor.viewer.sees_all else actor.departments
