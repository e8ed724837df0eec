"""What a step gets that changes a conversation for a person."""

from dataclasses import dataclass
from datetime import datetime

from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.conversations.conversation import Conversation
from domain.conversations.timeline import By, by_user


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One transaction, one conversation, one person, one moment."""

    tx: Transaction
    conversation: Conversation
    actor: Actor
    now: datetime

    @property
    def by(self) -> By:
        """Say who changes it, as the timeline does."""
        return by_user(self.actor.user_id)
