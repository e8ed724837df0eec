"""A company with a language model and something to know, on the real PostgreSQL, folder and helper processes."""

from collections.abc import AsyncIterator
from pathlib import Path

import msgspec

from adapters.ai.local import LocalModel
from adapters.documents.helper import said_of
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.storage.folder import FolderStore
from adapters.storage.scratch import DiskScratch
from adapters.system.ids import SystemIds
from application.ai.add_knowledge_document import AddKnowledgeDocument, AddKnowledgeDocumentHandler, DocumentTools
from application.ai.ask_model import AskModel
from application.ai.find_passages import FindPassages
from application.ai.model_desk import ModelDesk
from application.ai.place_passages import PlacePassages, PlacePassagesHandler
from application.ai.read_document import ReadDocument, ReadDocumentHandler, ReadingTools
from application.calls.ask_ai import AskAiPerformer
from application.ports.ai import AiError, Embedded, ModelAccess, ModelAnswer
from application.ports.performers import CallContext, Outcome
from application.ports.repositories.ai_usage import UsageDay
from application.ports.secrets import SecretBox
from application.shared.actor import Actor
from domain.ai.errors import DocumentRefusedError
from domain.ai.knowledge import KnowledgeBase
from domain.ai.question import Question
from domain.ai.settings import AiSettings
from domain.ai.usage import first_of_month
from domain.conversations.conversation import Conversation
from domain.flows.effects import AskAi
from domain.identity.permissions import Permission
from domain.shared.ids import (
    ContactId,
    ConversationId,
    FlowCallId,
    FlowId,
    FlowSessionId,
    KnowledgeBaseId,
    KnowledgeDocumentId,
    TenantId,
    UserId,
)
from tests.contract.repositories.stored import NOW, new_id
from tests.doubles import FrozenClock


class Told(LocalModel):
    """The local model, which writes down what it is asked, and fails when it is told to."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.access: list[ModelAccess] = []
        self.placed: list[str] = []
        self.error: AiError | None = None

    async def ask(self, access: ModelAccess, question: Question) -> ModelAnswer:
        self.asked.append(question)
        self.access.append(access)
        if self.error is not None:
            raise self.error
        return await super().ask(access, question)

    async def embed(self, access: ModelAccess, texts: list[str]) -> Embedded:
        self.placed += texts
        if self.error is not None:
            raise self.error
        return await super().embed(access, texts)


class InProcess:
    """Reads documents here: that it is done elsewhere is seen in tests/contract/documents."""

    async def read(self, path: Path, *, mime: str) -> str:
        said = said_of(path, mime)
        if said.problem is not None:
            raise DocumentRefusedError(said.message, problem=said.problem)
        return said.text


class Site:
    """What happens in the company."""

    def __init__(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, *, clock: FrozenClock, box: SecretBox, folder: Path
    ) -> None:
        self.uow, self.tenant_id, self.clock, self.box = uow, tenant_id, clock, box
        self.store, self.model = FolderStore(folder / "files"), Told()
        store, ids, scratch = self.store, SystemIds(), DiskScratch(folder / "scratch")
        desk = ModelDesk(uow=uow, secrets=box, clock=clock, ids=ids)
        self.find = FindPassages(uow, self.model, desk=desk)
        self.ask_model = AskModel(uow, self.model, desk=desk, find=self.find)
        self.perform = AskAiPerformer(self.ask_model, uow)
        self.place = PlacePassagesHandler(uow, self.model, desk=desk)
        self.add = AddKnowledgeDocumentHandler(
            DocumentTools(scratch=scratch, store=store, uow=uow, clock=clock, ids=ids)
        )
        self.read = ReadDocumentHandler(
            ReadingTools(scratch=scratch, store=store, reader=InProcess(), uow=uow, clock=clock, ids=ids)
        )
        permissions = frozenset(Permission)
        self.actor = Actor(user_id=UserId(new_id()), tenant_id=tenant_id, session_id=None, permissions=permissions)

    async def set(self, **changes: object) -> None:
        """Set the model up otherwise."""
        async with self.uow(self.tenant_id) as tx:
            before = await tx.ai_settings.get()
            changed: AiSettings = msgspec.structs.replace(before, updated_at=self.clock.now(), **changes)
            await tx.ai_settings.save(changed)

    async def base(self, *texts: str, name: str = "Ajuda") -> KnowledgeBaseId:
        """Make a base of documents, and read them."""
        base = KnowledgeBase(id=KnowledgeBaseId(new_id()), name=name, created_at=NOW, version=1)
        async with self.uow(self.tenant_id) as tx:
            await tx.knowledge.add(base)
        for number, text in enumerate(texts, start=1):
            await self.bring(base.id, text.encode(), name=f"guia {number}.md")
        return base.id

    async def bring(
        self, base_id: KnowledgeBaseId, content: bytes, *, name: str = "guia.md", read: bool = True
    ) -> KnowledgeDocumentId:
        """Bring a document, and read it."""
        command = AddKnowledgeDocument(base_id=base_id, chunks=in_pieces(content), filename=name)
        document_id = await self.add(self.actor, command)
        if read:
            await self.read(ReadDocument(tenant_id=self.tenant_id, base_id=base_id, document_id=document_id))
        return document_id

    async def place_all(self) -> None:
        """Show the embedding model all passages."""
        await self.place(PlacePassages(tenant_id=self.tenant_id))

    async def asks(self, question: str, conversation: Conversation | None = None, **more: object) -> Outcome:
        """Have a flow ask."""
        call = AskAi(**{"id": "1.1", "prompt": "Ajude.", "question": question, "max_tokens": 50, **more})  # type: ignore[arg-type]  # as each test says
        return await self.perform(call, self.context(conversation))

    def context(self, conversation: Conversation | None = None, *, tries: int = 0) -> CallContext:
        """Say for whom."""
        return CallContext(
            tenant_id=self.tenant_id,
            call_id=FlowCallId(new_id()),
            flow_id=FlowId(new_id()),
            session_id=FlowSessionId(new_id()),
            contact_id=ContactId(new_id()),
            conversation_id=conversation.id if conversation else ConversationId(new_id()),
            tries=tries,
        )

    async def used(self) -> list[UsageDay]:
        """Tell what the month took."""
        async with self.uow(self.tenant_id) as tx:
            return await tx.ai_usage.month(first_of_month(self.clock.now()))


async def in_pieces(content: bytes) -> AsyncIterator[bytes]:
    """Give it as a request does."""
    for start in range(0, len(content), 2**20):
        yield content[start : start + 2**20]
