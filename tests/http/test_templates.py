"""Templates over HTTP."""

import httpx
import pytest

from domain.identity.permissions import Role
from domain.whatsapp.templates.words import TemplateStatus
from tests.http.calls import config, error_of
from tests.http.conftest import Caller
from tests.http.conversations.conftest import Inbox, inbox

__all__ = ["inbox"]

TEMPLATES = "/api/v1/whatsapp/templates"
SEND = "/api/v1/whatsapp/send-template"
UNKNOWN = "0198a000-0000-7000-8000-000000000009"


def a_template(inbox: Inbox, **changed: object) -> dict[str, object]:
    return {
        "whatsapp_config_id": str(inbox.config.id),
        "name": "pedido_saiu",
        "language": "pt_BR",
        "category": "utility",
        "components": [
            {"type": "BODY", "text": "Olá {{1}}, até já.", "example": {"body_text": [["Ana"]]}},
            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Ok"}]},
        ],
        **changed,
    }


async def test_what_meta_would_refuse_is_named_with_its_field(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    body = a_template(inbox, name="Pedido", language="xx", components=[{"type": "BODY", "text": "{{1}}"}])

    answer = await admin.post(TEMPLATES, json=body)

    assert answer.status_code == 422, answer.text
    fields = {"name", "language", "components[0].text", "components[0].example.body_text"}
    assert set(error_of(answer).fields) == fields


async def test_where_meta_is_silent_nothing_is_kept(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    added = await admin.post("/api/v1/whatsapp-configs", json=config(phone_number_id="1"))
    unreachable = a_template(inbox, whatsapp_config_id=added.json()["id"])

    answer = await admin.post(TEMPLATES, json=unreachable)

    assert (answer.status_code, error_of(answer).code) == (503, "TEMPLATE_PROVIDER_UNAVAILABLE"), answer.text
    assert (await admin.get(TEMPLATES)).json()["items"] == []


async def test_a_token_that_cannot_be_read_is_told(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    answer = await admin.post(TEMPLATES, json=a_template(inbox))

    assert (answer.status_code, error_of(answer).code) == (422, "TEMPLATE_REFUSED")
    assert error_of(answer).fields == ["provider"]


async def test_they_are_listed_filtered_and_shown(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    paused = await inbox.know(name="pausado", status=TemplateStatus.PAUSED)
    await inbox.know("Olá {{1}}!", name="outro")

    listed = await admin.get(TEMPLATES, params={"status": "paused", "q": "PAUS", "cursor": ""})
    shown = await admin.get(f"{TEMPLATES}/{paused}")

    assert [row["id"] for row in listed.json()["items"]] == [paused]
    assert shown.json() == listed.json()["items"][0]
    assert shown.headers["etag"]
    assert (await admin.get(TEMPLATES, params={"status": "x"})).status_code == 400


async def test_a_preview_shows_what_is_read_and_what_is_missing(calling: Caller, inbox: Inbox) -> None:
    template_id = await inbox.know("Olá {{1}}, até {{2}}.")

    answer = await calling(Role.AGENT).post(
        f"{TEMPLATES}/{template_id}/preview", json={"parameters": {"body": ["Ana"]}}
    )

    assert answer.status_code == 200, answer.text
    assert answer.json()["text"] == "Olá Ana, até {{2}}."
    assert answer.json()["errors"] == [{"field": "body.2", "message": "is missing"}]


async def test_agents_read_and_do_not_write(calling: Caller, inbox: Inbox) -> None:
    template_id, agent, viewer = await inbox.know(), calling(Role.AGENT), calling(Role.VIEWER)

    assert (await agent.get(f"{TEMPLATES}/{template_id}")).status_code == 200
    assert (await viewer.get(f"{TEMPLATES}/{template_id}")).status_code == 403
    for answer in (
        await agent.post(TEMPLATES, json=a_template(inbox)),
        await agent.delete(f"{TEMPLATES}/{template_id}"),
        await agent.post(f"{TEMPLATES}/sync", json={"whatsapp_config_id": str(inbox.config.id)}),
    ):
        assert answer.status_code == 403


async def test_a_reading_is_ordered_and_followed(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    which = {"whatsapp_config_id": str(inbox.config.id)}

    never = await admin.get(f"{TEMPLATES}/sync", params=which)
    ordered = await admin.post(f"{TEMPLATES}/sync", json=which)
    shown = await admin.get(f"{TEMPLATES}/sync", params=which)

    assert (never.status_code, error_of(never).code) == (404, "TEMPLATES_NEVER_READ")
    assert (ordered.status_code, ordered.json()["state"]) == (202, "queued")
    assert shown.json() == ordered.json()


@pytest.mark.parametrize(
    ("changed", "body", "code"),
    [
        ({"status": TemplateStatus.PENDING}, {"category": "marketing"}, "TEMPLATE_NOT_EDITABLE"),
        ({}, {"category": "marketing"}, "TEMPLATE_NOT_EDITABLE"),
        ({}, {}, "VALIDATION_ERROR"),
        ({}, {"components": []}, "VALIDATION_ERROR"),
    ],
)
async def test_a_change_that_meta_would_refuse_is_refused_here(
    admin: httpx.AsyncClient, inbox: Inbox, changed: dict[str, object], body: dict[str, object], code: str
) -> None:
    template_id = await inbox.know(**changed)

    answer = await admin.put(f"{TEMPLATES}/{template_id}", json=body)

    assert error_of(answer).code == code


async def test_a_disabled_one_is_not_deleted(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    template_id = await inbox.know(status=TemplateStatus.DISABLED)

    answer = await admin.delete(f"{TEMPLATES}/{template_id}")

    assert (answer.status_code, error_of(answer).code) == (409, "TEMPLATE_NOT_DELETABLE")
    assert (await admin.delete(f"{TEMPLATES}/{UNKNOWN}")).status_code == 404


async def test_a_template_is_sent_with_plain_parameters(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    conversation_id = await inbox.open()
    await inbox.know("Olá {{1}}, até já.")
    body = {"conversation_id": conversation_id, "name": "boas_vindas", "language": "pt_BR"}

    sent = await admin.post(SEND, json={**body, "parameters": {"body": ["Bia"]}})
    wrong = await admin.post(SEND, json={**body, "parameters": {"body": ["Bia", "x"]}})

    assert sent.status_code == 202, sent.text
    assert sent.json()["content"]["preview"] == "Olá Bia, até já."
    assert (wrong.status_code, error_of(wrong).fields) == (422, ["content.body"])


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (TemplateStatus.PENDING, "TEMPLATE_PENDING"),
        (TemplateStatus.REJECTED, "TEMPLATE_REJECTED"),
        (TemplateStatus.PAUSED, "TEMPLATE_PAUSED"),
        (TemplateStatus.DISABLED, "TEMPLATE_DISABLED"),
        (TemplateStatus.DELETED, "TEMPLATE_GONE"),
    ],
)
async def test_why_one_cannot_be_sent_is_told(
    admin: httpx.AsyncClient, inbox: Inbox, status: TemplateStatus, code: str
) -> None:
    await inbox.know(status=status)
    body = {"conversation_id": await inbox.open(), "name": "boas_vindas", "language": "pt_BR"}

    answer = await admin.post(SEND, json=body)

    assert (answer.status_code, error_of(answer).code) == (409, code)
