"""Who has a conversation: every change of hands, by HTTP."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID

import httpx
import pytest

from domain.identity.permissions import Role
from domain.shared.ids import ConversationId, UserId
from domain.support.bot_texts import BotTextKey
from tests.contract.repositories.stored import new_id
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.conversations.conftest import HOUR, Inbox

CONVERSATIONS = "/api/v1/conversations"


async def _do(client: httpx.AsyncClient, conversation: str, what: str, **body: object) -> httpx.Response:
    return await client.post(f"{CONVERSATIONS}/{conversation}/{what}", json=body or None)


async def _list(client: httpx.AsyncClient, conversation: str, what: str) -> list[dict[str, object]]:
    answer = await client.get(f"{CONVERSATIONS}/{conversation}/{what}")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, object]] = answer.json()["items"]
    return items


async def test_a_change_of_hands_is_in_the_story(calling: Caller, inbox: Inbox) -> None:
    me = UserId(new_id())
    agent, conversation = calling(Role.AGENT, user=me), await inbox.open()

    taken = await _do(agent, conversation, "takeover")
    await _do(agent, conversation, "release")

    assert (taken.status_code, taken.json()["assigned_to"]) == (200, str(me))
    story = [
        (entry["kind"], entry["actor"], entry["user_id"]) for entry in await _list(agent, conversation, "timeline")
    ]
    assert story == [("released", "user", str(me)), ("taken_over", "user", str(me)), ("opened", "contact", None)]
    transfers = await _list(agent, conversation, "transfers")
    assert [(one["from_user"], one["to_user"], one["to_bot"]) for one in transfers] == [
        (str(me), None, True),
        (None, str(me), False),
    ]


async def test_of_two_who_take_it_at_once_one_gets_it(calling: Caller, inbox: Inbox) -> None:
    conversation = await inbox.open()
    agents = [calling(Role.AGENT) for _ in range(2)]

    answers = await asyncio.gather(*(_do(agent, conversation, "takeover") for agent in agents))

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert len(await _list(calling(Role.ADMIN), conversation, "transfers")) == 1


async def test_what_another_agent_has_is_not_taken_but_by_a_supervisor(calling: Caller, inbox: Inbox) -> None:
    holder = UserId(new_id())
    conversation = await inbox.open()
    await _do(calling(Role.AGENT, user=holder), conversation, "takeover")

    refused = await _do(calling(Role.AGENT), conversation, "takeover")
    taken = await _do(calling(Role.SUPERVISOR), conversation, "takeover")

    assert (refused.status_code, error_of(refused).code) == (409, "CONVERSATION_TAKEN")
    assert str(holder) in refused.text
    assert taken.status_code == 200, taken.text


async def test_what_is_in_anothers_department_is_not_there(calling: Caller, inbox: Inbox) -> None:
    department = await inbox.a_department()
    conversation = await inbox.open(department_id=department)
    stranger = calling(Role.AGENT)

    answers = [
        await _do(stranger, conversation, what, **body)
        for what, body in (
            ("takeover", {}),
            ("release", {}),
            ("resolve", {}),
            ("assign", {"user_id": str(new_id())}),
            ("transfer", {"to_bot": True}),
            ("snooze", {}),
            ("read", {}),
            ("notes", {"body": "oi"}),
            ("typing", {"on": True}),
        )
    ]
    answers += [
        await stranger.get(f"{CONVERSATIONS}/{conversation}/{what}")
        for what in ("timeline", "transfers", "notes", "draft")
    ]
    answers.append(await stranger.patch(f"{CONVERSATIONS}/{conversation}", json={"priority": "high"}))
    answers.append(await stranger.put(f"{CONVERSATIONS}/{conversation}/tags", json={"tag_ids": []}))
    answers.append(await stranger.put(f"{CONVERSATIONS}/{conversation}/draft", json={"body": "oi"}))

    assert {(answer.status_code, error_of(answer).code) for answer in answers} == {(404, "CONVERSATION_NOT_FOUND")}


async def test_it_is_assigned_to_whoever_may_answer(calling: Caller, inbox: Inbox) -> None:
    agent, conversation = calling(Role.AGENT), await inbox.open()
    colleague, viewer = await inbox.a_person(), await inbox.a_person(Role.VIEWER)

    assigned = await _do(agent, conversation, "assign", user_id=colleague)
    refused = [await _do(calling(), conversation, "assign", user_id=one) for one in (viewer, str(new_id()))]

    assert (assigned.status_code, assigned.json()["assigned_to"]) == (200, colleague), assigned.text
    assert {(answer.status_code, error_of(answer).code) for answer in refused} == {(422, "ASSIGNEE_UNFIT")}


async def test_what_is_passed_to_a_department_waits_there_out_of_sight(calling: Caller, inbox: Inbox) -> None:
    agent, conversation, department = calling(Role.AGENT), await inbox.open(), await inbox.a_department()
    await _do(agent, conversation, "takeover")

    passed = await _do(agent, conversation, "transfer", department_id=department, reason="fatura")

    assert passed.status_code == 200, passed.text
    assert (passed.json()["status"], passed.json()["department_id"]) == ("waiting", department)
    assert (await agent.get(f"{CONVERSATIONS}/{conversation}")).status_code == 404
    [latest, *_] = await _list(calling(), conversation, "transfers")
    assert (latest["to_department"], latest["reason"]) == (department, "fatura")


async def test_it_is_passed_to_a_person_and_to_the_bot(calling: Caller, inbox: Inbox) -> None:
    admin, conversation, colleague = calling(), await inbox.open(), await inbox.a_person()

    to_person = await _do(admin, conversation, "transfer", user_id=colleague)
    to_bot = await _do(admin, conversation, "transfer", to_bot=True)

    assert to_person.json()["assigned_to"] == colleague
    assert (to_bot.json()["handler"], to_bot.json()["assigned_to"]) == ("bot", None)


@pytest.mark.parametrize("target", [{}, {"to_bot": True, "user_id": str(new_id())}])
async def test_it_is_passed_to_exactly_one(calling: Caller, inbox: Inbox, target: dict[str, object]) -> None:
    answer = await calling().post(f"{CONVERSATIONS}/{await inbox.open()}/transfer", json=target)

    assert (answer.status_code, error_of(answer).fields) == (422, ["user_id"])


async def test_what_is_over_is_archived_and_reopened(calling: Caller, inbox: Inbox) -> None:
    me = UserId(new_id())
    agent, conversation = calling(Role.AGENT, user=me), await inbox.open()

    too_early = await _do(agent, conversation, "archive")
    closed = await _do(agent, conversation, "close", resolution="solved")
    archived = await _do(agent, conversation, "archive")
    reopened = await _do(agent, conversation, "reopen")

    assert (too_early.status_code, error_of(too_early).code) == (409, "CONVERSATION_OPEN")
    assert (closed.json()["status"], closed.json()["resolved_by"]) == ("resolved", str(me))
    assert archived.json()["status"] == "archived"
    assert (reopened.json()["status"], reopened.json()["assigned_to"]) == ("active", str(me))


async def test_it_is_not_reopened_beside_an_open_one(calling: Caller, inbox: Inbox) -> None:
    admin, conversation = calling(), await inbox.open()
    await _do(admin, conversation, "resolve")
    old = await inbox.load(conversation)
    body = {"contact_id": str(old.contact_id), "whatsapp_config_id": str(inbox.config.id)}
    assert (await admin.post(CONVERSATIONS, json=body)).status_code == 201

    answer = await _do(admin, conversation, "reopen")

    assert (answer.status_code, error_of(answer).code) == (409, "CONVERSATION_OPEN")


async def _switch_on(inbox: Inbox, key: BotTextKey, text: str) -> None:
    async with inbox.uow(inbox.tenant_id) as tx:
        said = await tx.bot_texts.find(key)
        said.is_enabled = True
        said.write("pt-BR", text)
        await tx.bot_texts.save(said)


async def test_the_customer_is_told_where_it_is_switched_on(calling: Caller, inbox: Inbox) -> None:
    await _switch_on(inbox, BotTextKey.ASSIGNED, "{{ contact.first_name }}, {{ agent.name }} da {{ company.name }}.")
    agent, conversation = calling(Role.AGENT), await inbox.open()

    await _do(agent, conversation, "takeover")
    await _do(agent, conversation, "takeover")

    [message] = await _list(agent, conversation, "messages")
    assert (message["sender"], message["status"]) == ("system", "queued")
    assert message["content"] == {"type": "text", "body": "Bia, Ana da Padaria Aurora."}
    assert [entry["kind"] for entry in await _list(agent, conversation, "timeline")][:2] == [
        "customer_told",
        "taken_over",
    ]


async def test_a_blocked_contact_is_told_nothing(calling: Caller, inbox: Inbox) -> None:
    await _switch_on(inbox, BotTextKey.CLOSING, "Tchau!")
    admin, conversation = calling(), await inbox.open()
    async with inbox.uow(inbox.tenant_id) as tx:
        contact = await tx.contacts.get((await tx.conversations.get(ConversationId(UUID(conversation)))).contact_id)
        contact.blocked_at = datetime.now(UTC)
        await tx.contacts.save(contact)

    resolved = await _do(admin, conversation, "resolve")

    assert resolved.status_code == 200, resolved.text
    assert await _list(admin, conversation, "messages") == []


async def test_the_customer_is_told_nothing_when_the_window_is_closed_or_it_is_off(
    calling: Caller, inbox: Inbox
) -> None:
    await _switch_on(inbox, BotTextKey.CLOSING, "Tchau!")
    admin = calling()
    late, taken = await inbox.open(wrote=25 * HOUR), await inbox.open()

    await _do(admin, late, "resolve")
    await _do(admin, taken, "takeover")

    assert await _list(admin, late, "messages") == []
    assert await _list(admin, taken, "messages") == []
