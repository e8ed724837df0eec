"""Somebody is writing an answer."""

from collections import OrderedDict
from datetime import datetime, timedelta

import msgspec

from application.conversations.change_conversation import ChangeConversation
from application.ports.realtime import NOT_STORED, LiveEvent, Signals, server_frame
from application.ports.receipts import show_typing
from application.shared.actor import Actor
from domain.conversations.audience import Audience, Hold
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId, UserId

USER_TYPING = "user_typing"
SHOWN_AGAIN_AFTER = timedelta(seconds=20)
"""Meta shows it for some 25 s; asked for earlier it changes nothing."""
MOST_REMEMBERED = 10_000
"""Conversations in which people of one process write at once; whichever is forgotten is told once more."""


class TellTyping(msgspec.Struct, frozen=True, kw_only=True):
    """They began, or stopped; `origin` names the socket on which they said it, which is not told."""

    conversation_id: ConversationId
    on: bool = True
    origin: str | None = None


class _Data(msgspec.Struct, frozen=True, kw_only=True):
    """What the other people are told."""

    conversation_id: ConversationId
    user_id: UserId
    on: bool


def typing_signal(command: TellTyping, *, by: UserId, hold: Hold, now: datetime) -> LiveEvent:
    """Make what those who may see the conversation are told."""
    data = _Data(conversation_id=command.conversation_id, user_id=by, on=command.on)
    frame = server_frame(USER_TYPING, at=now, number=None, data=msgspec.Raw(msgspec.json.encode(data)))
    return LiveEvent(NOT_STORED, USER_TYPING, command.conversation_id, frame, command.origin, audience=Audience(hold))


class TellTypingHandler:
    """Show colleagues, and the contact where the number can, that somebody writes. Needs conversations:reply.

    It is said to the contact at most once in SHOWN_AGAIN_AFTER, however often it is told here.
    """

    def __init__(self, *, change: ChangeConversation, signals: Signals) -> None:
        self._change, self._signals = change, signals
        self._shown: OrderedDict[ConversationId, datetime] = OrderedDict()

    async def __call__(self, actor: Actor, command: TellTyping) -> None:
        """Tell it. Raises ConversationNotFoundError."""
        actor.require(Permission.CONVERSATIONS_REPLY)
        async with self._change.beside(actor, command.conversation_id) as change:
            now = change.now
            if command.on and not change.conversation.is_over and self._is_due(command.conversation_id, now):
                show_typing(change.tx, command.conversation_id)
            hold = Hold(change.conversation.assigned_to, change.conversation.department_id)
        await self._signals.send(actor.tenant_id, typing_signal(command, by=actor.user_id, hold=hold, now=now))

    def _is_due(self, conversation_id: ConversationId, now: datetime) -> bool:
        last = self._shown.get(conversation_id)
        if last is not None and now - last < SHOWN_AGAIN_AFTER:
            return False
        self._shown[conversation_id] = now
        self._shown.move_to_end(conversation_id)
        if len(self._shown) > MOST_REMEMBERED:
            self._shown.popitem(last=False)
        return True
