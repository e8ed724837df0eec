"""Something is sent to a conversation, a contact or a phone; what is not there is begun."""

import asyncio
from datetime import timedelta

import msgspec
import pytest

from application.conversations.resolve_conversation import ResolveConversation
from application.messages.addressing import Address
from application.messages.say import Words
from application.messages.send_message import SendMessage, SendMessageHandler
from application.messages.send_to import SendTo, SendToHandler
from application.shared.actor import Actor
from domain.contacts.errors import ContactBlockedError
from domain.conversations.errors import WindowClosedError
from domain.conversations.message import Message
from domain.identity.permissions import Permission
from domain.messages.errors import (
    ContactOptedOutError,
    ConversationHeldError,
    NumberNotChosenError,
    PhoneInvalidError,
    SendToOneError,
)
from domain.shared.content import Template, Text
from domain.shared.ids import ApiKeyId, ContactId, ConversationId
from tests.integration.spine import wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
HELLO = Text(body="Seu pedido saiu.")
WELCOME = Template(name="boas_vindas", language="pt_BR")
A_DAY = timedelta(hours=24)

_ADD_TEMPLATE = """
INSERT INTO templates (tenant_id, id, whatsapp_config_id, name, language, category, status, components,
  parameter_format, quality, version, created_at, updated_at)
VALUES ($1, gen_random_uuid(), $2, $3, 'pt_BR', $4, $5, '[]', 'positional', 'unknown', 0, now(), now())
"""
_OPT_OUT = """
INSERT INTO consents (tenant_id, id, contact_id, purpose, channel, granted, legal_basis, source, proof, at)
SELECT tenant_id, gen_random_uuid(), id, 'marketing', 'whatsapp', false, 'consent', 'test', '{}', now() FROM contacts
"""


async def _send(spine: Spine, content: Text | Template = HELLO, *, actor: Actor | None = None, **to: object) -> Message:
    send = await spine.container.get(SendToHandler)
    command = SendTo(address=Address(**to), words=Words(content=content))  # type: ignore[arg-type]  # as the test says
    sent: Message = await send(actor or await spine.agent(), command)
    return sent


async def _agent_who_sees_little(spine: Spine) -> Actor:
    few = frozenset(Permission) - {Permission.CONVERSATIONS_READ_ALL}
    return msgspec.structs.replace(await spine.agent(), permissions=few)


def _program(actor: Actor) -> Actor:
    return msgspec.structs.replace(actor, session_id=None, api_key_id=ApiKeyId(actor.user_id))


async def _add_template(spine: Spine, name: str, *, category: str = "UTILITY", status: str = "APPROVED") -> None:
    await spine.rows(_ADD_TEMPLATE, spine.tenant_id, spine.config_id, name, category, status)


async def test_phone_of_a_stranger_becomes_a_contact_with_a_conversation(spine: Spine) -> None:
    await spine.read_templates()
    await _send(spine, WELCOME, phone="(11) 98888-7777")
    await spine.drain()

    assert await spine.column("SELECT phone FROM contacts") == [PHONE]
    assert [(row.to, row.type) for row in spine.sent()] == [(PHONE, "template")]
    assert await spine.column("SELECT handler FROM conversations") == ["agent"]


async def test_every_spelling_of_a_phone_is_one_contact(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()

    for spelling in ("551188887777", "+55 11 8888-7777", "11 98888-7777", "5511988887777"):
        sent = await _send(spine, phone=spelling)
        assert sent.conversation_id == await spine.conversation_id()

    assert await spine.one("SELECT count(*) FROM contacts") == 1


async def test_answer_of_the_stranger_comes_into_the_same_conversation(spine: Spine) -> None:
    await spine.read_templates()
    sent = await _send(spine, WELCOME, phone=PHONE)
    await spine.says("551188887777", "quem fala?")
    await spine.drain()

    assert sent.conversation_id == await spine.conversation_id()
    assert await spine.one("SELECT count(*) FROM contacts") == 1


async def test_two_sends_to_a_stranger_at_once_make_one_contact(spine: Spine) -> None:
    await spine.read_templates()
    await asyncio.gather(*(_send(spine, WELCOME, phone=PHONE) for _ in range(4)))

    assert await spine.one("SELECT count(*) FROM contacts") == 1
    assert await spine.one("SELECT count(*) FROM conversations") == 1
    assert await spine.one("SELECT count(*) FROM messages") == 4


async def test_resolved_conversation_is_followed_by_one_with_the_same_window(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()
    resolve = await spine.container.get(ResolveConversation)
    await resolve(await spine.agent(), ConversationId(await spine.conversation_id()), resolution=None)

    contact_id = ContactId(await spine.one("SELECT id FROM contacts"))  # type: ignore[arg-type]  # a uuid
    await _send(spine, contact_id=contact_id)
    await spine.drain()

    assert await spine.one("SELECT count(*) FROM conversations") == 2
    assert [row.type for row in spine.sent()] == ["text"]


async def test_closed_window_names_the_templates_that_could_be_sent(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()
    await _add_template(spine, "promocao", category="MARKETING")
    await _add_template(spine, "lembrete")
    await _add_template(spine, "recusado", status="REJECTED")
    await spine.advance(A_DAY)

    with pytest.raises(WindowClosedError) as closed:
        await _send(spine, phone=PHONE)

    assert [detail.text for detail in closed.value.details] == ["lembrete (pt_BR)", "promocao (pt_BR)"]


async def test_marketing_to_somebody_who_said_no_is_refused_and_a_notice_is_not(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()
    await _add_template(spine, "boas_vindas")
    await _add_template(spine, "promocao", category="MARKETING")
    await spine.rows(_OPT_OUT)

    await _send(spine, WELCOME, phone=PHONE)
    with pytest.raises(ContactOptedOutError):
        await _send(spine, Template(name="promocao", language="pt_BR"), phone=PHONE)


async def test_blocked_contact_gets_nothing(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.rows("UPDATE contacts SET blocked_at = now()")

    with pytest.raises(ContactBlockedError):
        await _send(spine, phone=PHONE)


async def test_program_takes_no_conversation_and_leaves_the_unread(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()
    before = await spine.rows("SELECT handler, status, unread_count, first_response_at FROM conversations")

    await _send(spine, actor=_program(await spine.agent()), phone=PHONE)

    after = await spine.rows("SELECT handler, status, unread_count, first_response_at FROM conversations")
    assert [tuple(row) for row in after] == [tuple(row) for row in before]
    assert await spine.column("SELECT sender FROM messages WHERE direction = 'outbound'") == ["system"]


async def test_person_does_not_write_into_what_they_may_not_see_and_a_program_does(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()
    colleague = await spine.container.get(SendMessageHandler)
    conversation_id = ConversationId(await spine.conversation_id())
    await colleague(await spine.agent(), SendMessage(conversation_id=conversation_id, content=HELLO))
    agent = await _agent_who_sees_little(spine)

    with pytest.raises(ConversationHeldError):
        await _send(spine, actor=agent, phone=PHONE)

    await _send(spine, actor=_program(agent), phone=PHONE)


async def test_number_must_be_named_where_there_are_several(spine: Spine) -> None:
    other = await spine.add_number(number_id=wire.OTHER_NUMBER_ID, account_id=wire.OTHER_ACCOUNT_ID)
    await spine.rows(_ADD_TEMPLATE, spine.tenant_id, other, WELCOME.name, "UTILITY", "APPROVED")

    with pytest.raises(NumberNotChosenError):
        await _send(spine, WELCOME, phone=PHONE)

    assert (await _send(spine, WELCOME, phone=PHONE, config_id=other)).whatsapp_config_id == other


async def test_what_is_no_phone_is_refused(spine: Spine) -> None:
    with pytest.raises(PhoneInvalidError):
        await _send(spine, WELCOME, phone="0800 123")


async def test_there_is_one_addressee(spine: Spine) -> None:
    with pytest.raises(SendToOneError):
        await _send(spine, WELCOME)
    with pytest.raises(SendToOneError):
        await _send(spine, WELCOME, phone=PHONE, contact_id=ContactId(spine.tenant_id))
