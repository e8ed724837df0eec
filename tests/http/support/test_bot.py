"""What the company says by itself, which flows run where, and the queues, over HTTP."""

from uuid import UUID

import httpx
import pytest

from application.ports.unit_of_work import UnitOfWork
from domain.conversations.timeline import BOT
from domain.identity.permissions import Role
from domain.shared.ids import DepartmentId, TenantId
from domain.support.bot_texts import BotTextKey
from tests.contract.repositories.stored import NOW, a_chatbot, a_config, a_contact, a_conversation
from tests.http.calls import FLOW, error_of
from tests.http.conftest import Caller
from tests.http.people.people import DEPARTMENTS, NOWHERE, audited, made

CONFIG = "/api/v1/bot/config"
FLOWS = "/api/v1/bot/flows"


async def test_all_texts_are_shown_with_ours_until_they_are_changed(admin: httpx.AsyncClient) -> None:
    items = (await admin.get(CONFIG)).json()["items"]
    changed = await admin.put(
        f"{CONFIG}/closing", json={"is_enabled": True, "texts": {"pt-BR": "Até mais, {{agent.name}}!"}}
    )

    assert [item["key"] for item in items] == list(BotTextKey)
    ours = next(item for item in items if item["key"] == "closing")
    shown = changed.json()
    assert (changed.status_code, changed.headers["etag"], shown["is_enabled"]) == (200, '"1"', True)
    assert shown["texts"] == {"pt-BR": "Até mais, {{agent.name}}!", "en": ours["texts"]["en"]}
    assert shown["own_languages"] == ["pt-BR"]
    assert "bot_text.changed" in await audited(admin)

    back = await admin.put(f"{CONFIG}/closing", json={"texts": {"pt-BR": None}}, headers={"if-match": '"1"'})
    assert (back.json()["texts"], back.json()["is_enabled"]) == (ours["texts"], True)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"texts": {"en": "{{ contact.name "}}, "texts.en"),
        ({"texts": {"en": "{{ contact.name | no_such_filter }}"}}, "texts.en"),
        ({"texts": {"en": "x" * 2_001}}, "texts.en"),
        ({"texts": {"fr": "Fermé."}}, None),
    ],
)
async def test_what_is_wrong_with_a_text_is_named(
    admin: httpx.AsyncClient, body: dict[str, object], field: str | None
) -> None:
    answer = await admin.put(f"{CONFIG}/away", json=body)

    assert answer.status_code == 422
    if field is not None:
        assert [detail["field"] for detail in answer.json()["error"]["details"]] == [field]


async def test_there_are_no_other_moments_and_a_lost_race_is_told(admin: httpx.AsyncClient) -> None:
    unknown = await admin.put(f"{CONFIG}/lunch", json={"is_enabled": True})
    await admin.put(f"{CONFIG}/away", json={"is_enabled": False})
    late = await admin.put(f"{CONFIG}/away", json={"is_enabled": True}, headers={"if-match": '"0"'})

    assert (unknown.status_code, error_of(unknown).code) == (404, "BOT_TEXT_NOT_FOUND")
    assert (late.status_code, error_of(late).code) == (409, "VERSION_CONFLICT")


async def test_each_number_shows_the_flows_that_answer_on_it(
    admin: httpx.AsyncClient, uow_of_app: UnitOfWork, tenant_id: TenantId
) -> None:
    chatbot = a_chatbot()
    async with uow_of_app(tenant_id) as tx:
        await tx.chatbots.add(chatbot)
        await tx.whatsapp_configs.add(a_config(name="Vendas", chatbot_id=chatbot.id))
        await tx.whatsapp_configs.add(a_config(name="Suporte"))
    own = {**FLOW, "name": "Boletos", "trigger": "keyword", "trigger_value": "boleto"}
    anywhere = {**FLOW, "name": "Geral", "trigger": "message_received"}
    for document, chatbot_id in ((own, str(chatbot.id)), (anywhere, None)):
        flow = await made(admin, "/api/v1/flows", {"document": document, "chatbot_id": chatbot_id})
        assert (await admin.post(f"/api/v1/flows/{flow['id']}/publish")).is_success
    await made(admin, "/api/v1/flows", {"document": {**own, "name": "Rascunho"}, "chatbot_id": str(chatbot.id)})

    items = (await admin.get(FLOWS)).json()["items"]

    found = {item["name"]: [(flow["name"], flow["is_of_number"]) for flow in item["flows"]] for item in items}
    assert found == {"Suporte": [("Geral", True)], "Vendas": [("Boletos", True), ("Geral", False)]}


class TestQueues:
    async def test_show_what_waits_and_who_is_there(
        self, admin: httpx.AsyncClient, calling: Caller, uow_of_app: UnitOfWork, tenant_id: TenantId
    ) -> None:
        support = await made(admin, DEPARTMENTS, {"name": "Suporte"})
        agent = calling(Role.AGENT)
        me = (await agent.get("/api/v1/auth/me")).json()
        await admin.put(f"{DEPARTMENTS}/{support['id']}/members", json={"user_ids": [me["id"]]})
        await agent.put("/api/v1/users/me/status", json={"status": "online"})
        config, contact = a_config(), a_contact()
        conversation = a_conversation(contact, config)
        conversation.hand_to_people(department_id=DepartmentId(UUID(support["id"])), reason=None, by=BOT, now=NOW)
        async with uow_of_app(tenant_id) as tx:
            await tx.whatsapp_configs.add(config)
            await tx.contacts.add(contact)
            await tx.conversations.add(conversation)

        shown = (await agent.get(f"{DEPARTMENTS}/{support['id']}/queue")).json()

        assert shown == {
            "department_id": support["id"],
            "is_open": True,
            "waiting": 1,
            "oldest_waiting_since": "2026-08-12T12:00:00.123456Z",
            "estimated_wait_seconds": None,
            "agents_online": 1,
            "agents_available": 1,
        }
        assert (await agent.get(f"{DEPARTMENTS}/{NOWHERE}/queue")).status_code == 404

    async def test_whoever_passes_conversations_on_sees_the_departments(
        self, admin: httpx.AsyncClient, calling: Caller
    ) -> None:
        await made(admin, DEPARTMENTS, {"name": "Vendas"})
        await made(admin, DEPARTMENTS, {"name": "suporte"})

        items = (await calling(Role.AGENT).get(f"{DEPARTMENTS}/directory")).json()["items"]

        assert [(item["name"], item["is_default"], item["waiting"]) for item in items] == [
            ("suporte", False, 0),
            ("Vendas", True, 0),
        ]
        assert (await calling(Role.VIEWER).get(f"{DEPARTMENTS}/directory")).status_code == 403

    async def test_a_department_says_who_gets_what_waits_in_it(self, admin: httpx.AsyncClient) -> None:
        support = await made(admin, DEPARTMENTS, {"name": "Suporte"})
        assert (support["assignment"], support["assigns_out_of_hours"]) == ("manual", False)

        changed = await admin.put(
            f"{DEPARTMENTS}/{support['id']}", json={"assignment": "round_robin", "assigns_out_of_hours": True}
        )
        kept = await admin.put(f"{DEPARTMENTS}/{support['id']}", json={"description": "Segundo nível"})
        wrong = await admin.put(f"{DEPARTMENTS}/{support['id']}", json={"assignment": "whoever"})

        assert changed.status_code == 200
        assert (kept.json()["assignment"], kept.json()["assigns_out_of_hours"]) == ("round_robin", True)
        assert wrong.status_code == 422
