"""Links that were sent by e-mail."""

from datetime import datetime
from typing import Protocol

from domain.identity.one_time_token import OneTimeToken, TokenPurpose
from domain.shared.ids import UserId


class OneTimeTokenRepository(Protocol):
    """Keeps what is known of them."""

    async def put(self, token: OneTimeToken) -> None:
        """Write a new one; those that the user had for the same purpose are good no more."""
        ...

    async def use(self, token_hash: bytes, purpose: TokenPurpose, *, at: datetime) -> OneTimeToken | None:
        """Use one up; None when there is none like it, it was used before, or its time is over."""
        ...

    async def drop(self, user_id: UserId, purpose: TokenPurpose) -> None:
        """Have no link of the user's be good for this any more."""
        ...
