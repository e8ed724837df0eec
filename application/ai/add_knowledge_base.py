"""A company begins to write down what its bots may know."""

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.ai.errors import TooManyKnowledgeBasesError
from domain.ai.knowledge import MAX_BASES, KnowledgeBase, wrong_in_base
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import InvalidError
from domain.shared.ids import KnowledgeBaseId


class AddKnowledgeBase(msgspec.Struct, frozen=True, kw_only=True):
    """What it is called, and what it is about."""

    name: str
    description: str = ""


class AddKnowledgeBaseHandler:
    """Keep an empty base. Needs flows:edit."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: AddKnowledgeBase) -> KnowledgeBaseId:
        """Give its id. Raises InvalidError, KnowledgeBaseTakenError, TooManyKnowledgeBasesError."""
        actor.require(Permission.FLOWS_EDIT)
        base = KnowledgeBase(
            id=KnowledgeBaseId(self._ids.new()),
            name=command.name.strip(),
            description=command.description.strip(),
            created_at=self._clock.now(),
            version=1,
        )
        if wrong := wrong_in_base(base):
            raise InvalidError("The knowledge base cannot be so.", details=wrong)
        async with self._uow(actor.tenant_id) as tx:
            if await tx.knowledge.count() >= MAX_BASES:
                raise TooManyKnowledgeBasesError(f"At most {MAX_BASES} knowledge bases are kept: remove some.")
            await tx.knowledge.add(base)
            on = Subject(type="knowledge_base", id=base.id)
            tx.audit.record(AuditAction.KNOWLEDGE_BASE_ADDED, by=actor.author, on=on, after={"name": base.name})
        return base.id
