"""Somebody looks at what was said with a contact."""

from application.conversations.list_conversations import ListConversations
from application.ports.readers.conversations import ConversationFilters, ConversationRow
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId


class ListContactConversations:
    """Show a contact's conversations, as far as the actor may see them. Needs contacts:read and conversations:read."""

    def __init__(self, *, uow: UnitOfWork, conversations: ListConversations) -> None:
        self._uow, self._conversations = uow, conversations

    async def __call__(self, actor: Actor, contact_id: ContactId, *, page: PageRequest) -> Page[ConversationRow]:
        """Give one page. Raises ContactNotFoundError, MalformedError, AccessLogUnavailableError."""
        actor.require(Permission.CONTACTS_READ)
        async with self._uow(actor.tenant_id) as tx:
            await tx.contacts.get_present(contact_id)
        return await self._conversations(actor, filters=ConversationFilters(contact_id=contact_id), page=page)
