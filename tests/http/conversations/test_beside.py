"""What is kept beside a conversation: notes, tags, drafts; and who is writing; by HTTP."""

import json

import httpx
import pytest

from adapters.postgres.database import Database
from domain.contacts.tag import Tag
from domain.identity.permissions import Role
from domain.shared.ids import TagId, UserId
from tests.contract.repositories.stored import NOW, new_id
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.conversations.conftest import Inbox

CONVERSATIONS = "/api/v1/conversations"


async def _kinds(client: httpx.AsyncClient, conversation: str) -> list[str]:
    items = (await client.get(f"{CONVERSATIONS}/{conversation}/timeline")).json()["items"]
    return [entry["kind"] for entry in items]


async def _notices(database: Database, inbox: Inbox) -> list[dict[str, object]]:
    async with database.connection() as connection:
        rows = await connection.fetch(
            "SELECT data FROM platform.events WHERE tenant_id = $1 AND type = 'notification'", inbox.tenant_id
        )
    return [json.loads(bytes(row["data"])) for row in rows]


async def test_a_note_reaches_whom_it_mentions(calling: Caller, inbox: Inbox, platform_database: Database) -> None:
    me = UserId(new_id())
    agent, conversation, colleague = calling(Role.AGENT, user=me), await inbox.open(), await inbox.a_person()
    place = f"{CONVERSATIONS}/{conversation}/notes"

    added = await agent.post(place, json={"body": " Prometi até sexta ", "mentions": [colleague, str(me)]})

    assert added.status_code == 201, added.text
    assert (added.json()["body"], added.json()["user_id"]) == ("Prometi até sexta", str(me))
    assert (await agent.get(place)).json()["items"] == [added.json()]
    [notice] = await _notices(platform_database, inbox)
    assert (notice["kind"], notice["user_ids"], notice["conversation_id"]) == ("mention", [colleague], conversation)
    assert "sexta" not in str(notice)
    assert (await _kinds(agent, conversation))[0] == "noted"


async def test_only_who_may_see_it_is_mentioned(calling: Caller, inbox: Inbox) -> None:
    member, stranger, viewer = [await inbox.a_person(role) for role in (Role.AGENT, Role.AGENT, Role.VIEWER)]
    conversation = await inbox.open(department_id=await inbox.a_department(members=(member,)))
    place = f"{CONVERSATIONS}/{conversation}/notes"

    answers = [
        await calling().post(place, json={"body": "oi", "mentions": [one]})
        for one in (member, viewer, stranger, str(new_id()))
    ]

    assert [answer.status_code for answer in answers] == [201, 201, 422, 422]
    assert error_of(answers[2]).fields == ["mentions[0]"]


@pytest.mark.parametrize("body", ["", "   ", "x" * 4_001])
async def test_a_note_says_something(calling: Caller, inbox: Inbox, body: str) -> None:
    answer = await calling().post(f"{CONVERSATIONS}/{await inbox.open()}/notes", json={"body": body})

    assert answer.status_code == 422, answer.text


async def _tags(inbox: Inbox, *names: str) -> list[str]:
    made = [Tag(id=TagId(new_id()), name=name, color="#dc2626", created_at=NOW) for name in names]
    async with inbox.uow(inbox.tenant_id) as tx:
        for tag in made:
            await tx.tags.add(tag)
    return [str(tag.id) for tag in made]


async def test_tags_are_replaced(calling: Caller, inbox: Inbox) -> None:
    admin, conversation = calling(), await inbox.open()
    vip, new = await _tags(inbox, "VIP", "Novo")
    place = f"{CONVERSATIONS}/{conversation}/tags"
    await admin.put(place, json={"tag_ids": [vip]})

    answer = await admin.put(place, json={"tag_ids": [new, new]})

    assert answer.status_code == 200, answer.text
    assert [tag["name"] for tag in answer.json()["tags"]] == ["Novo"]
    assert (await _kinds(admin, conversation))[:3] == ["untagged", "tagged", "tagged"]


async def test_an_unknown_tag_is_refused(calling: Caller, inbox: Inbox) -> None:
    answer = await calling().put(f"{CONVERSATIONS}/{await inbox.open()}/tags", json={"tag_ids": [str(new_id())]})

    assert (answer.status_code, error_of(answer).fields) == (422, ["tag_ids"])


async def test_a_draft_is_ones_own_until_it_is_sent(calling: Caller, inbox: Inbox) -> None:
    one, other, conversation = calling(Role.AGENT), calling(Role.AGENT), await inbox.open()
    place = f"{CONVERSATIONS}/{conversation}/draft"

    kept = await one.put(place, json={"body": "Bia, a segunda via"})
    others = await other.get(place)
    again = await one.get(place)
    sent = await one.post(
        f"{CONVERSATIONS}/{conversation}/messages", json={"content": {"type": "text", "body": "Bia, aqui está"}}
    )
    left = await one.get(place)

    assert (kept.status_code, again.json()["body"]) == (200, "Bia, a segunda via"), kept.text
    assert (others.json()["body"], sent.status_code, left.json()["body"]) == ("", 202, "")


async def test_an_empty_draft_is_forgotten(calling: Caller, inbox: Inbox) -> None:
    agent, place = calling(Role.AGENT), f"{CONVERSATIONS}/{await inbox.open()}/draft"
    await agent.put(place, json={"body": "oi"})

    emptied = await agent.put(place, json={"body": ""})

    assert (emptied.status_code, (await agent.get(place)).json()["body"]) == (200, "")


async def test_writing_is_shown(calling: Caller, inbox: Inbox) -> None:
    agent, place = calling(Role.AGENT), f"{CONVERSATIONS}/{await inbox.open()}/typing"

    answers = [await agent.post(place), await agent.post(place, json={"on": False})]

    assert [answer.status_code for answer in answers] == [204, 204]
