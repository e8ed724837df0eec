"""The same is done with many conversations."""

from collections.abc import Callable
from enum import StrEnum

import msgspec

from application.conversations.assign_conversation import assign
from application.conversations.change import Change
from application.conversations.change_conversation import ChangeConversation
from application.conversations.resolve_conversation import resolve
from application.conversations.set_tags import known_tags, require_room_for_tags, tell_retagged
from application.conversations.tell_customer import TellCustomer
from application.shared.actor import Actor
from domain.conversations.conversation import Priority
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError, PyTakeError
from domain.shared.ids import ConversationId, TagId, UserId

MAX_BULK = 200
"""Each is a transaction of its own, and all of them end before a request does."""


class BulkAction(StrEnum):
    """What can be done with many."""

    ASSIGN = "assign"
    TAG = "tag"
    UNTAG = "untag"
    RESOLVE = "resolve"
    ARCHIVE = "archive"
    SET_PRIORITY = "set_priority"


class BulkChange(msgspec.Struct, frozen=True, kw_only=True):
    """Do one thing with these; each action needs its own field."""

    conversation_ids: tuple[ConversationId, ...]
    action: BulkAction
    user_id: UserId | None = None
    tag_ids: tuple[TagId, ...] = ()
    resolution: str | None = None
    priority: Priority | None = None


class BulkOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one; `error` is the code of what was wrong with it."""

    conversation_id: ConversationId
    done: bool
    error: str | None = None


class BulkChangeHandler:
    """Change many conversations, each for itself. Needs conversations:manage.

    What cannot be done with one, or what the actor may not see, hinders no other.
    """

    def __init__(self, *, change: ChangeConversation, tell: TellCustomer) -> None:
        self._change, self._tell = change, tell

    async def __call__(self, actor: Actor, command: BulkChange) -> list[BulkOutcome]:
        """Do it; give what became of each, in their order. Raises InvalidError when it is not said what to do."""
        actor.require(Permission.CONVERSATIONS_MANAGE)
        _require_complete(command)
        return [
            await self._try(actor, conversation_id, command)
            for conversation_id in dict.fromkeys(command.conversation_ids)
        ]

    async def _try(self, actor: Actor, conversation_id: ConversationId, command: BulkChange) -> BulkOutcome:
        is_beside = command.action in {BulkAction.TAG, BulkAction.UNTAG}
        begin = self._change.beside if is_beside else self._change
        try:
            async with begin(actor, conversation_id) as change:
                await self._do(change, command)
        except PyTakeError as error:
            return BulkOutcome(conversation_id=conversation_id, done=False, error=error.code)
        return BulkOutcome(conversation_id=conversation_id, done=True)

    async def _do(self, change: Change, command: BulkChange) -> None:
        match command.action:
            case BulkAction.ASSIGN if command.user_id is not None:
                await assign(change, command.user_id, tell=self._tell)
            case BulkAction.RESOLVE:
                await resolve(change, command.resolution, tell=self._tell)
            case BulkAction.ARCHIVE:
                change.conversation.archive(by=change.by, now=change.now)
            case BulkAction.SET_PRIORITY if command.priority is not None:
                change.conversation.set_priority(command.priority, by=change.by, now=change.now)
            case BulkAction.TAG:
                await _tag(change, command.tag_ids)
            case BulkAction.UNTAG:
                await _untag(change, command.tag_ids)


async def _tag(change: Change, tag_ids: tuple[TagId, ...]) -> None:
    tags = await known_tags(change, tag_ids)
    done = await change.tx.conversation_marks.tag(
        change.conversation.id, [tag.id for tag in tags], by=change.actor.user_id, at=change.now
    )
    await require_room_for_tags(change)
    await tell_retagged(change, done)


async def _untag(change: Change, tag_ids: tuple[TagId, ...]) -> None:
    await tell_retagged(change, await change.tx.conversation_marks.untag(change.conversation.id, tag_ids))


_NEEDS: dict[BulkAction, tuple[str, Callable[[BulkChange], bool]]] = {
    BulkAction.ASSIGN: ("user_id", lambda command: command.user_id is not None),
    BulkAction.TAG: ("tag_ids", lambda command: bool(command.tag_ids)),
    BulkAction.UNTAG: ("tag_ids", lambda command: bool(command.tag_ids)),
    BulkAction.SET_PRIORITY: ("priority", lambda command: command.priority is not None),
}


def _require_complete(command: BulkChange) -> None:
    if not 0 < len(command.conversation_ids) <= MAX_BULK:
        raise _refused("conversation_ids", "1 to {limit}", limit=MAX_BULK)
    field, is_given = _NEEDS.get(command.action, ("", lambda _: True))
    if not is_given(command):
        raise _refused(field, "needed for {action}", action=command.action.value)


def _refused(field: str, message: str, **values: object) -> InvalidError:
    return InvalidError("This cannot be done.", details=(ErrorDetail(field=field, message=message, values=values),))
