"""Somebody looks what a bot would find."""

import msgspec

from application.ai.find_passages import FindPassages, Search
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId


class PassageView(msgspec.Struct, frozen=True, kw_only=True):
    """A passage of a document."""

    document_id: KnowledgeDocumentId
    document_name: str
    heading: str
    text: str


class PassagesView(msgspec.Struct, frozen=True, kw_only=True):
    """Passages, the best first."""

    items: list[PassageView]


class SearchKnowledge:
    """Find passages as a flow's question would find them. Needs flows:read; an embedding's tokens are counted."""

    def __init__(self, uow: UnitOfWork, find: FindPassages) -> None:
        self._uow, self._find = uow, find

    async def __call__(self, actor: Actor, base_id: KnowledgeBaseId, *, question: str, limit: int) -> PassagesView:
        """Give them. Raises KnowledgeBaseNotFoundError."""
        actor.require(Permission.FLOWS_READ)
        async with self._uow(actor.tenant_id) as tx:
            await tx.knowledge.get(base_id)
        search = Search(tenant_id=actor.tenant_id, base_id=base_id, question=question, limit=limit)
        found = await self._find(search)
        return PassagesView(
            items=[
                PassageView(
                    document_id=one.document_id, document_name=one.document_name, heading=one.heading, text=one.body
                )
                for one in found
            ]
        )
