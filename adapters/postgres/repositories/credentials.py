"""Password hashes, second factors and recovery codes in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime

import msgspec

from adapters.postgres.connection import TenantConnection
from adapters.postgres.statements import Statement
from application.ports.repositories.credentials import SecondFactor
from domain.identity.errors import UserNotFoundError
from domain.shared.ids import UserId

_REPLACE_HASH = Statement("""
UPDATE platform.users SET password_hash = :new, version = version + 1
WHERE tenant_id = :tenant_id AND id = :user_id AND password_hash = :old
""")
_LOCK = Statement("""
SELECT totp_sealed AS sealed, totp_enabled_at AS enabled_at, totp_last_step AS last_step FROM platform.users
WHERE tenant_id = :tenant_id AND id = :user_id AND deleted_at IS NULL FOR NO KEY UPDATE
""")
_SET_UP = Statement("""
UPDATE platform.users
SET totp_sealed = :sealed, totp_enabled_at = NULL, totp_last_step = NULL, version = version + 1, updated_at = now()
WHERE tenant_id = :tenant_id AND id = :user_id
""")
_ENABLE = Statement("""
UPDATE platform.users
SET totp_enabled_at = :at, totp_last_step = :step, version = version + 1, updated_at = now()
WHERE tenant_id = :tenant_id AND id = :user_id
""")
_DISABLE = Statement("""
UPDATE platform.users
SET totp_sealed = NULL, totp_enabled_at = NULL, totp_last_step = NULL, version = version + 1, updated_at = now()
WHERE tenant_id = :tenant_id AND id = :user_id
""")
_TAKE_STEP = Statement("""
UPDATE platform.users SET totp_last_step = :step
WHERE tenant_id = :tenant_id AND id = :user_id AND (totp_last_step IS NULL OR totp_last_step < :step)
""")

_DROP_CODES = Statement("DELETE FROM platform.recovery_codes WHERE tenant_id = :tenant_id AND user_id = :user_id")
_ADD_CODES = Statement("""
INSERT INTO platform.recovery_codes (tenant_id, user_id, code_hash)
SELECT :tenant_id, :user_id, unnest(CAST(:hashes AS bytea[]))
""")
_TAKE_CODE = Statement("""
UPDATE platform.recovery_codes SET used_at = :at
WHERE tenant_id = :tenant_id AND user_id = :user_id AND code_hash = :code_hash AND used_at IS NULL
""")


class PostgresCredentials:
    """Keeps what users prove with who they are."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def replace_hash(self, user_id: UserId, *, old: str, new: str) -> None:
        """Put the same password's newer hash in the place of `old`, unless the password was changed meanwhile."""
        await self._connection.execute(_REPLACE_HASH, user_id=user_id, old=old, new=new)

    async def lock_second_factor(self, user_id: UserId) -> SecondFactor:
        """Read it, and keep others from changing it until the transaction ends. Raises UserNotFoundError."""
        row = await self._connection.fetch_one(_LOCK, user_id=user_id)
        if row is None:
            raise UserNotFoundError("There is no such user.")
        return msgspec.convert(dict(row), SecondFactor)

    async def set_up(self, user_id: UserId, *, sealed: bytes) -> None:
        """Keep a secret that does not count yet."""
        await self._connection.execute(_SET_UP, user_id=user_id, sealed=sealed)

    async def enable(self, user_id: UserId, *, step: int, at: datetime) -> None:
        """Have the secret count; `step` is the one that proved it."""
        await self._connection.execute(_ENABLE, user_id=user_id, step=step, at=at)

    async def disable(self, user_id: UserId) -> None:
        """Forget the secret and the recovery codes."""
        await self._connection.execute(_DISABLE, user_id=user_id)
        await self._connection.execute(_DROP_CODES, user_id=user_id)

    async def take_step(self, user_id: UserId, step: int) -> bool:
        """Use a time step up; False when it or a later one was used before."""
        return await self._connection.execute(_TAKE_STEP, user_id=user_id, step=step) > 0

    async def replace_recovery_codes(self, user_id: UserId, hashes: Collection[bytes]) -> None:
        """Keep these instead of all before."""
        await self._connection.execute(_DROP_CODES, user_id=user_id)
        await self._connection.execute(_ADD_CODES, user_id=user_id, hashes=list(hashes))

    async def take_recovery_code(self, user_id: UserId, code_hash: bytes, *, at: datetime) -> bool:
        """Use a recovery code up; False when there is none like it, or it was used before."""
        return await self._connection.execute(_TAKE_CODE, user_id=user_id, code_hash=code_hash, at=at) > 0
