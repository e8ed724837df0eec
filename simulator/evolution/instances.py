"""Instances: linked phones, each with a webhook and the messages that passed through it."""

import secrets
from typing import Literal

from msgspec import Struct, field

from simulator.state.numbers import Number
from simulator.wire import JsonObject

State = Literal["open", "connecting", "close"]
NUMBER_PREFIX = "evolution:"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
MESSAGES_MAX = 5_000  # kept per instance, for quotes and files


class Hook(Struct, kw_only=True):
    """Where an instance's events go."""

    url: str
    enabled: bool = True
    headers: dict[str, str] = field(default_factory=dict)
    events: list[str] = field(default_factory=list)
    by_events: bool = False
    base64: bool = False


class Stored(Struct, kw_only=True):
    """A message that passed through: its key, and the file it holds."""

    key: JsonObject
    kind: str
    media_id: str | None = None


class Instance(Struct, kw_only=True):
    """One instance."""

    name: str
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    token: str = field(default_factory=lambda: secrets.token_hex(16).upper())
    state: State = "close"
    number: Number | None = None
    hook: Hook | None = None
    codes: int = 0
    lost_because: int | None = None
    shows_lid: bool = False
    messages: dict[str, Stored] = field(default_factory=dict)

    @property
    def jid(self) -> str | None:
        """Return the linked phone's address."""
        return f"{self.number.digits}@s.whatsapp.net" if self.number is not None else None

    def keep(self, message_id: str, stored: Stored) -> None:
        """Remember a message, forgetting the oldest."""
        self.messages[message_id] = stored
        if len(self.messages) > MESSAGES_MAX:
            del self.messages[next(iter(self.messages))]

    def pairing(self) -> JsonObject:
        """Return the next QR code."""
        self.codes += 1
        code = f"2@{secrets.token_urlsafe(24)}"
        return {
            "pairingCode": None,
            "code": code,
            "base64": f"data:image/png;base64,{PIXEL}",
            "count": self.codes,
        }


class InstanceBook:
    """Every instance of the server."""

    def __init__(self) -> None:
        self.instances: dict[str, Instance] = {}

    def of_number(self, phone_number_id: str) -> Instance | None:
        """Return the instance whose phone this is."""
        if not phone_number_id.startswith(NUMBER_PREFIX):
            return None
        return self.instances.get(phone_number_id.removeprefix(NUMBER_PREFIX))


def new_key_id() -> str:
    """Return a message id as WhatsApp Web makes them."""
    return f"3EB0{secrets.token_hex(9).upper()}"
