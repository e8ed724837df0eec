"""Documents that are brought: read in the background, found by words and by meaning, and gone when they are removed."""

import pytest

from application.ai.delete_knowledge_document import DeleteKnowledgeDocument
from application.ai.find_passages import Search
from application.ai.place_passages import BATCH
from application.ai.read_document import ReadDocument
from application.ports.ai import AiError
from application.ports.repositories.passages import FoundPassage
from domain.ai.errors import (
    DocumentProblem,
    DocumentRefusedError,
    DocumentTooLargeError,
    ModelUnavailableError,
    SameDocumentError,
)
from domain.ai.knowledge import MAX_FILE, DocumentStatus, KnowledgeDocument
from domain.media.keys import storage_key
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId
from tests.integration.ai.site import Site

BILLS = "# Boletos\nA segunda via do boleto fica no aplicativo."
HOURS = "# Central\nA central atende das 8h às 18h."


async def found(site: Site, base_id: KnowledgeBaseId, question: str) -> list[FoundPassage]:
    return await site.find(Search(tenant_id=site.tenant_id, base_id=base_id, question=question))


async def document(site: Site, base_id: KnowledgeBaseId, document_id: KnowledgeDocumentId) -> KnowledgeDocument:
    async with site.uow(site.tenant_id) as tx:
        return await tx.knowledge.document(document_id, base_id=base_id)


async def test_a_document_is_read_found_and_forgotten(site: Site) -> None:
    base_id = await site.base(HOURS)
    document_id = await site.bring(base_id, BILLS.encode(), name="boletos.md")

    [passage] = await found(site, base_id, "segunda via dos boletos")
    read = await document(site, base_id, document_id)
    await DeleteKnowledgeDocument(site.uow)(site.actor, document_id, base_id=base_id)

    assert (passage.document_id, passage.title) == (document_id, "boletos.md › Boletos")
    assert (read.status, read.chunks, read.mime) == (DocumentStatus.READY, 1, "text/markdown")
    assert await found(site, base_id, "segunda via dos boletos") == []


async def test_the_same_file_twice_is_refused_in_a_base_and_taken_in_another(site: Site) -> None:
    first, second = await site.base(BILLS), await site.base(name="Outra")

    with pytest.raises(SameDocumentError):
        await site.bring(first, BILLS.encode(), name="other.txt")
    await site.bring(second, BILLS.encode())

    assert len(await found(site, second, "boleto")) == 1


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", DocumentRefusedError),
        (b"MZ\x00\x90", DocumentRefusedError),
        (b"x" * (MAX_FILE + 1), DocumentTooLargeError),
    ],
    ids=["empty", "a program", "too large"],
)
async def test_what_is_no_document_is_not_taken(site: Site, content: bytes, error: type[Exception]) -> None:
    base_id = await site.base()

    with pytest.raises(error):
        await site.bring(base_id, content, read=False)


async def test_what_cannot_be_read_says_why(site: Site) -> None:
    base_id = await site.base()
    broken = await site.bring(base_id, b"%PDF-1.7\nlixo")
    gone = await site.bring(base_id, b"oi", read=False)
    await site.store.delete([storage_key(site.tenant_id, (await document(site, base_id, gone)).sha256)])

    await site.read(ReadDocument(tenant_id=site.tenant_id, base_id=base_id, document_id=gone))

    assert (await document(site, base_id, broken)).error == DocumentProblem.DAMAGED
    assert (await document(site, base_id, gone)).error == DocumentProblem.FILE_GONE


async def test_passages_are_found_by_their_meaning_once_a_model_has_seen_them(site: Site) -> None:
    base_id = await site.base(*(f"Parágrafo {number} sobre nada." for number in range(BATCH)), BILLS)
    before = len(site.model.placed)
    await site.set(embedding_model="places")

    await site.place_all()
    await site.place_all()
    [first, *_] = await found(site, base_id, "boletos aplicativos")

    assert (before, len(site.model.placed)) == (0, BATCH + 2)
    assert first.heading == "Boletos"
    assert {(day.model, day.calls) for day in await site.used()} == {("places", 3)}


async def test_an_embedding_model_that_fails_leaves_the_words(site: Site) -> None:
    base_id = await site.base(BILLS)
    await site.set(embedding_model="places")
    site.model.error = AiError("busy", is_passing=True)

    with pytest.raises(ModelUnavailableError):
        await site.place_all()
    assert len(await found(site, base_id, "boletos")) == 1

    site.model.error = AiError("bad_key")
    await site.place_all()
    site.model.error = None
    await site.set(monthly_tokens=0)
    await site.place_all()
    assert len(await found(site, base_id, "boletos")) == 1
    assert await site.used() == []
