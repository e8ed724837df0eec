"""A knowledge base is called otherwise."""

import msgspec
from msgspec import UNSET, UnsetType

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.ai.knowledge import wrong_in_base
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import KnowledgeBaseId


class UpdateKnowledgeBase(msgspec.Struct, frozen=True, kw_only=True):
    """Which, and what changes; what is absent stays. `version` is the one that was read."""

    base_id: KnowledgeBaseId
    name: str | UnsetType = UNSET
    description: str | UnsetType = UNSET
    version: int | None = None


class UpdateKnowledgeBaseHandler:
    """Change a base's name or description; flows that name it by its old name find it no more. Needs flows:edit."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, command: UpdateKnowledgeBase) -> None:
        """Write it. Raises KnowledgeBaseNotFoundError, InvalidError, KnowledgeBaseTakenError, StaleVersionError."""
        actor.require(Permission.FLOWS_EDIT)
        async with self._uow(actor.tenant_id) as tx:
            base = await tx.knowledge.get(command.base_id)
            if command.version is not None and command.version != base.version:
                raise StaleVersionError("The knowledge base was changed by somebody else; read it again.")
            before = {"name": base.name, "description": base.description}
            if command.name is not UNSET:
                base.name = command.name.strip()
            if command.description is not UNSET:
                base.description = command.description.strip()
            if wrong := wrong_in_base(base):
                raise InvalidError("The knowledge base cannot be so.", details=wrong)
            await tx.knowledge.save(base)
            after = {"name": base.name, "description": base.description}
            on = Subject(type="knowledge_base", id=base.id)
            tx.audit.record(AuditAction.KNOWLEDGE_BASE_CHANGED, by=actor.author, on=on, before=before, after=after)
