"""KnowledgeRepository and KnowledgeList, on PostgreSQL."""

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.knowledge import PostgresKnowledgeList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.shared.page import PageRequest
from domain.ai.chunking import Chunk
from domain.ai.errors import (
    DocumentProblem,
    KnowledgeBaseNotFoundError,
    KnowledgeBaseTakenError,
    KnowledgeDocumentNotFoundError,
    SameDocumentError,
)
from domain.ai.knowledge import DocumentStatus, KnowledgeBase
from domain.shared.errors import StaleVersionError
from domain.shared.ids import KnowledgeBaseId, KnowledgeChunkId, TenantId
from tests.contract.repositories.stored import NOW, a_document, facts, new_id


def a_base(name: str = "Ajuda") -> KnowledgeBase:
    return KnowledgeBase(id=KnowledgeBaseId(new_id()), name=name, description="Tudo", created_at=NOW, version=1)


async def test_a_base_is_kept_found_changed_and_removed(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    base = a_base()
    async with uow(tenant_id) as tx:
        await tx.knowledge.add(base)
    async with uow(other_tenant_id) as tx:
        assert (await tx.knowledge.count(), await tx.knowledge.find("Ajuda")) == (0, None)
        with pytest.raises(KnowledgeBaseNotFoundError):
            await tx.knowledge.get(base.id)
    async with uow(tenant_id) as tx:
        found = await tx.knowledge.find(" ajuda ")
        assert found is not None
        assert facts(found) == facts(base)
        assert facts(await tx.knowledge.find(str(base.id))) == facts(base)
        found.description = "Menos"
        await tx.knowledge.save(found)
    with pytest.raises(StaleVersionError):
        async with uow(tenant_id) as tx:
            await tx.knowledge.save(base)
    with pytest.raises(KnowledgeBaseTakenError):
        async with uow(tenant_id) as tx:
            await tx.knowledge.add(a_base())
    async with uow(tenant_id) as tx:
        await tx.knowledge.delete(base.id)
        assert await tx.knowledge.count() == 0


async def test_a_document_is_kept_once_read_and_removed_with_its_passages(
    uow: PostgresUnitOfWork, tenant_id: TenantId
) -> None:
    base, other = a_base(), a_base("Outra")
    document = a_document(base.id)
    async with uow(tenant_id) as tx:
        await tx.knowledge.add(base)
        await tx.knowledge.add(other)
        await tx.knowledge.add_document(document)
        await tx.knowledge.add_document(a_document(other.id))
    with pytest.raises(SameDocumentError):
        async with uow(tenant_id) as tx:
            await tx.knowledge.add_document(a_document(base.id))
    async with uow(tenant_id) as tx:
        found = await tx.knowledge.document(document.id, base_id=base.id, lock=True)
        assert found == document
        found.become_ready(chunks=1, now=NOW)
        await tx.knowledge.save_document(found)
        await tx.passages.replace(
            document.id, {KnowledgeChunkId(new_id()): Chunk(heading="", body="oi")}, base_id=base.id
        )
        with pytest.raises(KnowledgeDocumentNotFoundError):
            await tx.knowledge.document(document.id, base_id=other.id)
    async with uow(tenant_id) as tx:
        assert await tx.knowledge.document(document.id, base_id=base.id) == found
        assert (await tx.knowledge.count_documents(base.id), await tx.passages.count(base.id)) == (1, 1)
        await tx.knowledge.delete_document(document.id)
        assert (await tx.knowledge.count_documents(base.id), await tx.passages.count(base.id)) == (0, 0)


async def test_they_are_listed(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    base = a_base()
    read, failed = a_document(base.id), a_document(base.id, sha256=bytes([1] * 32), name="foto.pdf")
    read.become_ready(chunks=3, now=NOW)
    failed.fail(DocumentProblem.NO_TEXT, now=NOW)
    async with uow(tenant_id) as tx:
        await tx.knowledge.add(base)
        await tx.knowledge.add(a_base("Á parte"))
        for document in (read, failed):
            await tx.knowledge.add_document(document)
    reader = PostgresKnowledgeList(app_database)

    bases = await reader.page(tenant_id, page=PageRequest())
    documents = await reader.documents(tenant_id, base_id=base.id, status=None, page=PageRequest(sort="name"))
    ready = await reader.documents(tenant_id, base_id=base.id, status=DocumentStatus.READY, page=PageRequest())

    assert [(row.name, row.documents, row.ready) for row in bases.items] == [("Á parte", 0, 0), ("Ajuda", 2, 1)]
    assert [(row.name, row.status, row.error, row.chunks) for row in documents.items] == [
        ("foto.pdf", "failed", "no_text", 0),
        ("manual.txt", "ready", None, 3),
    ]
    assert [row.id for row in ready.items] == [read.id]
    assert await reader.one(tenant_id, base_id=base.id) == bases.items[1]
    assert await reader.document(tenant_id, base_id=base.id, document_id=read.id) == ready.items[0]
    for ask in (
        reader.one(other_tenant_id, base_id=base.id),
        reader.documents(other_tenant_id, base_id=base.id, status=None, page=PageRequest()),
    ):
        with pytest.raises(KnowledgeBaseNotFoundError):
            await ask
    with pytest.raises(KnowledgeDocumentNotFoundError):
        await reader.document(other_tenant_id, base_id=base.id, document_id=read.id)
