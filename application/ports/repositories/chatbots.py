"""Chatbots: named groups of flows."""

from typing import Protocol

from domain.flows.definition import Chatbot
from domain.shared.ids import ChatbotId


class ChatbotRepository(Protocol):
    """Keeps chatbots."""

    async def get(self, chatbot_id: ChatbotId) -> Chatbot:
        """Load one. Raises ChatbotNotFoundError."""
        ...

    async def add(self, chatbot: Chatbot) -> None:
        """Write a new one."""
        ...

    async def save(self, chatbot: Chatbot) -> None:
        """Write changes. Raises StaleVersionError on a lost race."""
        ...

    async def delete(self, chatbot_id: ChatbotId) -> None:
        """Remove one that no flow and no number has any more; what is deleted of those forgets it.

        Raises ChatbotInUseError when one has it after all; the transaction is then over.
        """
        ...

    async def numbers(self, chatbot_id: ChatbotId) -> list[str]:
        """Give the names of the numbers on which it answers."""
        ...
