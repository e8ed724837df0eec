"""Conversations that people begin, and many changed at once, by HTTP."""

from datetime import UTC, datetime

import httpx
import pytest

from domain.contacts.tag import Tag
from domain.conversations.conversation import ConversationStatus, Priority
from domain.identity.permissions import Role
from domain.shared.ids import TagId, UserId
from tests.contract.repositories.stored import NOW, a_contact, new_id
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.conversations.conftest import HOUR, Inbox

CONVERSATIONS = "/api/v1/conversations"
BULK = f"{CONVERSATIONS}/bulk"
TEXT = {"type": "text", "body": "Bom dia!"}


async def _with_a_contact(inbox: Inbox, **fields: object) -> dict[str, object]:
    contact = a_contact(name="Bia", phone="5511912345678", phone_key="5511912345678")
    async with inbox.uow(inbox.tenant_id) as tx:
        await tx.contacts.add(contact)
    return {"contact_id": str(contact.id), "whatsapp_config_id": str(inbox.config.id), **fields}


async def _begin(client: httpx.AsyncClient, body: dict[str, object]) -> httpx.Response:
    return await client.post(CONVERSATIONS, json=body)


async def test_whoever_begins_it_has_it(calling: Caller, inbox: Inbox) -> None:
    me = UserId(new_id())

    answer = await _begin(calling(Role.AGENT, user=me), await _with_a_contact(inbox))

    assert answer.status_code == 201, answer.text
    assert (answer.json()["status"], answer.json()["assigned_to"]) == ("active", str(me))


async def test_it_is_begun_for_a_person_or_a_department(calling: Caller, inbox: Inbox) -> None:
    colleague, department = await inbox.a_person(), await inbox.a_department()
    admin, body = calling(), await _with_a_contact(inbox)

    for_person = await _begin(admin, {**body, "assigned_to": colleague})
    await admin.post(f"{CONVERSATIONS}/{for_person.json()['id']}/resolve")
    for_team = await _begin(admin, {**body, "department_id": department})

    assert for_person.json()["assigned_to"] == colleague
    assert (for_team.json()["status"], for_team.json()["department_id"]) == ("waiting", department)


async def test_where_one_is_open_it_is_named(calling: Caller, inbox: Inbox) -> None:
    admin, body = calling(), await _with_a_contact(inbox)
    first = await _begin(admin, body)

    second = await _begin(admin, body)

    assert (second.status_code, error_of(second).code) == (409, "CONVERSATION_OPEN")
    assert first.json()["id"] in second.text


async def test_a_first_message_waits_for_the_window(calling: Caller, inbox: Inbox) -> None:
    answer = await _begin(calling(), await _with_a_contact(inbox, content=TEXT))

    assert (answer.status_code, error_of(answer).code) == (409, "WINDOW_CLOSED")


async def test_the_window_is_as_open_as_the_last_conversation_left_it(calling: Caller, inbox: Inbox) -> None:
    admin, earlier = calling(), await inbox.open(wrote=HOUR)
    await admin.post(f"{CONVERSATIONS}/{earlier}/resolve")
    contact = str((await inbox.load(earlier)).contact_id)

    answer = await _begin(admin, {"contact_id": contact, "whatsapp_config_id": str(inbox.config.id), "content": TEXT})

    assert answer.status_code == 201, answer.text
    assert answer.json()["last_message_preview"] == "Bom dia!"


async def test_what_is_wrong_is_named(calling: Caller, inbox: Inbox) -> None:
    admin, body = calling(), await _with_a_contact(inbox)

    answers = [
        await _begin(admin, {**body, **wrong})
        for wrong in (
            {"contact_id": str(new_id())},
            {"whatsapp_config_id": str(new_id())},
            {"assigned_to": str(new_id())},
            {"department_id": str(new_id())},
        )
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 422, 422]


async def test_each_of_many_is_done_for_itself(calling: Caller, inbox: Inbox) -> None:
    one, over, nothing = await inbox.open(), await inbox.open(), str(new_id())
    supervisor = calling(Role.SUPERVISOR)
    await supervisor.post(f"{CONVERSATIONS}/{over}/resolve")

    answer = await supervisor.post(
        BULK, json={"conversation_ids": [one, over, nothing, one], "action": "resolve", "resolution": "spam"}
    )

    assert answer.status_code == 200, answer.text
    assert (answer.json()["done"], answer.json()["failed"]) == (1, 2)
    assert [(outcome["conversation_id"], outcome["error"]) for outcome in answer.json()["outcomes"]] == [
        (one, None),
        (over, "CONVERSATION_RESOLVED"),
        (nothing, "CONVERSATION_NOT_FOUND"),
    ]
    assert (await inbox.load(one)).resolution == "spam"


async def test_many_are_assigned_pressed_and_put_away(calling: Caller, inbox: Inbox) -> None:
    admin, colleague = calling(), await inbox.a_person()
    ids = [await inbox.open(), await inbox.open()]

    answers = [
        await admin.post(BULK, json={"conversation_ids": ids, **what})
        for what in (
            {"action": "assign", "user_id": colleague},
            {"action": "set_priority", "priority": "urgent"},
            {"action": "resolve"},
            {"action": "archive"},
        )
    ]

    assert [answer.json()["done"] for answer in answers] == [2, 2, 2, 2]
    done = [await inbox.load(one) for one in ids]
    assert {(str(one.assigned_to), one.priority, one.status) for one in done} == {
        (colleague, Priority.URGENT, ConversationStatus.ARCHIVED)
    }


async def test_many_are_tagged_and_untagged(calling: Caller, inbox: Inbox) -> None:
    tag = Tag(id=TagId(new_id()), name="VIP", color="#dc2626", created_at=NOW)
    async with inbox.uow(inbox.tenant_id) as tx:
        await tx.tags.add(tag)
    admin, ids = calling(), [await inbox.open(), await inbox.open()]
    body = {"conversation_ids": ids, "tag_ids": [str(tag.id)]}

    tagged = await admin.post(BULK, json={**body, "action": "tag"})
    shown = (await admin.get(f"{CONVERSATIONS}/{ids[0]}")).json()["tag_ids"]
    untagged = await admin.post(BULK, json={**body, "action": "untag"})
    left = (await admin.get(f"{CONVERSATIONS}/{ids[0]}")).json()["tag_ids"]

    assert (tagged.json()["done"], untagged.json()["done"]) == (2, 2)
    assert (shown, left) == ([str(tag.id)], [])


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"action": "assign"}, "user_id"),
        ({"action": "tag"}, "tag_ids"),
        ({"action": "untag", "tag_ids": []}, "tag_ids"),
        ({"action": "set_priority"}, "priority"),
        ({"action": "delete"}, "action"),
        ({"action": "resolve", "conversation_ids": []}, "conversation_ids"),
        ({"action": "resolve", "conversation_ids": [str(new_id()) for _ in range(201)]}, "conversation_ids"),
    ],
)
async def test_it_is_said_what_to_do(calling: Caller, body: dict[str, object], field: str) -> None:
    answer = await calling().post(BULK, json={"conversation_ids": [str(new_id())], **body})

    assert answer.status_code == 422, answer.text
    assert field in answer.text


async def test_an_agent_changes_one_at_a_time(calling: Caller) -> None:
    answer = await calling(Role.AGENT).post(BULK, json={"conversation_ids": [str(new_id())], "action": "resolve"})

    assert (answer.status_code, error_of(answer).code) == (403, "PERMISSION_DENIED")


async def test_a_blocked_contact_is_not_written_to(calling: Caller, inbox: Inbox) -> None:
    admin, earlier = calling(), await inbox.open()
    await admin.post(f"{CONVERSATIONS}/{earlier}/resolve")
    contact_id = (await inbox.load(earlier)).contact_id
    async with inbox.uow(inbox.tenant_id) as tx:
        contact = await tx.contacts.get(contact_id)
        contact.blocked_at = datetime.now(UTC)
        await tx.contacts.save(contact)

    answer = await _begin(
        admin, {"contact_id": str(contact_id), "whatsapp_config_id": str(inbox.config.id), "content": TEXT}
    )

    assert (answer.status_code, error_of(answer).code) == (409, "CONTACT_BLOCKED")
