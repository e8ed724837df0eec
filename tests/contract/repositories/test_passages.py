"""PassageRepository, on PostgreSQL: what is found, and in which order."""

import asyncpg
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.ai.chunking import Chunk
from domain.ai.search import terms_of
from domain.shared.ids import KnowledgeBaseId, KnowledgeChunkId, TenantId
from tests.contract.repositories.stored import a_document, new_id
from tests.contract.repositories.test_knowledge import a_base

TEXTS = (
    "A segunda via do boleto fica no aplicativo. O boleto vale por três dias.",
    "Para pagar com cartão, ligue para a central.",
    "O técnico visita a casa do cliente em até dois dias.",
    "Cartões de crédito são aceitos. A central atende o cliente das 8h às 18h.",
)


@pytest.fixture
async def base_id(uow: PostgresUnitOfWork, tenant_id: TenantId) -> KnowledgeBaseId:
    base = a_base()
    document = a_document(base.id)
    async with uow(tenant_id) as tx:
        await tx.knowledge.add(base)
        await tx.knowledge.add_document(document)
        chunks = {KnowledgeChunkId(new_id()): Chunk(heading="Guia", body=text) for text in TEXTS}
        await tx.passages.replace(document.id, {KnowledgeChunkId(new_id()): Chunk("", "velho")}, base_id=base.id)
        await tx.passages.replace(document.id, chunks, base_id=base.id)
    return base.id


async def found(uow: PostgresUnitOfWork, tenant_id: TenantId, base_id: KnowledgeBaseId, question: str) -> list[int]:
    async with uow(tenant_id) as tx:
        ids = await tx.passages.by_words(base_id, terms_of(question), limit=10)
        return [TEXTS.index(one.body) for one in await tx.passages.shown(ids)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Como pego a segunda via dos BOLETOS?", [0]),
        ("aceitam cartao de credito?", [3, 1]),
        ("posso pagar com cartões", [1, 3]),
        ("estou pagando", [1]),
        ("visitar", [2]),
        ("o técnico atende o cliente?", [2, 3]),
        ("previsão do tempo", []),
        ("velho", []),
        ("e o de a", []),
    ],
)
async def test_passages_are_found_by_their_words(
    uow: PostgresUnitOfWork, tenant_id: TenantId, base_id: KnowledgeBaseId, question: str, expected: list[int]
) -> None:
    assert await found(uow, tenant_id, base_id, question) == expected


async def test_nothing_is_found_of_another_company_or_base(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, base_id: KnowledgeBaseId
) -> None:
    assert await found(uow, other_tenant_id, base_id, "boleto") == []
    assert await found(uow, tenant_id, KnowledgeBaseId(new_id()), "boleto") == []


@pytest.mark.parametrize("has_pgvector", [False, True])
async def test_passages_are_found_by_their_meaning(
    uow: PostgresUnitOfWork,
    tenant_id: TenantId,
    base_id: KnowledgeBaseId,
    database_url: str,
    *,
    has_pgvector: bool,
) -> None:
    async with uow(tenant_id) as tx:
        unplaced = await tx.passages.unplaced(model="m", limit=3)
        vectors = [[3.0, 4.0], [1.0, 0.0], [-1.0, 0.0]]
        await tx.passages.place(dict(zip((one.id for one in unplaced), vectors, strict=True)), model="m")
        rest = await tx.passages.unplaced(model="m", limit=3)
    owner = await asyncpg.connect(dsn=database_url)
    try:
        if has_pgvector:
            if not await owner.fetchval("SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector')"):
                pytest.skip("this server has no pgvector")
            await owner.execute("CREATE EXTENSION vector SCHEMA public")
        async with uow(tenant_id) as tx:
            near = await tx.passages.by_meaning(base_id, [2.0, 0.0], model="m", near=0.5, limit=10)
            other = await tx.passages.by_meaning(base_id, [2.0, 0.0], model="n", near=0.5, limit=10)
            longer = await tx.passages.by_meaning(base_id, [2.0, 0.0, 1.0], model="m", near=0.5, limit=10)
    finally:
        await owner.execute("DROP EXTENSION IF EXISTS vector")
        await owner.close()

    assert near == [unplaced[1].id, unplaced[0].id]
    assert (other, longer, len(rest)) == ([], [], 1)
