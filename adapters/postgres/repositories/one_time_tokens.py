"""Links of e-mails in PostgreSQL."""

from datetime import datetime

import msgspec
from sqlalchemy import bindparam, delete, update

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.rows import insert_into, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.access import one_time_tokens
from domain.identity.one_time_token import OneTimeToken, TokenPurpose
from domain.shared.ids import UserId

_c = one_time_tokens.c
_OURS = _c.tenant_id == bindparam("tenant_id")
_PURPOSE = _c.purpose == bindparam("of_purpose")

_DROP = Statement(delete(one_time_tokens).where(_OURS, _c.user_id == bindparam("of_user"), _PURPOSE))
_ADD = insert_into(one_time_tokens)
_USE = Statement(
    update(one_time_tokens)
    .values(used_at=bindparam("at"))
    .where(
        _OURS, _PURPOSE, _c.token_hash == bindparam("of_hash"), _c.used_at.is_(None), _c.expires_at > bindparam("at")
    )
    .returning(one_time_tokens)
)


class PostgresOneTimeTokens:
    """Keeps what is known of links."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def put(self, token: OneTimeToken) -> None:
        """Write a new one; those that the user had for the same purpose are good no more."""
        await self.drop(token.user_id, token.purpose)
        await write(self._connection, _ADD, **values_of(token))

    async def use(self, token_hash: bytes, purpose: TokenPurpose, *, at: datetime) -> OneTimeToken | None:
        """Use one up; None when there is none like it, it was used before, or its time is over."""
        row = await self._connection.fetch_one(_USE, of_hash=token_hash, of_purpose=purpose, at=at)
        return None if row is None else msgspec.convert(dict(row), OneTimeToken)

    async def drop(self, user_id: UserId, purpose: TokenPurpose) -> None:
        """Have no link of the user's be good for this any more."""
        await self._connection.execute(_DROP, of_user=user_id, of_purpose=purpose)
