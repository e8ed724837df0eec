"""What is kept of a conversation beside what was said: how much it presses, whose it is, and details."""

import re

import msgspec
from msgspec import UNSET, UnsetType

from application.conversations.assignee import require_department
from application.conversations.change import Change
from application.conversations.change_conversation import ChangeConversation
from application.shared.actor import Actor
from domain.conversations.conversation import Priority
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ConversationId, DepartmentId

MAX_DETAILS = 50
"""More than a side panel shows."""
MAX_DETAIL = 500
"""A line or two; whatever is longer is a note."""
_NAME = re.compile(r"[a-z][a-z0-9_]{0,49}")
OURS = frozenset({"referral", "away_until"})
"""Details that we keep ourselves: where the contact came from, and until when they know that nobody is there."""

Detail = str | int | float | bool | None


class UpdateConversation(msgspec.Struct, frozen=True, kw_only=True):
    """What changes. A null detail is taken away; a null department is none. `version` is the one that was read."""

    conversation_id: ConversationId
    priority: Priority | None = None
    department_id: DepartmentId | UnsetType | None = UNSET
    metadata: dict[str, Detail] | None = None
    version: int | None = None


class UpdateConversationHandler:
    """Change a conversation's priority, department or details. Needs conversations:handle."""

    def __init__(self, *, change: ChangeConversation) -> None:
        self._change = change

    async def __call__(self, actor: Actor, command: UpdateConversation) -> None:
        """Write it.

        Raises ConversationNotFoundError, InvalidError, ConversationResolvedError, StaleVersionError.
        """
        actor.require(Permission.CONVERSATIONS_HANDLE)
        _require_details(command.metadata or {})
        async with self._change(actor, command.conversation_id, version=command.version) as change:
            conversation = change.conversation
            if command.priority is not None:
                conversation.set_priority(command.priority, by=change.by, now=change.now)
            if command.department_id is not UNSET:
                await _move(change, command.department_id)
            if command.metadata is not None:
                conversation.describe(dict(command.metadata), by=change.by, now=change.now)
                if len(conversation.metadata) > MAX_DETAILS + len(OURS):
                    raise _refused("metadata", "at most {limit} in all", limit=MAX_DETAILS)


async def _move(change: Change, department_id: DepartmentId | None) -> None:
    if department_id is not None and department_id != change.conversation.department_id:
        await require_department(change.tx, department_id)
    change.conversation.move_to_department(department_id, by=change.by, now=change.now)


def _require_details(details: dict[str, Detail]) -> None:
    for name, value in details.items():
        if not _NAME.fullmatch(name) or name in OURS:
            raise _refused(f"metadata.{name[:50]}", "small letters, digits and _, 1 to 50 of them, and not taken by us")
        if isinstance(value, str) and len(value) > MAX_DETAIL:
            raise _refused(f"metadata.{name}", "at most {limit} characters", limit=MAX_DETAIL)


def _refused(field: str, message: str, **values: object) -> InvalidError:
    return InvalidError(
        "These details cannot be kept.", details=(ErrorDetail(field=field, message=message, values=values),)
    )
