"""What a company lets its bots look things up in."""

from typing import Protocol

from domain.ai.knowledge import KnowledgeBase, KnowledgeDocument
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId


class KnowledgeRepository(Protocol):
    """Keeps bases and their documents."""

    async def get(self, base_id: KnowledgeBaseId) -> KnowledgeBase:
        """Load one. Raises KnowledgeBaseNotFoundError."""
        ...

    async def find(self, name_or_id: str) -> KnowledgeBase | None:
        """Load one as a flow names it: by its id or its name, whose capitals do not matter."""
        ...

    async def count(self) -> int:
        """Count the bases."""
        ...

    async def add(self, base: KnowledgeBase) -> None:
        """Write a new one. Raises KnowledgeBaseTakenError."""
        ...

    async def save(self, base: KnowledgeBase) -> None:
        """Write changes. Raises StaleVersionError, KnowledgeBaseTakenError."""
        ...

    async def delete(self, base_id: KnowledgeBaseId) -> None:
        """Remove it with all that is in it."""
        ...

    async def document(
        self, document_id: KnowledgeDocumentId, *, base_id: KnowledgeBaseId, lock: bool = False
    ) -> KnowledgeDocument:
        """Load a document of a base; `lock` to change it. Raises KnowledgeDocumentNotFoundError."""
        ...

    async def count_documents(self, base_id: KnowledgeBaseId) -> int:
        """Count a base's documents, and keep others from adding some until the transaction ends."""
        ...

    async def add_document(self, document: KnowledgeDocument) -> None:
        """Write a new one. Raises SameDocumentError."""
        ...

    async def save_document(self, document: KnowledgeDocument) -> None:
        """Write how far its reading is."""
        ...

    async def delete_document(self, document_id: KnowledgeDocumentId) -> None:
        """Remove it with its passages."""
        ...
