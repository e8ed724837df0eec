"""Messages that are sent at a time, and what is said often."""

from datetime import UTC, datetime, timedelta

import httpx

from domain.identity.permissions import Role
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.messages.conftest import Inbox

API = "/api/v1"
SCHEDULED, CANNED = f"{API}/messages/scheduled", f"{API}/canned-responses"
TEXT = {"type": "text", "body": "Olá, {{ contact.name }}!"}


async def _schedule(client: httpx.AsyncClient, inbox: Inbox) -> str:
    send_at = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    body = {"conversation_id": await inbox.open(), "content": TEXT, "send_at": send_at}
    answer = await client.post(SCHEDULED, json=body)
    assert answer.status_code == 201, answer.text
    scheduled_id: str = answer.json()["id"]
    return scheduled_id


async def test_a_scheduled_message_is_kept_shown_and_cancelled(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    scheduled_id = await _schedule(admin, inbox)

    listed = await admin.get(SCHEDULED, params={"state": "scheduled"})
    cancelled = await admin.delete(f"{SCHEDULED}/{scheduled_id}")
    shown = await admin.get(f"{SCHEDULED}/{scheduled_id}")
    again = await admin.delete(f"{SCHEDULED}/{scheduled_id}")

    assert [row["id"] for row in listed.json()["items"]] == [scheduled_id]
    assert (cancelled.status_code, shown.json()["state"]) == (204, "cancelled")
    assert (again.status_code, error_of(again).code) == (409, "SCHEDULED_MESSAGE_OVER")


async def test_an_agent_sees_their_own(admin: httpx.AsyncClient, calling: Caller, inbox: Inbox) -> None:
    scheduled_id = await _schedule(admin, inbox)
    agent = calling(Role.AGENT)
    own = await _schedule(agent, inbox)

    listed = await agent.get(SCHEDULED)

    assert [row["id"] for row in listed.json()["items"]] == [own]
    assert (await agent.get(f"{SCHEDULED}/{scheduled_id}")).status_code == 404


async def test_a_time_zone_that_is_none_is_named(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    body = {"conversation_id": await inbox.open(), "content": TEXT, "send_at": "2030-01-01T10:00:00", "time_zone": "X"}

    answer = await admin.post(SCHEDULED, json=body)

    assert answer.status_code == 422
    assert [detail.field for detail in error_of(answer).details] == ["time_zone"]


async def test_a_canned_response_lives_and_ends(admin: httpx.AsyncClient) -> None:
    added = await admin.post(CANNED, json={"shortcut": "/Olá", "title": "Saudação", "content": TEXT})
    where = f"{CANNED}/{added.json()['id']}"

    taken = await admin.post(CANNED, json={"shortcut": "ola", "title": "Outra", "content": TEXT})
    changed = await admin.put(where, json={"title": "Oi"}, headers={"if-match": added.headers["etag"]})
    stale = await admin.put(where, json={"title": "Ei"}, headers={"if-match": added.headers["etag"]})
    listed = await admin.get(CANNED, params={"q": "contact"})
    ended = await admin.delete(where)

    assert (added.status_code, added.json()["shortcut"]) == (201, "ola")
    assert (taken.status_code, error_of(taken).code) == (409, "SHORTCUT_TAKEN")
    assert (changed.json()["title"], changed.json()["shortcut"]) == ("Oi", "ola")
    assert (stale.status_code, error_of(stale).code) == (409, "VERSION_CONFLICT")
    assert [row["title"] for row in listed.json()["items"]] == ["Oi"]
    assert (ended.status_code, (await admin.get(where)).status_code) == (204, 404)


async def test_a_canned_response_is_filled_in_for_a_conversation(
    admin: httpx.AsyncClient, calling: Caller, inbox: Inbox
) -> None:
    added = await admin.post(CANNED, json={"shortcut": "ola", "title": "Saudação", "content": TEXT})
    body = {"conversation_id": await inbox.open()}

    rendered = await calling(Role.AGENT).post(f"{CANNED}/{added.json()['id']}/render", json=body)
    refused = await calling(Role.AGENT).post(CANNED, json={"shortcut": "x", "title": "X", "content": TEXT})

    assert rendered.json() == {"content": {"type": "text", "body": "Olá, Bia Souza!"}, "warnings": []}
    assert refused.status_code == 403
