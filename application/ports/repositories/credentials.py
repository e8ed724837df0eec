"""What a user proves with who they are: the password's hash, the second factor, its recovery codes.

Each change counts the user's version up, except the noting of a used step: a login is no edit.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

import msgspec

from domain.shared.ids import UserId


class SecondFactor(msgspec.Struct, frozen=True, kw_only=True):
    """A user's TOTP secret; it counts once `enabled_at` is there. `last_step` is the newest that was used."""

    sealed: bytes | None
    enabled_at: datetime | None
    last_step: int | None


class CredentialRepository(Protocol):
    """Keeps them."""

    async def replace_hash(self, user_id: UserId, *, old: str, new: str) -> None:
        """Put the same password's newer hash in the place of `old`, unless the password was changed meanwhile."""
        ...

    async def lock_second_factor(self, user_id: UserId) -> SecondFactor:
        """Read it, and keep others from changing it until the transaction ends. Raises UserNotFoundError."""
        ...

    async def set_up(self, user_id: UserId, *, sealed: bytes) -> None:
        """Keep a secret that does not count yet."""
        ...

    async def enable(self, user_id: UserId, *, step: int, at: datetime) -> None:
        """Have the secret count; `step` is the one that proved it."""
        ...

    async def disable(self, user_id: UserId) -> None:
        """Forget the secret and the recovery codes."""
        ...

    async def take_step(self, user_id: UserId, step: int) -> bool:
        """Use a time step up; False when it or a later one was used before."""
        ...

    async def replace_recovery_codes(self, user_id: UserId, hashes: Collection[bytes]) -> None:
        """Keep these instead of all before."""
        ...

    async def take_recovery_code(self, user_id: UserId, code_hash: bytes, *, at: datetime) -> bool:
        """Use a recovery code up; False when there is none like it, or it was used before."""
        ...
