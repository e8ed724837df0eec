"""The passages of a company's documents: written when a document is read, and looked for."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from domain.ai.chunking import Chunk
from domain.shared.ids import KnowledgeBaseId, KnowledgeChunkId, KnowledgeDocumentId


class FoundPassage(msgspec.Struct, frozen=True, kw_only=True):
    """A passage, and the document it is of."""

    id: KnowledgeChunkId
    document_id: KnowledgeDocumentId
    document_name: str
    heading: str
    body: str

    @property
    def title(self) -> str:
        """Say where it stands."""
        return f"{self.document_name} › {self.heading}" if self.heading else self.document_name


class Unplaced(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that an embedding model has not seen."""

    id: KnowledgeChunkId
    heading: str
    body: str


class PassageRepository(Protocol):
    """Keeps passages."""

    async def replace(
        self,
        document_id: KnowledgeDocumentId,
        chunks: Mapping[KnowledgeChunkId, Chunk],
        *,
        base_id: KnowledgeBaseId,
    ) -> None:
        """Write a document's passages in the place of all it has."""
        ...

    async def count(self, base_id: KnowledgeBaseId) -> int:
        """Count a base's passages."""
        ...

    async def by_words(
        self, base_id: KnowledgeBaseId, terms: Mapping[str, str], *, limit: int
    ) -> list[KnowledgeChunkId]:
        """Find passages with any of these words, given by their stems: rare words count more, and several together."""
        ...

    async def by_meaning(
        self, base_id: KnowledgeBaseId, vector: Sequence[float], *, model: str, near: float, limit: int
    ) -> list[KnowledgeChunkId]:
        """Find passages whose cosine to a vector of this model is at least `near`, the nearest first."""
        ...

    async def shown(self, ids: Sequence[KnowledgeChunkId]) -> list[FoundPassage]:
        """Load passages, in the order of their ids here; those that are gone are left out."""
        ...

    async def unplaced(self, *, model: str, limit: int) -> list[Unplaced]:
        """Give passages that this embedding model has not seen, of all bases."""
        ...

    async def place(self, vectors: Mapping[KnowledgeChunkId, Sequence[float]], *, model: str) -> None:
        """Write where a model puts passages."""
        ...
