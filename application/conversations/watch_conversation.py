"""Somebody has a conversation open: the others who may see it are told, and may ask."""

from collections.abc import Collection

import msgspec

from application.ports.clock import Clock
from application.ports.readers.held_conversations import HeldConversations
from application.ports.realtime import NOT_STORED, LiveEvent, Signals, server_frame
from application.ports.viewers import Looking, Viewers
from application.shared.actor import Actor
from domain.conversations.audience import Audience, Hold
from domain.conversations.errors import ConversationNotFoundError
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId, UserId

USER_VIEWING = "user_viewing"


class ConversationViewers(msgspec.Struct, frozen=True, kw_only=True):
    """Who has a conversation open just now, oneself included."""

    conversation_id: ConversationId
    user_ids: tuple[UserId, ...]


class WatchConversation:
    """Look at a conversation, look away, and see who looks. Needs conversations:read."""

    def __init__(self, *, held: HeldConversations, viewers: Viewers, signals: Signals, clock: Clock) -> None:
        self._held, self._viewers, self._signals, self._clock = held, viewers, signals, clock

    async def visible(self, actor: Actor, conversation_ids: Collection[ConversationId]) -> frozenset[ConversationId]:
        """Give those of the conversations that there are and that the actor may see."""
        actor.require(Permission.CONVERSATIONS_READ)
        return frozenset(await self._held.visible(actor.tenant_id, conversation_ids, viewer=actor.viewer))

    async def look(self, actor: Actor, conversation_id: ConversationId, *, at: str) -> None:
        """Have it open at a place, a socket; call it again within half a minute. Raises ConversationNotFoundError."""
        hold = await self._hold(actor, conversation_id)
        looking = await self._viewers.look(actor.tenant_id, conversation_id, actor.user_id, at=at)
        await self._tell(actor, conversation_id, looking, hold)

    async def look_away(self, actor: Actor, conversation_id: ConversationId, *, at: str) -> None:
        """Have it open there no more; whoever may see it no more looks away in silence."""
        looking = await self._viewers.look_away(actor.tenant_id, conversation_id, actor.user_id, at=at)
        held = await self._held.visible(actor.tenant_id, [conversation_id], viewer=actor.viewer)
        if conversation_id in held:
            await self._tell(actor, conversation_id, looking, held[conversation_id])

    async def viewers(self, actor: Actor, conversation_id: ConversationId) -> ConversationViewers:
        """Give who looks. Raises ConversationNotFoundError."""
        await self._hold(actor, conversation_id)
        users = await self._viewers.of(actor.tenant_id, conversation_id)
        return ConversationViewers(conversation_id=conversation_id, user_ids=users)

    async def _hold(self, actor: Actor, conversation_id: ConversationId) -> Hold:
        actor.require(Permission.CONVERSATIONS_READ)
        held = await self._held.visible(actor.tenant_id, [conversation_id], viewer=actor.viewer)
        if conversation_id not in held:
            raise ConversationNotFoundError("There is no such conversation.")
        return held[conversation_id]

    async def _tell(self, actor: Actor, conversation_id: ConversationId, looking: Looking, hold: Hold) -> None:
        if not looking.is_news:
            return
        told = ConversationViewers(conversation_id=conversation_id, user_ids=looking.users)
        data = msgspec.Raw(msgspec.json.encode(told))
        frame = server_frame(USER_VIEWING, at=self._clock.now(), number=None, data=data)
        signal = LiveEvent(NOT_STORED, USER_VIEWING, conversation_id, frame, audience=Audience(hold))
        await self._signals.send(actor.tenant_id, signal)
