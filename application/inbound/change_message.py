"""Somebody set a reaction under a message, changed its words, or took it back."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from application.inbound.scene import Scene
from application.ports.repositories.message_changes import Change
from domain.conversations.message import Direction, Message
from domain.conversations.reaction import MessageReaction, Side
from domain.shared.content import Edit, Reaction, Revoke
from domain.whatsapp.inbound import EchoReceived, NoticeReceived


class ChangeMessage:
    """Show it on its message; it opens no window, and no bot hears of it. Idempotent, and the same in any order.

    What comes before its message waits for it. Customers change what they wrote, and people on our phone what we did;
    anything else, and an edit without words, is kept as a notice. What was taken back is not shown any more, and
    neither searched nor given to a flow; it stays in its row until the contact's data are erased, as the company may
    have to prove what was said (LGPD, art. 7, VI). An edit replaces the words: data are to be right (art. 6, V).
    """

    async def __call__(self, scene: Scene, item: Change) -> None:
        """Apply it, or keep it for later."""
        if not isinstance(item.content, Reaction | Edit | Revoke):
            raise TypeError(f"a {type(item.content).__name__} changes no message")
        target = item.content.target
        message = await scene.tx.messages.lock_by_provider_id(target, config_id=scene.config.id)
        if message is None:
            await scene.tx.message_changes.park(item, target=target, config_id=scene.config.id, at=scene.now)
        elif isinstance(item.content, Reaction):
            await self.react(scene, message, [item])
        elif _may_change(message, item):
            await self._amend(scene, message, item)
        else:
            notice = NoticeReceived(field="message_change", payload=msgspec.Raw(msgspec.json.encode(item)))
            await scene.tx.messages.keep_notice(notice, config_id=scene.config.id, at=scene.now)

    async def waited_for(self, scene: Scene, message: Message) -> list[Change]:
        """Take out what waited for a message that was claimed, and change its words: it is added as it is by now."""
        name = message.provider_message_id
        if name is None or not scene.tx.messages.is_awaited(message.id):
            return []
        changes = await scene.tx.message_changes.take([name], config_id=scene.config.id)
        self.apply(message, changes, now=scene.now)
        return changes

    @staticmethod
    def apply(message: Message, changes: Iterable[Change], *, now: datetime) -> None:
        """Change the words of a message that is not written yet."""
        for item in changes:
            if _may_change(message, item):
                reword(message, item, now=now)

    async def react(self, scene: Scene, message: Message, changes: Iterable[Change]) -> None:
        """Write the reactions among the changes of a message that is there."""
        for item in changes:
            if isinstance(item.content, Reaction):
                side = Side.BUSINESS if isinstance(item, EchoReceived) else Side.CONTACT
                reaction = MessageReaction(
                    message_id=message.id, side=side, emoji=item.content.emoji, at=min(item.sent_at, scene.now)
                )
                await scene.tx.message_changes.react(reaction, conversation_id=message.conversation_id)

    async def _amend(self, scene: Scene, message: Message, item: Change) -> None:
        """Write the message, and the inbox's line where it is the one that is shown there."""
        before = message.shown
        if not reword(message, item, now=scene.now):
            return
        await scene.tx.message_changes.amend(message)
        if message.shown != before:
            conversation = await scene.tx.conversations.get(message.conversation_id)
            if conversation.reword(before, message.shown, at=_said_at(message)):
                await scene.tx.conversations.save(conversation)


def reword(message: Message, item: Change, *, now: datetime) -> bool:
    """Change what a message says; say whether anything is new."""
    at = min(item.sent_at, now)
    match item.content:
        case Edit(body=str(words)):
            return message.edit(words, at=at)
        case Revoke():
            return message.revoke(at=at)
        case _:
            return False


def _may_change(message: Message, item: Change) -> bool:
    """Whether it is about words that are the writer's own, and says what they are now."""
    own = Direction.OUTBOUND if isinstance(item, EchoReceived) else Direction.INBOUND
    is_empty = isinstance(item.content, Edit) and item.content.body is None
    return message.direction is own and not is_empty


def _said_at(message: Message) -> datetime:
    return min(message.status_at.values(), default=message.created_at)
