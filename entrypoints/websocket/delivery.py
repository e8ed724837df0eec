"""What each socket is sent of an event: all of it, that a conversation is no longer theirs, or nothing."""

from datetime import datetime

import msgspec

from application.ports.realtime import NOT_STORED, LiveEvent, server_frame
from domain.conversations.audience import Sight, sight_of
from domain.shared.ids import ConversationId
from entrypoints.websocket.channels import channels_of, permission_for
from entrypoints.websocket.connection import Connection
from entrypoints.websocket.outbox import OutFrame, out_frame

CONVERSATION_REMOVED = "conversation_removed"
"""Told in place of the event that gave a conversation to others: the client drops it, and learns nothing more."""


class _Removed(msgspec.Struct, frozen=True, kw_only=True):
    conversation_id: ConversationId


class _Head(msgspec.Struct, frozen=True):
    at: datetime


class Delivery:
    """One event on its way to many sockets; each frame it needs is made once."""

    def __init__(self, event: LiveEvent) -> None:
        self.event = event
        self.channels = channels_of(event.type, event.conversation_id)
        self._permission = permission_for(event.type)
        self._whole: OutFrame | None = None
        self._removed: OutFrame | None = None

    def sight(self, connection: Connection) -> Sight | None:
        """Say what it means to whoever holds the socket; None when nobody can tell, for it does not say whose it is."""
        event = self.event
        if event.user_ids is not None:
            return Sight.SEEN if connection.viewer.user_id in event.user_ids else Sight.UNSEEN
        if self._permission is not None and self._permission not in connection.permissions:
            return Sight.UNSEEN
        if event.conversation_id is None or connection.viewer.sees_all:
            return Sight.SEEN
        if event.audience is None:
            return Sight.UNSEEN if event.number == NOT_STORED else None
        return sight_of(connection.viewer, event.audience)

    def is_followed_by(self, connection: Connection) -> bool:
        """Whether the socket follows a channel that carries it; who is named by it needs to follow nothing."""
        return self.event.user_ids is not None or not connection.channels.isdisjoint(self.channels)

    def frame(self, sight: Sight) -> OutFrame | None:
        """Give what is sent to one to whom it means this."""
        if sight is Sight.SEEN:
            self._whole = self._whole or out_frame(self.event.frame)
            return self._whole
        if sight is Sight.LOST and self.event.conversation_id is not None:
            self._removed = self._removed or self._make_removed(self.event.conversation_id)
            return self._removed
        return None

    def _make_removed(self, conversation_id: ConversationId) -> OutFrame:
        data = msgspec.Raw(msgspec.json.encode(_Removed(conversation_id=conversation_id)))
        at = msgspec.json.decode(self.event.frame, type=_Head).at
        return out_frame(server_frame(CONVERSATION_REMOVED, at=at, number=self.event.number, data=data))
