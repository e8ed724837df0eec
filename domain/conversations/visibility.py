"""Who may see a conversation.

Whoever holds `conversations:read_all` sees all. Others see what is assigned to them, what is in one of their
departments, and what neither a department nor a person has. The readers say the same in SQL
(`adapters/postgres/readers/visibility.py`); a test proves that both agree.
"""

from typing import Protocol

import msgspec

from domain.conversations.errors import ConversationNotFoundError
from domain.shared.ids import DepartmentId, UserId


class Viewer(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who looks, and in which departments they are."""

    user_id: UserId
    departments: frozenset[DepartmentId] = frozenset()
    sees_all: bool = False


class Held(Protocol):
    """A conversation, or a row of one: whose it is."""

    @property
    def assigned_to(self) -> UserId | None:
        """The person who has it."""
        ...

    @property
    def department_id(self) -> DepartmentId | None:
        """The department that it is in."""
        ...


def may_see(viewer: Viewer, *, assigned_to: UserId | None, department_id: DepartmentId | None) -> bool:
    """Say whether a conversation of these is for the viewer's eyes; who answers in it, bot or person, is no matter."""
    if viewer.sees_all or assigned_to == viewer.user_id:
        return True
    if department_id is not None:
        return department_id in viewer.departments
    return assigned_to is None


def require_visible(conversation: Held, viewer: Viewer) -> None:
    """Raise ConversationNotFoundError for what the viewer may not see: that it exists is a secret too."""
    if not may_see(viewer, assigned_to=conversation.assigned_to, department_id=conversation.department_id):
        raise ConversationNotFoundError("There is no such conversation.")
