"""What customers said of the service."""

from datetime import datetime
from typing import Protocol

from domain.shared.ids import ContactId, ConversationId, WhatsAppConfigId
from domain.support.csat import CsatAnswer


class CsatRepository(Protocol):
    """Keeps one question a conversation, and its answer."""

    async def was_asked(self, conversation_id: ConversationId) -> bool:
        """Say whether a conversation was asked about already."""
        ...

    async def ask(self, asked: CsatAnswer) -> None:
        """Write a question that was sent."""
        ...

    async def lock_open(
        self, *, contact_id: ContactId, config_id: WhatsAppConfigId, now: datetime
    ) -> CsatAnswer | None:
        """Find the latest question that a contact has not answered on a number and still may."""
        ...

    async def answer(self, answered: CsatAnswer) -> None:
        """Write an answer."""
        ...
