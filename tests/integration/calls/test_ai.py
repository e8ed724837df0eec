"""Flows ask a language model: the whole way from what a contact wrote to the answer that is sent."""

import msgspec
import pytest

from domain.ai.chunking import Chunk
from domain.ai.knowledge import KnowledgeBase
from domain.ai.settings import AiSettings
from domain.shared.ids import KnowledgeBaseId, KnowledgeChunkId
from tests.contract.repositories.stored import NOW, a_document, new_id
from tests.integration.calls.outside import PHONE, begin, perform
from tests.integration.spine import flows
from tests.integration.spine.flows import ends, says
from tests.integration.spine.spine import Spine


def asks_model(question: str) -> dict[str, object]:
    data = {"prompt": "Ajude.", "question": question, "knowledge_base": "ajuda", "only_sources": True,
            "can_hand_over": True, "history": 4}  # fmt: skip
    return flows.flow(
        {"id": "ai", "type": "ai", "data": data},
        says("Não sei", node_id="unsure"),
        says("Tente depois", node_id="failed"),
        ends(),
        edges=(
            ("start", "ai", None),
            ("ai", "end", "answered"),
            ("ai", "unsure", "unsure"),
            ("ai", "failed", "error"),
            ("unsure", "end", None),
            ("failed", "end", None),
        ),
    )


async def knows(spine: Spine, text: str, settings: AiSettings) -> None:
    base = KnowledgeBase(id=KnowledgeBaseId(new_id()), name="Ajuda", created_at=NOW, version=1)
    document, uow = a_document(base.id), await spine.uow()
    async with uow(spine.tenant_id) as tx:
        await tx.knowledge.add(base)
        await tx.knowledge.add_document(document)
        await tx.passages.replace(document.id, {KnowledgeChunkId(new_id()): Chunk("", text)}, base_id=base.id)
        await tx.ai_settings.save(msgspec.structs.replace(settings, updated_at=NOW))


@pytest.mark.parametrize(
    ("question", "settings", "said", "calls"),
    [
        ("Como pego a segunda via?", AiSettings(), "A segunda via fica no aplicativo.", [1]),
        ("Vai chover?", AiSettings(), "Não sei", []),
        ("Quero falar com um atendente sobre a segunda via", AiSettings(), "Não sei", [1]),
        ("Como pego a segunda via?", AiSettings(monthly_tokens=10), "Tente depois", []),
    ],
    ids=["answered", "not in the sources", "a person", "nothing left"],
)
async def test_the_contact_is_answered(
    spine: Spine, question: str, settings: AiSettings, said: str, calls: list[int]
) -> None:
    await knows(spine, "Atendemos sempre. A segunda via fica no aplicativo.", settings)
    await begin(spine, asks_model(question))

    await perform(spine)

    assert spine.answers(PHONE) == [said]
    assert await spine.column("SELECT calls FROM ai_usage") == calls
    assert await spine.column("SELECT id FROM ai_holds") == []
