"""Who is told when something is amiss in a conversation."""

from application.ports.unit_of_work import Transaction
from domain.conversations.conversation import Conversation
from domain.identity.permissions import Permission
from domain.shared.ids import UserId

MAX_WATCHERS = 200
"""A large team; a notice to more is one to nobody."""


async def watchers_of(tx: Transaction, conversation: Conversation) -> tuple[UserId, ...]:
    """Give whoever has it, the members of its department, and those who supervise."""
    found = [conversation.assigned_to] if conversation.assigned_to is not None else []
    if conversation.department_id is not None:
        found += sorted(await tx.departments.members(conversation.department_id))
    found += await tx.users.who_may(Permission.CONVERSATIONS_MANAGE)
    return tuple(dict.fromkeys(found))[:MAX_WATCHERS]
