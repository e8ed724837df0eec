"""How fast a number may send: its own rate, and the rate towards one recipient."""

from typing import Protocol

import msgspec

from domain.shared.ids import WhatsAppConfigId


class Grants(msgspec.Struct, frozen=True, kw_only=True):
    """Which of the asked-for sends may go now (by position), and in how many seconds each refused one may."""

    granted: tuple[int, ...]
    retry_after: dict[int, float]


class SendRates(Protocol):
    """Reserves send slots; shared by all workers, and safe (slower, never faster) when the store is away."""

    async def reserve(
        self, config_id: WhatsAppConfigId, *, per_second: int, recipients: list[str], per_minute: int | None = None
    ) -> Grants:
        """Reserve one slot per recipient, in order; nothing is reserved for a refused one.

        `per_minute` holds in any minute, beside the number's rate; None is without one.
        """
        ...
