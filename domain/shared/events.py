"""What happened. An event is written in the transaction that made it true."""

from uuid import UUID

import msgspec

from domain.shared.ids import ConversationId


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """A past fact about a tenant's data; a subclass's tag is the name sockets and webhooks see.

    `conversation_id` lets the realtime hub choose who may see it.
    """

    conversation_id: ConversationId | None = None

    def subject(self) -> UUID | None:
        """Name the aggregate that the event is about, where it is about one."""
        return self.conversation_id
