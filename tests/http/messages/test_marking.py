"""What is done with a message that is there."""

import httpx

from tests.http.calls import error_of
from tests.http.messages.conftest import Inbox

API = "/api/v1"
NOBODY = "0190f1f0-5b1c-7c3e-9a53-3f0f6a9f2a04"
TEXT = {"type": "text", "body": "Oi"}


async def _sent(admin: httpx.AsyncClient, inbox: Inbox) -> str:
    answer = await admin.post(f"{API}/messages", json={"conversation_id": await inbox.open(), "content": TEXT})
    message_id: str = answer.json()["id"]
    return message_id


async def test_only_a_received_message_is_marked_as_read(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    message_id = await _sent(admin, inbox)

    for answer in (
        await admin.patch(f"{API}/messages/{message_id}/read"),
        await admin.put(f"{API}/whatsapp/messages/{message_id}/status", json={"status": "read"}),
    ):
        assert (answer.status_code, error_of(answer).code) == (409, "MESSAGE_NOT_RECEIVED")


async def test_read_is_the_one_status_that_can_be_set(admin: httpx.AsyncClient) -> None:
    answer = await admin.put(f"{API}/whatsapp/messages/{NOBODY}/status", json={"status": "delivered"})

    assert answer.status_code == 422


async def test_only_a_message_that_failed_is_sent_again(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    answer = await admin.post(f"{API}/messages/{await _sent(admin, inbox)}/retry")

    assert (answer.status_code, error_of(answer).code) == (409, "MESSAGE_NOT_FAILED")


async def test_no_reaction_to_what_has_not_left(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    answer = await admin.post(f"{API}/messages/{await _sent(admin, inbox)}/react", json={"emoji": "👍"})

    assert (answer.status_code, error_of(answer).code) == (409, "REACTION_IMPOSSIBLE")


async def test_there_is_no_such_message(admin: httpx.AsyncClient) -> None:
    for answer in (
        await admin.patch(f"{API}/messages/{NOBODY}/read"),
        await admin.post(f"{API}/messages/{NOBODY}/retry"),
        await admin.post(f"{API}/messages/{NOBODY}/react", json={"emoji": None}),
    ):
        assert (answer.status_code, error_of(answer).code) == (404, "MESSAGE_NOT_FOUND")
