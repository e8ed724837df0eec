"""Passages of documents in PostgreSQL: found by Portuguese full text, and by the cosine of embeddings.

A base has some thousands of passages, so that all of them are compared: the index finds the base's, nothing near is
missed, and nobody has to keep an index of vectors. Vectors are of length one when they are written, so that their
product is the cosine. Where the database has the extension `vector`, it reckons; else PostgreSQL does by itself.
"""

from collections.abc import Mapping, Sequence
from math import sqrt

from adapters.postgres.connection import TenantConnection
from adapters.postgres.statements import Statement
from application.ports.repositories.passages import FoundPassage, Unplaced
from domain.ai.chunking import Chunk
from domain.ai.search import words_of
from domain.shared.ids import KnowledgeBaseId, KnowledgeChunkId, KnowledgeDocumentId
from domain.shared.text import fold
from domain.shared.words import stem

_FORGET = Statement("DELETE FROM knowledge_chunks WHERE tenant_id = :tenant_id AND document_id = :document_id")
_WRITE = Statement("""
INSERT INTO knowledge_chunks (tenant_id, id, base_id, document_id, place, heading, body, words)
SELECT :tenant_id, id, :base_id, :document_id, place, heading, body,
  strip(array_to_tsvector(string_to_array(stems, ' ')) || to_tsvector('pg_catalog.portuguese', folded))
FROM unnest(CAST(:ids AS uuid[]), CAST(:headings AS text[]), CAST(:bodies AS text[]), CAST(:stems AS text[]),
  CAST(:folded AS text[])) WITH ORDINALITY AS given (id, heading, body, stems, folded, place)
""")
"""Two ways to take endings off: ours for number and gender, which forgives accents, and PostgreSQL's for verbs."""
_COUNT = Statement("SELECT count(*) FROM knowledge_chunks WHERE tenant_id = :tenant_id AND base_id = :base_id")

_BY_WORDS = Statement("""
WITH term AS MATERIALIZED (
  SELECT number, CAST('''' || stem || '''' AS tsquery) || plainto_tsquery('pg_catalog.portuguese', folded) AS asked
  FROM unnest(CAST(:stems AS text[]), CAST(:folded AS text[])) WITH ORDINALITY AS given (stem, folded, number)
), hit AS (
  SELECT chunk.id, chunk.document_id, chunk.place, term.number
  FROM knowledge_chunks AS chunk JOIN term ON chunk.words @@ term.asked
  WHERE chunk.tenant_id = :tenant_id AND chunk.base_id = :base_id
), weight AS (
  SELECT number, ln(1 + (SELECT count(*) FROM knowledge_chunks WHERE tenant_id = :tenant_id AND base_id = :base_id)
    / count(*)::float8) AS rarity FROM hit GROUP BY number
)
SELECT hit.id FROM hit JOIN weight USING (number)
GROUP BY hit.id, hit.document_id, hit.place ORDER BY sum(rarity) DESC, hit.document_id, hit.place LIMIT :limit
""")

_NEAREST = """
SELECT id FROM (
  SELECT id, document_id, place, {product} AS cosine FROM knowledge_chunks AS chunk
  WHERE tenant_id = :tenant_id AND base_id = :base_id AND embedded_by = :model
    AND cardinality(embedding) = cardinality(CAST(:vector AS real[]))) AS found
WHERE cosine >= CAST(:near AS float8) ORDER BY cosine DESC, document_id, place LIMIT :limit
"""
_BY_ITSELF = Statement(
    _NEAREST.format(product="(SELECT sum(a * b) FROM unnest(embedding, CAST(:vector AS real[])) AS pair (a, b))")
)
_ASKED = "CAST(CAST(:vector AS real[]) AS public.vector)"
_WITH_PGVECTOR = Statement(
    _NEAREST.format(product=f"-(CAST(embedding AS public.vector) OPERATOR(public.<#>) {_ASKED})")
)
_HAS_PGVECTOR = Statement("""
SELECT EXISTS (SELECT FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
  WHERE extname = 'vector' AND nspname = 'public')
""")

_SHOWN = Statement("""
SELECT chunk.id, chunk.document_id, document.name AS document_name, chunk.heading, chunk.body
FROM unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS wanted (id, number)
JOIN knowledge_chunks AS chunk ON chunk.tenant_id = :tenant_id AND chunk.id = wanted.id
JOIN knowledge_documents AS document ON document.tenant_id = :tenant_id AND document.id = chunk.document_id
ORDER BY wanted.number
""")
_UNPLACED = Statement("""
SELECT id, heading, body FROM knowledge_chunks
WHERE tenant_id = :tenant_id AND embedded_by IS DISTINCT FROM CAST(:model AS text) ORDER BY id LIMIT :limit
""")
_PLACE = Statement("""
UPDATE knowledge_chunks SET embedding = :embedding, embedded_by = :model WHERE tenant_id = :tenant_id AND id = :id
""")


class PostgresPassages:
    """Keeps passages."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def replace(
        self, document_id: KnowledgeDocumentId, chunks: Mapping[KnowledgeChunkId, Chunk], *, base_id: KnowledgeBaseId
    ) -> None:
        """Write a document's passages in the place of all it has."""
        await self._connection.execute(_FORGET, document_id=document_id)
        texts = [f"{chunk.heading} {chunk.body}" for chunk in chunks.values()]
        await self._connection.execute(
            _WRITE,
            base_id=base_id,
            document_id=document_id,
            ids=list(chunks),
            headings=[chunk.heading for chunk in chunks.values()],
            bodies=[chunk.body for chunk in chunks.values()],
            stems=[" ".join({stem(word) for word in words_of(text)}) for text in texts],
            folded=[fold(text) for text in texts],
        )

    async def count(self, base_id: KnowledgeBaseId) -> int:
        """Count a base's passages."""
        return int(await self._connection.fetch_value(_COUNT, base_id=base_id))

    async def by_words(
        self, base_id: KnowledgeBaseId, terms: Mapping[str, str], *, limit: int
    ) -> list[KnowledgeChunkId]:
        """Find passages with any of these words."""
        stems, folded = list(terms), list(terms.values())
        rows = await self._connection.fetch(_BY_WORDS, base_id=base_id, stems=stems, folded=folded, limit=limit)
        return [KnowledgeChunkId(row["id"]) for row in rows]

    async def by_meaning(
        self, base_id: KnowledgeBaseId, vector: Sequence[float], *, model: str, near: float, limit: int
    ) -> list[KnowledgeChunkId]:
        """Find passages whose cosine is at least `near`, the nearest first."""
        has_pgvector = await self._connection.fetch_value(_HAS_PGVECTOR)
        statement = _WITH_PGVECTOR if has_pgvector else _BY_ITSELF
        values = {"vector": _of_length_one(vector), "model": model, "near": near, "limit": limit}
        rows = await self._connection.fetch(statement, base_id=base_id, **values)
        return [KnowledgeChunkId(row["id"]) for row in rows]

    async def shown(self, ids: Sequence[KnowledgeChunkId]) -> list[FoundPassage]:
        """Load passages, in the order of their ids here."""
        rows = await self._connection.fetch(_SHOWN, ids=list(ids))
        return [FoundPassage(**dict(row)) for row in rows]

    async def unplaced(self, *, model: str, limit: int) -> list[Unplaced]:
        """Give passages that this embedding model has not seen."""
        rows = await self._connection.fetch(_UNPLACED, model=model, limit=limit)
        return [Unplaced(**dict(row)) for row in rows]

    async def place(self, vectors: Mapping[KnowledgeChunkId, Sequence[float]], *, model: str) -> None:
        """Write where a model puts passages."""
        rows = [{"id": one, "embedding": _of_length_one(vector), "model": model} for one, vector in vectors.items()]
        await self._connection.execute_many(_PLACE, rows)


def _of_length_one(vector: Sequence[float]) -> list[float]:
    length = sqrt(sum(part * part for part in vector)) or 1.0
    return [part / length for part in vector]
