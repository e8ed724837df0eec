"""An agent picks a canned response, and reads what it says to this contact before it is sent."""

import msgspec

from application.messages.canned_texts import Rendered, render
from application.ports.audit import AccessLog, Subject
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation
from domain.conversations.visibility import require_visible
from domain.flows.language import Language
from domain.identity.permissions import Permission
from domain.identity.user import User
from domain.messages.errors import CannedResponseNotFoundError
from domain.shared.ids import CannedResponseId, ConversationId


class RenderCannedResponse(msgspec.Struct, frozen=True, kw_only=True):
    """Which response, and in which conversation it is to be said."""

    response_id: CannedResponseId
    conversation_id: ConversationId


class RenderCannedResponseHandler:
    """Fill a canned response's variables in. Needs conversations:reply.

    Nothing is sent: the agent sees the text, changes it where it must be, and sends it as any other message.
    """

    def __init__(self, *, uow: UnitOfWork, language: Language, access: AccessLog) -> None:
        self._uow, self._language, self._access = uow, language, access

    async def __call__(self, actor: Actor, command: RenderCannedResponse) -> Rendered:
        """Give the content as it would be sent.

        Raises CannedResponseNotFoundError, ConversationNotFoundError, AccessLogUnavailableError.
        """
        actor.require(Permission.CONVERSATIONS_REPLY)
        async with self._uow(actor.tenant_id) as tx:
            response = await tx.canned_responses.get(command.response_id)
            if not (actor.viewer.sees_all or response.is_for(actor.departments)):
                raise CannedResponseNotFoundError("There is no such canned response.")
            conversation = await tx.conversations.get(command.conversation_id)
            require_visible(conversation, actor.viewer)
            names = await _names(tx, actor, conversation)
        on = Subject(type="conversation", id=conversation.id)
        await self._access.note(actor.tenant_id, AuditAction.CONVERSATION_READ, by=actor.author, on=on)
        return render(response.content, names, templates=self._language.templates)


async def _names(tx: Transaction, actor: Actor, conversation: Conversation) -> dict[str, object]:
    contact = await tx.contacts.get(conversation.contact_id)
    agent = await tx.users.get(actor.user_id)
    return {"contact": _of_contact(contact), "agent": _of_agent(agent), "conversation": _of_conversation(conversation)}


def _of_contact(contact: Contact) -> dict[str, object]:
    """Give the names that flows have too, and the first name, as people are greeted by it."""
    name = contact.name or ""
    return {
        "id": str(contact.id),
        "name": name,
        "first_name": name.split(maxsplit=1)[0] if name.strip() else "",
        "phone": contact.phone or "",
        "language": contact.language or "",
        "email": contact.email or "",
        "attributes": dict(contact.attributes),
    }


def _of_agent(agent: User) -> dict[str, object]:
    return {"id": str(agent.id), "name": agent.name, "first_name": agent.name.split(maxsplit=1)[0]}


def _of_conversation(conversation: Conversation) -> dict[str, object]:
    return {
        "id": str(conversation.id),
        "status": str(conversation.status),
        "metadata": dict(conversation.metadata),
    }
