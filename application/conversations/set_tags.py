"""Which words are stuck on a conversation."""

from collections.abc import Collection

import msgspec

from application.conversations.change import Change
from application.conversations.change_conversation import ChangeConversation
from application.ports.repositories.conversation_marks import Retagged
from application.shared.actor import Actor
from domain.contacts.tag import MAX_TAGS_EACH, Tag
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ConversationId, TagId


class SetTags(msgspec.Struct, frozen=True, kw_only=True):
    """Let it have these tags and no others."""

    conversation_id: ConversationId
    tag_ids: tuple[TagId, ...]


class SetTagsHandler:
    """Replace a conversation's tags. Needs conversations:handle."""

    def __init__(self, *, change: ChangeConversation) -> None:
        self._change = change

    async def __call__(self, actor: Actor, command: SetTags) -> list[Tag]:
        """Write them, and give them by name. Raises ConversationNotFoundError, InvalidError."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        async with self._change.beside(actor, command.conversation_id) as change:
            tags = await known_tags(change, command.tag_ids)
            done = await change.tx.conversation_marks.set_tags(
                command.conversation_id, [tag.id for tag in tags], by=actor.user_id, at=change.now
            )
            await tell_retagged(change, done)
        return tags


async def known_tags(change: Change, tag_ids: Collection[TagId]) -> list[Tag]:
    """Load tags that nobody deletes until the transaction ends. Raises InvalidError."""
    wanted = dict.fromkeys(tag_ids)
    if len(wanted) > MAX_TAGS_EACH:
        raise _refused("at most {limit}", limit=MAX_TAGS_EACH)
    tags = await change.tx.tags.known(wanted)
    if len(tags) < len(wanted):
        raise _refused("one of them is no tag of this company")
    return tags


async def require_room_for_tags(change: Change) -> None:
    """Refuse what has too many tags now. Raises InvalidError."""
    if await change.tx.conversation_marks.count_tags(change.conversation.id) > MAX_TAGS_EACH:
        raise _refused("at most {limit}", limit=MAX_TAGS_EACH)


async def tell_retagged(change: Change, done: Retagged) -> None:
    """Put into the story which came and which went."""
    if not done.added and not done.removed:
        return
    names = {tag.id: tag.name for tag in await change.tx.tags.known(done.added | done.removed)}
    change.conversation.retag(
        added={tag_id: names[tag_id] for tag_id in done.added},
        removed={tag_id: names[tag_id] for tag_id in done.removed},
        by=change.by,
        now=change.now,
    )


def _refused(message: str, **values: object) -> InvalidError:
    return InvalidError(
        "These tags cannot be set.", details=(ErrorDetail(field="tag_ids", message=message, values=values),)
    )
