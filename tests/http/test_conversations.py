from datetime import UTC, datetime, timedelta
from uuid import UUID

import httpx
import msgspec
import pytest

from adapters.system.ids import SystemIds
from application.ports.unit_of_work import UnitOfWork
from domain.contacts.contact import Contact, Identity, IdentityKind
from domain.conversations.conversation import Conversation
from domain.identity.permissions import Role
from domain.shared.content import Text
from domain.shared.ids import ContactId, ConversationId, IdentityId, TenantId, UserId, WhatsAppConfigId
from tests.contract.repositories.stored import a_template
from tests.http.calls import config, error_of
from tests.http.conftest import Caller

CONVERSATIONS = "/api/v1/conversations"
TEXT = {"content": {"type": "text", "body": "Bom dia!"}}
NOW = datetime.now(UTC)


class Inbox:
    """Puts conversations into a tenant's inbox."""

    def __init__(self, uow: UnitOfWork, tenant_id: TenantId, config_id: WhatsAppConfigId, ids: SystemIds) -> None:
        self._uow, self._tenant_id, self._config_id, self._ids = uow, tenant_id, config_id, ids
        self._phone = 5511900000000

    async def open(self, *, wrote_at: datetime = NOW) -> str:
        self._phone += 1
        phone = str(self._phone)
        contact = Contact(id=ContactId(self._ids.new()), created_at=NOW, name="Bia", phone=phone, phone_key=phone)
        conversation = Conversation.open(
            conversation_id=ConversationId(self._ids.new()),
            contact_id=contact.id,
            whatsapp_config_id=self._config_id,
            now=NOW,
        )
        conversation.receive(Text(body="Olá"), sent_at=wrote_at, opens_window=True)
        identity = Identity(kind=IdentityKind.WA_ID, scope="", value=phone)
        async with self._uow(self._tenant_id) as tx:
            await tx.contacts.add(contact)
            await tx.contacts.add_identity(
                contact.id, identity_id=IdentityId(self._ids.new()), identity=identity, at=NOW
            )
            await tx.conversations.add(conversation)
        return str(conversation.id)

    async def know(self, template: str, text: str) -> None:
        async with self._uow(self._tenant_id) as tx:
            await tx.templates.add(a_template(self._config_id, text, name=template))


@pytest.fixture
async def inbox(admin: httpx.AsyncClient, uow_of_app: UnitOfWork, tenant_id: TenantId, ids: SystemIds) -> Inbox:
    added = (await admin.post("/api/v1/whatsapp-configs", json=config())).json()
    return Inbox(uow_of_app, tenant_id, msgspec.convert(added["id"], WhatsAppConfigId), ids)


async def test_the_inbox_shows_conversations(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    older = await inbox.open(wrote_at=NOW - timedelta(minutes=2))
    newer = await inbox.open(wrote_at=NOW)

    answer = await admin.get(CONVERSATIONS)

    assert answer.status_code == 200, answer.text
    assert [row["id"] for row in answer.json()["items"]] == [newer, older]
    first = answer.json()["items"][0]
    assert (first["last_message_preview"], first["last_message_type"]) == ("Olá", "text")
    assert first["last_message_direction"] == "inbound"
    assert (await admin.get(f"{CONVERSATIONS}/{newer}")).json() == answer.json()["items"][0]


async def test_programs_page_with_a_cursor(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    opened = {await inbox.open(wrote_at=NOW - timedelta(minutes=minute)) for minute in range(3)}

    first = (await admin.get(CONVERSATIONS, params={"limit": 2})).json()
    second = (await admin.get(CONVERSATIONS, params={"limit": 2, "cursor": first["next_cursor"]})).json()

    assert {row["id"] for row in first["items"] + second["items"]} == opened
    assert (second["page"], second["total"], second["next_cursor"]) == (None, None, None)


async def test_filters_choose(calling: Caller, inbox: Inbox, ids: SystemIds) -> None:
    me = UserId(ids.new())
    agent = calling(Role.AGENT, user=me)
    mine, nobodys = await inbox.open(), await inbox.open()
    await agent.post(f"{CONVERSATIONS}/{mine}/takeover")

    async def found(**filters: str) -> set[str]:
        answer = await agent.get(CONVERSATIONS, params=filters)
        return {row["id"] for row in answer.json()["items"]}

    assert await found(assigned_to="me") == {mine}
    assert await found(assigned_to=str(me)) == {mine}
    assert await found(assigned_to="none") == {nobodys}
    assert await found(handler="agent", status="active") == {mine}
    assert await found(unread="true") == {nobodys}
    assert await found(status="resolved") == set()
    assert await found(config=str(ids.new())) == set()


async def test_a_message_is_queued_and_shown(calling: Caller, inbox: Inbox) -> None:
    agent = calling(Role.AGENT)
    conversation = await inbox.open()

    answer = await agent.post(f"{CONVERSATIONS}/{conversation}/messages", json=TEXT)

    assert answer.status_code == 202, answer.text
    message = answer.json()
    assert (message["status"], message["direction"]) == ("queued", "outbound")
    assert message["content"] == TEXT["content"]
    [shown] = (await agent.get(f"{CONVERSATIONS}/{conversation}/messages")).json()["items"]
    assert (shown["id"], shown["content"], shown["sender"]) == (message["id"], TEXT["content"], "agent")


async def test_buttons_can_be_sent(calling: Caller, inbox: Inbox) -> None:
    agent = calling(Role.AGENT)
    conversation = await inbox.open()
    content = {"type": "button", "body": "Posso?", "buttons": [{"id": "1", "title": "Sim"}]}

    answer = await agent.post(f"{CONVERSATIONS}/{conversation}/messages", json={"content": content})

    assert answer.status_code == 202, answer.text
    [shown] = (await agent.get(f"{CONVERSATIONS}/{conversation}/messages")).json()["items"]
    assert shown["content"] == content


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ({"type": "text", "body": ""}, "body"),
        ({"type": "order"}, "content.type"),
        ({"type": "unsupported"}, "content.type"),
        ({"body": "without a type"}, "content.type"),
        ("Bom dia!", "content"),
    ],
)
async def test_what_cannot_be_sent_is_422(calling: Caller, inbox: Inbox, content: object, field: str) -> None:
    conversation = await inbox.open()

    answer = await calling(Role.AGENT).post(f"{CONVERSATIONS}/{conversation}/messages", json={"content": content})

    assert answer.status_code == 422, answer.text
    assert any(field in one for one in error_of(answer).fields), answer.text


async def test_outside_the_window_only_a_template_goes(calling: Caller, inbox: Inbox) -> None:
    agent = calling(Role.AGENT)
    conversation = await inbox.open(wrote_at=NOW - timedelta(hours=25))
    await inbox.know("retomada", "Olá {{1}}, tudo bem?")
    components = [{"type": "body", "parameters": [{"type": "text", "text": "Bia"}]}]
    template = {"content": {"type": "template", "name": "retomada", "language": "pt_BR", "components": components}}

    text = await agent.post(f"{CONVERSATIONS}/{conversation}/messages", json=TEXT)
    sent = await agent.post(f"{CONVERSATIONS}/{conversation}/messages", json=template)

    assert (text.status_code, error_of(text).code) == (409, "WINDOW_CLOSED")
    assert sent.status_code == 202, sent.text
    assert sent.json()["content"]["components"] == components


async def test_a_conversation_changes_hands(calling: Caller, inbox: Inbox, ids: SystemIds) -> None:
    me = UserId(ids.new())
    agent = calling(Role.AGENT, user=me)
    conversation = await inbox.open()

    taken = await agent.post(f"{CONVERSATIONS}/{conversation}/takeover")
    released = await agent.post(f"{CONVERSATIONS}/{conversation}/release")
    resolved = await agent.post(f"{CONVERSATIONS}/{conversation}/resolve", json={"resolution": "solved"})

    assert [answer.status_code for answer in (taken, released, resolved)] == [200, 200, 200]
    assert (taken.json()["handler"], taken.json()["assigned_to"]) == ("agent", str(me))
    assert (released.json()["handler"], released.json()["assigned_to"]) == ("bot", None)
    assert (resolved.json()["status"], resolved.json()["resolution"]) == ("resolved", "solved")


async def test_a_resolution_needs_no_word(calling: Caller, inbox: Inbox) -> None:
    conversation = await inbox.open()

    answer = await calling(Role.AGENT).post(f"{CONVERSATIONS}/{conversation}/resolve")

    assert answer.status_code == 200, answer.text
    assert answer.json()["resolution"] is None


async def test_a_resolved_conversation_stays_so(calling: Caller, inbox: Inbox) -> None:
    agent = calling(Role.AGENT)
    conversation = await inbox.open()
    await agent.post(f"{CONVERSATIONS}/{conversation}/resolve")

    answers = [
        await agent.post(f"{CONVERSATIONS}/{conversation}/takeover"),
        await agent.post(f"{CONVERSATIONS}/{conversation}/messages", json=TEXT),
    ]

    assert {answer.status_code for answer in answers} == {409}
    assert {error_of(answer).code for answer in answers} == {"CONVERSATION_RESOLVED"}


async def test_a_viewer_reads_and_touches_nothing(calling: Caller, inbox: Inbox) -> None:
    viewer = calling(Role.VIEWER)
    conversation = await inbox.open()

    read = [
        await viewer.get(CONVERSATIONS),
        await viewer.get(f"{CONVERSATIONS}/{conversation}"),
        await viewer.get(f"{CONVERSATIONS}/{conversation}/messages"),
    ]
    touched = [
        await viewer.post(f"{CONVERSATIONS}/{conversation}/messages", json=TEXT),
        await viewer.post(f"{CONVERSATIONS}/{conversation}/takeover"),
        await viewer.post(f"{CONVERSATIONS}/{conversation}/release"),
        await viewer.post(f"{CONVERSATIONS}/{conversation}/resolve"),
    ]

    assert {answer.status_code for answer in read} == {200}
    assert {error_of(answer).code for answer in touched} == {"PERMISSION_DENIED"}


async def test_another_tenants_conversation_is_404(calling: Caller, inbox: Inbox, ids: SystemIds) -> None:
    stranger = calling(Role.ADMIN, tenant=TenantId(ids.new()))
    conversation = await inbox.open()

    answers = [
        await stranger.get(f"{CONVERSATIONS}/{conversation}"),
        await stranger.get(f"{CONVERSATIONS}/{conversation}/messages"),
        await stranger.post(f"{CONVERSATIONS}/{conversation}/messages", json=TEXT),
        await stranger.post(f"{CONVERSATIONS}/{conversation}/takeover"),
        await stranger.post(f"{CONVERSATIONS}/{conversation}/resolve"),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert {error_of(answer).code for answer in answers} == {"CONVERSATION_NOT_FOUND"}
    assert (await stranger.get(CONVERSATIONS)).json()["items"] == []


@pytest.mark.parametrize("role", [Role.SUPER_ADMIN])
async def test_the_platforms_operator_has_no_inbox(calling: Caller, role: Role) -> None:
    answer = await calling(role).get(CONVERSATIONS)

    assert answer.status_code == 403


async def test_what_is_asked_for_is_shown_beside_each_and_written_down(admin: httpx.AsyncClient, inbox: Inbox) -> None:
    conversation = await inbox.open()
    await admin.post(f"{CONVERSATIONS}/{conversation}/messages", json=TEXT)

    plain, expanded = [
        (await admin.get(CONVERSATIONS, params=query)).json()["items"][0]
        for query in ({}, {"expand": "messages, contact"})
    ]

    assert not {"contact", "messages"} & plain.keys()
    assert (expanded["contact"]["name"], expanded["contact"]["id"]) == ("Bia", expanded["contact_id"])
    assert [message["content"]["body"] for message in expanded["messages"]] == ["Bom dia!"]
    entries = (await admin.get("/api/v1/audit", params={"action": "messages.read"})).json()["items"]
    assert [entry["subject_id"] for entry in entries] == [conversation]


@pytest.mark.parametrize("wanted", ["secrets", "contact,secrets", "contact,", "contact messages"])
async def test_what_cannot_be_shown_is_400(admin: httpx.AsyncClient, wanted: str) -> None:
    one = f"{CONVERSATIONS}/{UUID(int=1)}"
    for path in (CONVERSATIONS, one):
        answer = await admin.get(path, params={"expand": wanted})

        assert (answer.status_code, error_of(answer).fields) == (400, ["expand"])
