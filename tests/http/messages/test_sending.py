"""Writing to somebody by conversation, contact or phone."""

from datetime import timedelta

import httpx
import pytest

from domain.identity.permissions import Role
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.messages.conftest import Inbox

API = "/api/v1"
TEXT = {"type": "text", "body": "Seu pedido saiu."}
LINK = "https://cdn.example/boleto.pdf"


@pytest.mark.parametrize("path", ["/messages", "/whatsapp/send"])
async def test_a_message_to_a_conversation_is_queued(admin: httpx.AsyncClient, inbox: Inbox, path: str) -> None:
    conversation_id = await inbox.open()

    answer = await admin.post(f"{API}{path}", json={"conversation_id": conversation_id, "content": TEXT})

    assert answer.status_code == 202, answer.text
    sent = answer.json()
    assert (sent["conversation_id"], sent["status"], sent["sender"]) == (conversation_id, "queued", "agent")
    assert sent["content"] == TEXT


async def test_a_template_to_a_phone_begins_a_conversation(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    await inbox.know()
    body = {"phone": "(11) 97777-6666", "name": "boas_vindas", "language": "pt_BR"}

    answer = await admin.post(f"{API}/whatsapp/send-template", json=body)

    assert answer.status_code == 202, answer.text
    shown = await admin.get(f"{API}/conversations/{answer.json()['conversation_id']}")
    assert shown.json()["contact_phone"] == "5511977776666"


async def test_a_file_is_what_its_type_says(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    body = {"conversation_id": await inbox.open(), "link": LINK, "type": "document", "filename": "boleto.pdf"}

    answer = await admin.post(f"{API}/whatsapp/send-media", json=body)

    assert answer.json()["content"] == {"type": "document", "link": LINK, "filename": "boleto.pdf"}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"link": LINK}, "content.type"),
        ({}, "content.media_id"),
        ({"link": LINK, "media_id": "0190f1f0-5b1c-7c3e-9a53-3f0f6a9f2a04", "type": "image"}, "content.media_id"),
        ({"media_id": "0190f1f0-5b1c-7c3e-9a53-3f0f6a9f2a04"}, "content.media_id"),
        ({"link": LINK, "type": "audio", "caption": "a"}, "content.caption"),
        ({"link": LINK, "type": "image", "filename": "a"}, "content.filename"),
    ],
)
async def test_a_file_that_cannot_be_sent_is_named(
    admin: httpx.AsyncClient, inbox: Inbox, body: dict[str, str], field: str
) -> None:
    answer = await admin.post(f"{API}/whatsapp/send-media", json={"conversation_id": await inbox.open(), **body})

    assert answer.status_code == 422, answer.text
    assert [detail.field for detail in error_of(answer).details] == [field]


async def test_what_whatsapp_would_refuse_names_the_field_and_its_limit(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    content = {"type": "cta_url", "body": "b", "display_text": "a" * 21, "url": "https://x.example"}

    answer = await admin.post(f"{API}/messages", json={"conversation_id": await inbox.open(), "content": content})

    assert answer.status_code == 422
    [detail] = error_of(answer).details
    assert (detail.field, "20" in detail.message) == ("content.display_text", True)


async def test_a_closed_window_is_a_conflict(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    conversation_id = await inbox.open(wrote=timedelta(hours=25))

    answer = await admin.post(f"{API}/messages", json={"conversation_id": conversation_id, "content": TEXT})

    assert (answer.status_code, error_of(answer).code) == (409, "WINDOW_CLOSED")


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ({}, "RECIPIENT_UNCLEAR"),
        ({"phone": "123"}, "PHONE_INVALID"),
        ({"phone": "5511977776666", "contact_id": "0190f1f0-5b1c-7c3e-9a53-3f0f6a9f2a04"}, "RECIPIENT_UNCLEAR"),
    ],
)
async def test_the_addressee_must_be_clear(admin: httpx.AsyncClient, to: dict[str, str], code: str) -> None:
    answer = await admin.post(f"{API}/messages", json={**to, "content": TEXT})

    assert (answer.status_code, error_of(answer).code) == (422, code)


async def test_a_viewer_sends_nothing(calling: Caller, inbox: Inbox) -> None:
    answer = await calling(Role.VIEWER).post(
        f"{API}/messages", json={"conversation_id": await inbox.open(), "content": TEXT}
    )

    assert answer.status_code == 403


async def test_the_same_key_sends_once(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    body, key = {"conversation_id": await inbox.open(), "content": TEXT}, {"idempotency-key": "k1"}

    first = await admin.post(f"{API}/messages", json=body, headers=key)
    second = await admin.post(f"{API}/messages", json=body, headers=key)

    assert first.json() == second.json()
    assert second.headers["idempotent-replayed"] == "true"
