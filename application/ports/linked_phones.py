"""What the application needs of a provider whose numbers are phones, linked by a QR code."""

from typing import Protocol

import msgspec

from application.ports.whatsapp import Credentials
from domain.whatsapp.config import ConnectionState


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """What links a phone: a picture as a `data:` address, the text in it, and eight signs to type instead."""

    picture: str
    code: str
    pairing_code: str | None = None

    def __repr__(self) -> str:
        """Show nothing: whoever has it has the number."""
        return "Pairing()"


class Connection(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the phone is linked, whose it is, and why it is not."""

    state: ConnectionState
    phone_number: str | None = None
    profile_name: str | None = None
    reason: str | None = None


class LinkedPhones(Protocol):
    """Links phones. Any method raises ProviderRefusedError."""

    async def settle(self, credentials: Credentials, *, callback_url: str) -> None:
        """Have the instance and its webhook: create it where it does not exist, adopt it where it does."""
        ...

    async def pair(self, credentials: Credentials, *, phone_number: str | None) -> Pairing | None:
        """Give a fresh code; None where the phone is linked already. `phone_number` asks for a code to type too."""
        ...

    async def connection(self, credentials: Credentials) -> Connection:
        """Ask how the phone is."""
        ...

    async def restart(self, credentials: Credentials) -> None:
        """Connect anew with what was linked."""
        ...

    async def log_out(self, credentials: Credentials) -> None:
        """Unlink the phone; done already is as good as done."""
        ...
