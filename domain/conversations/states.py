"""The states of a conversation, who answers in it, and how much it presses."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

SERVICE_WINDOW = timedelta(hours=24)
"""Meta: free-form messages may be sent for 24 h from the contact's last message."""

PREVIEW_LENGTH = 200
"""What the inbox shows of the last message; a line on the widest screen."""

UNTIL_NEXT_MESSAGE = datetime(9999, 12, 31, tzinfo=UTC)
"""Until when a conversation sleeps that only a message of its contact wakes: no clock gets there."""


class ConversationStatus(StrEnum):
    """`active`: a bot or an agent is on it; `waiting`: for a person."""

    ACTIVE = "active"
    WAITING = "waiting"
    RESOLVED = "resolved"
    ARCHIVED = "archived"


class Handler(StrEnum):
    """Who answers."""

    BOT = "bot"
    AGENT = "agent"
    NONE = "none"


class Priority(StrEnum):
    """How much it presses."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    URGENT = "urgent"
