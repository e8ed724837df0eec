"""Somebody wants to know what a bot does."""

from datetime import timedelta

from application.ports.clock import Clock
from application.ports.readers.chatbots import ChatbotList, ChatbotStats
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import ChatbotId

LAST = timedelta(days=30)
"""A month: what came before is for reports."""


class ShowChatbotStats:
    """Count the sessions of a chatbot's flows of the last thirty days. Needs flows:read."""

    def __init__(self, *, chatbots: ChatbotList, clock: Clock) -> None:
        self._chatbots, self._clock = chatbots, clock

    async def __call__(self, actor: Actor, chatbot_id: ChatbotId) -> ChatbotStats:
        """Give the counts. Raises ChatbotNotFoundError."""
        actor.require(Permission.FLOWS_READ)
        since = self._clock.now() - LAST
        return await self._chatbots.stats(actor.tenant_id, chatbot_id=chatbot_id, since=since)
