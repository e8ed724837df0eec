"""Language models over HTTP: set up without showing a key, fed with documents, tried out, counted."""

import httpx
import msgspec
import pytest
from dishka import AsyncContainer

from adapters.ai.models import ProviderModels
from application.ai.read_document import ReadDocument, ReadDocumentHandler
from application.ports.ai import LanguageModels
from application.ports.unit_of_work import UnitOfWork
from domain.ai.knowledge import MAX_BASES, KnowledgeBase
from domain.identity.permissions import Role
from domain.shared.ids import KnowledgeBaseId, TenantId
from tests.contract.repositories.stored import NOW, new_id
from tests.http.calls import error_of
from tests.http.conftest import Caller

SETTINGS, USAGE, TRY, BASES = (f"/api/v1/{path}" for path in ("ai/settings", "ai/usage", "ai/try", "knowledge-bases"))
KEY = "sk-nobody-sees-this"
BILLS = "# Boletos\nA segunda via do boleto fica no aplicativo. Vale por três dias."
Json = dict[str, object]


async def a_base(client: httpx.AsyncClient, name: str = "Ajuda") -> str:
    answer = await client.post(BASES, json={"name": name})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def a_document(
    client: httpx.AsyncClient, base_id: str, text: str = BILLS, *, name: str = "boletos.md"
) -> httpx.Response:
    return await client.post(f"{BASES}/{base_id}/documents", files={"file": (name, text.encode(), "text/x-lie")})


async def read(container: AsyncContainer, tenant_id: TenantId, base_id: str, document_id: object) -> None:
    handler = await container.get(ReadDocumentHandler)
    job = {"job": "read_document", "tenant_id": str(tenant_id), "base_id": base_id, "document_id": str(document_id)}
    await handler(msgspec.convert(job, ReadDocument))


async def test_the_local_model_answers_until_somebody_sets_another(admin: httpx.AsyncClient) -> None:
    answer = await admin.get(SETTINGS)

    assert answer.headers["etag"] == '"0"'
    assert (answer.json()["provider"], answer.json()["has_api_key"], answer.json()["monthly_cost"]) == (
        "local",
        False,
        None,
    )


async def test_settings_are_changed_and_the_key_is_never_shown(
    admin: httpx.AsyncClient, uow_of_app: UnitOfWork, tenant_id: TenantId
) -> None:
    body = {"provider": "openai", "model": "gpt", "api_key": KEY, "monthly_cost": "50", "input_price": "0.40"}

    first = await admin.put(SETTINGS, json=body)
    second = await admin.put(SETTINGS, json={"monthly_cost": None, "monthly_tokens": 9}, headers={"If-Match": '"1"'})
    late = await admin.put(SETTINGS, json={"model": "other"}, headers={"If-Match": '"1"'})
    async with uow_of_app(tenant_id) as tx:
        kept = await tx.ai_settings.get()

    assert (first.status_code, first.json()["monthly_cost"], first.json()["input_price"]) == (200, "50.00", "0.40")
    assert (second.json()["monthly_cost"], second.json()["monthly_tokens"]) == (None, 9)
    assert second.json()["has_api_key"] is True
    assert error_of(late).code == "VERSION_CONFLICT"
    assert kept.api_key_sealed is not None
    assert KEY.encode() not in kept.api_key_sealed
    assert KEY not in first.text + second.text + (await admin.get("/api/v1/audit")).text


@pytest.mark.parametrize(
    ("change", "has_key"),
    [
        ({"model": "other"}, True),
        ({"base_url": "https://api.openai.com/v1"}, True),
        ({"base_url": "https://elsewhere.example/v1"}, False),
        ({"base_url": "https://elsewhere.example/v1", "api_key": "sk-2"}, True),
        ({"provider": "anthropic"}, False),
        ({"api_key": None}, False),
    ],
)
async def test_a_key_stays_where_it_was_given_for(admin: httpx.AsyncClient, change: Json, *, has_key: bool) -> None:
    await admin.put(SETTINGS, json={"provider": "openai", "model": "gpt", "api_key": KEY})

    answer = await admin.put(SETTINGS, json=change)

    assert answer.json()["has_api_key"] is has_key


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"provider": "anthropic", "model": "c", "embedding_model": "e"}, "embedding_model"),
        ({"input_price": "9999999"}, "input_price"),
        ({"base_url": "https://a:b@c.example"}, "base_url"),
        ({"currency": "reais"}, "currency"),
    ],
)
async def test_what_cannot_be_set_is_named(admin: httpx.AsyncClient, body: Json, field: str) -> None:
    answer = await admin.put(SETTINGS, json=body)

    assert (answer.status_code, error_of(answer).fields) == (422, [field])


async def test_a_base_is_filled_searched_tried_and_emptied(
    admin: httpx.AsyncClient, container: AsyncContainer, tenant_id: TenantId
) -> None:
    base_id = await a_base(admin)
    brought = await a_document(admin, base_id)
    document_id = brought.json()["id"]
    await read(container, tenant_id, base_id, document_id)

    shown = (await admin.get(f"{BASES}/{base_id}/documents/{document_id}")).json()
    found = (await admin.get(f"{BASES}/{base_id}/search", params={"q": "segunda via dos BOLETOS"})).json()
    asked = {"question": "Como pego a segunda via?", "knowledge_base": "ajuda", "only_sources": True}
    tried = (await admin.post(TRY, json=asked)).json()
    usage = (await admin.get(USAGE)).json()
    listed = (await admin.get(BASES)).json()["items"]
    removed = await admin.delete(f"{BASES}/{base_id}/documents/{document_id}")
    after = (await admin.get(f"{BASES}/{base_id}/search", params={"q": "boletos"})).json()

    assert (brought.status_code, brought.json()["status"], brought.json()["mime"]) == (202, "waiting", "text/markdown")
    assert (shown["status"], shown["chunks"], shown["error"]) == ("ready", 1, None)
    assert [(one["document_name"], one["heading"]) for one in found["items"]] == [("boletos.md", "Boletos")]
    assert (tried["answer"], tried["sure"]) == ("A segunda via do boleto fica no aplicativo.", True)
    assert [(one["number"], one["title"], one["is_used"]) for one in tried["sources"]] == [
        (1, "boletos.md › Boletos", True)
    ]
    assert (usage["calls"], usage["input_tokens"], usage["cost"]) == (1, tried["input_tokens"], "0.00")
    assert [(one["name"], one["documents"], one["ready"]) for one in listed] == [("Ajuda", 1, 1)]
    assert (removed.status_code, after["items"]) == (204, [])


async def test_a_base_is_renamed_and_removed_with_what_is_in_it(admin: httpx.AsyncClient) -> None:
    base_id, other_id = await a_base(admin), await a_base(admin, "Outra")
    await a_document(admin, base_id)

    renamed = await admin.put(f"{BASES}/{base_id}", json={"name": " Central "}, headers={"If-Match": '"1"'})
    taken = await admin.put(f"{BASES}/{base_id}", json={"name": "Outra"})
    same = await a_document(admin, base_id, name="other.txt")
    elsewhere = await admin.get(f"{BASES}/{other_id}/documents")
    removed = await admin.delete(f"{BASES}/{base_id}")

    assert (renamed.json()["name"], renamed.headers["etag"]) == ("Central", '"2"')
    assert (error_of(taken).code, error_of(same).code) == ("KNOWLEDGE_BASE_TAKEN", "KNOWLEDGE_DOCUMENT_SAME")
    assert (elsewhere.json()["items"], removed.status_code) == ([], 204)
    assert error_of(await admin.get(f"{BASES}/{base_id}")).code == "KNOWLEDGE_BASE_NOT_FOUND"


async def test_what_is_no_document_is_refused(admin: httpx.AsyncClient) -> None:
    base_id = await a_base(admin)

    answer = await a_document(admin, base_id, "MZ\x00", name="setup.pdf")

    assert (answer.status_code, error_of(answer).code) == (422, "KNOWLEDGE_DOCUMENT_REFUSED")


async def test_a_company_has_so_many_bases(
    admin: httpx.AsyncClient, uow_of_app: UnitOfWork, tenant_id: TenantId
) -> None:
    async with uow_of_app(tenant_id) as tx:
        for number in range(MAX_BASES):
            base_id = KnowledgeBaseId(new_id())
            await tx.knowledge.add(KnowledgeBase(id=base_id, name=f"Base {number}", created_at=NOW, version=1))

    assert error_of(await admin.post(BASES, json={"name": "Mais uma"})).code == "TOO_MANY_KNOWLEDGE_BASES"


async def test_a_cap_that_is_reached_is_said(admin: httpx.AsyncClient) -> None:
    await admin.put(SETTINGS, json={"monthly_tokens": 10})

    answer = await admin.post(TRY, json={"question": "oi"})

    assert (answer.status_code, error_of(answer).code) == (409, "AI_BUDGET_SPENT")
    assert (await admin.get(USAGE, params={"month": "2026-13"})).status_code == 400


async def test_a_model_that_does_not_answer_is_said(admin: httpx.AsyncClient) -> None:
    own = {"provider": "openai", "model": "m", "base_url": "http://127.0.0.1:9/v1"}

    await admin.put(SETTINGS, json=own)
    refused = await admin.post(TRY, json={"question": "oi"})

    assert (refused.status_code, error_of(refused).code) == (409, "AI_REFUSED")
    assert [detail.message for detail in error_of(refused).details] == ["address_refused"]
    assert "127.0.0.1" not in refused.text


async def test_who_reads_flows_reads_and_changes_nothing(calling: Caller, admin: httpx.AsyncClient) -> None:
    base_id, viewer = await a_base(admin), calling(Role.VIEWER)

    assert (await viewer.get(f"{BASES}/{base_id}")).status_code == 200
    for answer in (
        await viewer.get(SETTINGS),
        await viewer.post(TRY, json={"question": "oi"}),
        await a_document(viewer, base_id),
        await viewer.delete(f"{BASES}/{base_id}"),
    ):
        assert answer.status_code == 403


async def test_the_application_asks_every_provider(container: AsyncContainer) -> None:
    assert isinstance(await container.get(LanguageModels), ProviderModels)
