"""A person begins a conversation."""

from datetime import datetime

import msgspec

from application.conversations.assignee import require_assignee, require_department
from application.messages.acceptable import require_files
from application.messages.say import Thread, Words, say
from application.messages.speaker import Speaker, speaker_of
from application.messages.tools import SendTools, in_transaction
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.conversations.conversation import Conversation
from domain.conversations.errors import ConversationOpenError
from domain.conversations.timeline import by_user
from domain.identity.permissions import Permission
from domain.shared.content import Content
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ContactId, ConversationId, DepartmentId, UserId, WhatsAppConfigId


class OpenConversation(msgspec.Struct, frozen=True, kw_only=True):
    """Begin one with a contact on a number, perhaps with a first message, for a person or a department."""

    contact_id: ContactId
    whatsapp_config_id: WhatsAppConfigId
    content: Content | None = None
    user_id: UserId | None = None
    department_id: DepartmentId | None = None


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """The conversation between them; `is_new` is False when it was there before."""

    conversation_id: ConversationId
    is_new: bool


class OpenConversationHandler:
    """Begin a conversation. Needs conversations:handle, and conversations:reply with a first message.

    Whoever opens it has it, unless another person is named; with a department alone it waits there. The window is as
    open as the contact's last message on this number left it, so mostly a first message must be a template.
    """

    def __init__(self, tools: SendTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, command: OpenConversation) -> ConversationId:
        """Give its id.

        Raises ConversationOpenError, which names the one that is open; ContactNotFoundError, ConfigNotFoundError,
        AssigneeUnfitError, InvalidError, and as `say` does.
        """
        actor.require(Permission.CONVERSATIONS_HANDLE)
        if command.content is not None:
            actor.require(Permission.CONVERSATIONS_REPLY)

        async def open_it(tx: Transaction) -> Opened:
            return await self._open(tx, actor, command)

        opened = await in_transaction(self._tools, actor.tenant_id, open_it)
        if not opened.is_new:
            which = ErrorDetail(field="conversation_id", message="{value}", values={"value": opened.conversation_id})
            raise ConversationOpenError("There is an open conversation with this contact.", details=(which,))
        return opened.conversation_id

    async def _open(self, tx: Transaction, actor: Actor, command: OpenConversation) -> Opened:
        now, by = self._tools.clock.now(), by_user(actor.user_id)
        contact = await tx.contacts.get_present(command.contact_id)
        config = await tx.whatsapp_configs.get(command.whatsapp_config_id)
        await _require_named(tx, actor, command)
        found = await tx.conversations.find_open(contact_id=contact.id, config_id=config.id)
        if found is not None:
            return Opened(conversation_id=found.id, is_new=False)
        conversation = Conversation.open(
            conversation_id=ConversationId(self._tools.ids.new()),
            contact_id=contact.id,
            whatsapp_config_id=config.id,
            now=now,
            by=by,
        )
        conversation.window_expires_at = await tx.conversations.window_of(contact_id=contact.id, config_id=config.id)
        await tx.conversations.add(conversation)
        self._hand(conversation, actor, command, now=now)
        if command.content is None:
            await tx.conversations.save(conversation)
        else:
            thread = Thread(conversation=conversation, contact=contact, config=config)
            speaker = _speaker(actor, command)
            await say(tx, thread, Words(content=command.content), speaker=speaker, tools=self._tools, now=now)
        return Opened(conversation_id=conversation.id, is_new=True)

    def _hand(self, conversation: Conversation, actor: Actor, command: OpenConversation, *, now: datetime) -> None:
        by = by_user(actor.user_id)
        if command.user_id is None and command.department_id is not None:
            conversation.hand_to_people(department_id=command.department_id, reason="opened", by=by, now=now)
            return
        conversation.move_to_department(command.department_id, by=by, now=now)
        if command.user_id is None:
            conversation.take_over(actor.user_id, by=by, now=now)
        else:
            conversation.assign(command.user_id, by=by, now=now)


async def _require_named(tx: Transaction, actor: Actor, command: OpenConversation) -> None:
    """Look at what it names, before it is told whether there is one already."""
    if command.department_id is not None:
        await require_department(tx, command.department_id)
    if command.user_id is not None:
        await require_assignee(tx, command.user_id, field="assigned_to")
    if command.content is not None:
        await require_files(tx, command.content, viewer=actor.viewer)


def _speaker(actor: Actor, command: OpenConversation) -> Speaker:
    """Say who speaks: a first message answers nobody yet, so it takes nothing from those it is opened for."""
    return msgspec.structs.replace(
        speaker_of(actor), is_answering=command.user_id is None and command.department_id is None
    )
