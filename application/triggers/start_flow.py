"""Somebody starts a flow with a contact."""

from datetime import datetime

import msgspec

from application.conversations.recipient import recipient_of
from application.messages.addressing import Address, find_addressee, require_one
from application.messages.say import Thread, thread_of
from application.messages.send_to import require_open_to
from application.messages.tools import SendTools, in_transaction
from application.ports.repositories.flow_sessions import SessionCause
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from application.triggers.obstacles import obstacle_in, obstacle_with
from application.triggers.order_flow import order_flow, sender_of
from application.triggers.require_live import require_live
from domain.contacts.contact import Contact
from domain.contacts.errors import ContactBlockedError
from domain.conversations.conversation import Conversation
from domain.conversations.errors import ConversationResolvedError
from domain.flows.session import Value
from domain.flows.starts import FlowNotStartedError, NotStarted
from domain.identity.permissions import Permission
from domain.messages.errors import ContactOptedOutError
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ContactId, ConversationId, FlowId, FlowSessionId
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.inbound import FlowWanted

MAX_VARIABLES = 16 * 1024
"""A quarter of what a session may hold: the flow needs room for its own."""


class StartFlow(msgspec.Struct, frozen=True, kw_only=True):
    """Start it in a conversation, or with a contact or phone on a number; `replaces` ends the flow that runs there."""

    flow_id: FlowId
    address: Address
    variables: dict[str, Value] = {}
    replaces: bool = False


class Started(msgspec.Struct, frozen=True, kw_only=True):
    """The session that begins in a moment, and with whom; without a conversation it opens one."""

    session_id: FlowSessionId
    contact_id: ContactId
    conversation_id: ConversationId | None


class _Place(msgspec.Struct, frozen=True, kw_only=True):
    contact: Contact
    config: WhatsAppConfig
    conversation: Conversation | None


class StartFlowHandler:
    """Start a published flow. Needs conversations:handle or flows:publish; a person must see the conversation.

    It begins in the contact's lane, after all that came before, and not while a person has the conversation. Whoever
    does not want marketing is left alone, unless they wrote within a day.
    """

    def __init__(self, tools: SendTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, command: StartFlow) -> Started:
        """Order it.

        Raises FlowNotFoundError, FlowNotPublishedError, ChatbotInactiveError, FlowNotStartedError, ContactBlockedError,
        ContactOptedOutError, ConversationResolvedError, UnreachableContactError, InvalidError, and as `find_addressee`
        does.
        """
        actor.require_either(Permission.CONVERSATIONS_HANDLE, Permission.FLOWS_PUBLISH)
        require_one(command.address)
        variables = _encoded(command.variables)
        return await in_transaction(
            self._tools, actor.tenant_id, lambda tx: self._start(tx, actor, command, variables=variables)
        )

    async def _start(self, tx: Transaction, actor: Actor, command: StartFlow, *, variables: bytes) -> Started:
        now = self._tools.clock.now()
        await require_live(tx, command.flow_id)
        place = await self._place(tx, actor, command, now=now)
        await _require_way(tx, place, replaces=command.replaces, now=now)
        recipient = await recipient_of(tx, place.contact, config=place.config)
        session_id = FlowSessionId(self._tools.ids.new())
        conversation_id = place.conversation.id if place.conversation is not None else None
        wanted = FlowWanted(
            flow_id=command.flow_id,
            recipient=sender_of(recipient),
            cause=SessionCause.MANUAL,
            variables=msgspec.Raw(variables),
            replaces=command.replaces,
            session_id=session_id,
            contact_id=place.contact.id,
        )
        order_flow(tx, place.config.id, wanted, session_id=session_id, now=now)
        return Started(session_id=session_id, contact_id=place.contact.id, conversation_id=conversation_id)

    async def _place(self, tx: Transaction, actor: Actor, command: StartFlow, *, now: datetime) -> _Place:
        address = command.address
        if address.conversation_id is not None:
            thread: Thread = await thread_of(tx, await tx.conversations.get(address.conversation_id))
            require_open_to(actor, thread.conversation, address=address)
            if thread.conversation.is_over:
                raise ConversationResolvedError("The conversation is resolved; name its contact instead.")
            return _Place(contact=thread.contact, config=thread.config, conversation=thread.conversation)
        contact, config = await find_addressee(tx, address, tools=self._tools, now=now)
        found = await tx.conversations.find_open(contact_id=contact.id, config_id=config.id)
        if found is not None:
            require_open_to(actor, found, address=address)
        return _Place(contact=contact, config=config, conversation=found)


async def _require_way(tx: Transaction, place: _Place, *, replaces: bool, now: datetime) -> None:
    """Say at once what is known; the lane asks again when it is the flow's turn."""
    reason = await obstacle_with(
        tx, place.contact, place.config, place.conversation, consent_is_asked=False, now=now
    ) or await obstacle_in(tx, place.conversation, replaces=replaces)
    if reason is NotStarted.CONTACT_BLOCKED:
        raise ContactBlockedError("The contact is blocked; nothing is sent to them.")
    if reason is NotStarted.OPTED_OUT:
        raise ContactOptedOutError("The contact does not want to be written to, and has not written within a day.")
    if reason is not None:
        detail = ErrorDetail(field="reason", message="{value}", values={"value": str(reason)})
        raise FlowNotStartedError("The flow cannot begin with this contact now.", details=(detail,))


def _encoded(variables: dict[str, Value]) -> bytes:
    encoded = msgspec.json.encode(variables)
    if len(encoded) > MAX_VARIABLES or b"\\u0000" in encoded:
        wrong = ErrorDetail(
            field="variables", message="at most {limit} bytes, without U+0000", values={"limit": MAX_VARIABLES}
        )
        raise InvalidError("The flow cannot begin with these variables.", details=(wrong,))
    return encoded
