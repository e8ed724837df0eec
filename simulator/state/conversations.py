from typing import Literal

from msgspec import Struct

from simulator.wire import JsonObject

CONVERSATION_MAX = 500  # messages kept per conversation; a phone page shows far fewer

Tick = Literal["pending", "accepted", "sent", "delivered", "read", "failed"]
_RANK: dict[str, int] = {"pending": 0, "accepted": 0, "sent": 1, "delivered": 2, "read": 3, "failed": 4}


class PhoneMessage(Struct, kw_only=True):
    """A message as the customer's phone shows it; `mine` means the customer wrote it."""

    id: str
    contact: str
    phone_number_id: str
    mine: bool
    type: str
    at: float
    content: JsonObject
    status: Tick = "pending"
    error_code: int | None = None
    quoted: str | None = None
    reaction: str = ""
    pressed: str = ""

    def advance(self, status: Tick) -> bool:
        """Move the tick forward, never back; say whether it moved."""
        if _RANK[status] <= _RANK[self.status]:
            return False
        self.status = status
        return True


class Conversations:
    """What is on every customer's phone."""

    def __init__(self) -> None:
        self._threads: dict[tuple[str, str], dict[str, PhoneMessage]] = {}
        self._messages: dict[str, PhoneMessage] = {}

    def add(self, message: PhoneMessage) -> None:
        """Put a message at the end of its conversation, dropping the oldest when it is full."""
        thread = self._threads.setdefault((message.phone_number_id, message.contact), {})
        thread[message.id] = message
        self._messages[message.id] = message
        if len(thread) > CONVERSATION_MAX:
            oldest = next(iter(thread))
            del thread[oldest]
            self._messages.pop(oldest, None)

    def get(self, wamid: str) -> PhoneMessage | None:
        """Return a message by its id."""
        return self._messages.get(wamid)

    def thread(self, phone_number_id: str, wa_id: str) -> list[PhoneMessage]:
        """Return a conversation, oldest first."""
        return list(self._threads.get((phone_number_id, wa_id), {}).values())

    def last(self, phone_number_id: str, wa_id: str) -> PhoneMessage | None:
        """Return the newest message of a conversation."""
        thread = self._threads.get((phone_number_id, wa_id))
        return next(reversed(thread.values())) if thread else None
