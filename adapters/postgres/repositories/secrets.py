"""What flows may send to others, in PostgreSQL: sealed."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import insert_into, is_row, save_row, stale, update_version, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.calls import secrets
from domain.calls.errors import SecretNotFoundError
from domain.calls.secret import Secret
from domain.shared.ids import SecretId

_NAMED = Statement(
    "SELECT * FROM secrets WHERE tenant_id = :tenant_id AND name = ANY (CAST(:names AS text[])) ORDER BY name"
)
_GET = Statement(
    select(secrets).where(secrets.c.tenant_id == bindparam("tenant_id"), secrets.c.name == bindparam("name"))
)
_COUNT = Statement("SELECT count(*) FROM secrets WHERE tenant_id = :tenant_id")
_ADD = insert_into(secrets)
_SAVE = update_version(secrets)
_REMOVE = Statement(delete(secrets).where(is_row(secrets), secrets.c.version == bindparam("version")))
_USED = Statement(
    """
    UPDATE secrets SET last_used_at = :at
    WHERE tenant_id = :tenant_id AND name = ANY (CAST(:names AS text[]))
      AND (last_used_at IS NULL OR last_used_at < :at)
    """
)


def to_domain(row: Row) -> Secret:
    """Read a row."""
    return Secret(
        id=SecretId(row["id"]),
        name=row["name"],
        value_sealed=row["value_sealed"],
        hosts=tuple(row["hosts"]),
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        last_used_at=row["last_used_at"],
        version=row["version"],
    )


class PostgresSecrets:
    """Keeps secrets, sealed; a name is one's."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, name: str) -> Secret:
        """Load one. Raises SecretNotFoundError."""
        row = await self._connection.fetch_one(_GET, name=name)
        if row is None:
            raise SecretNotFoundError("There is no secret of this name.")
        return to_domain(row)

    async def named(self, names: Collection[str]) -> dict[str, Secret]:
        """Load those that exist of these, by name."""
        rows = await self._connection.fetch(_NAMED, names=list(names))
        return {row["name"]: to_domain(row) for row in rows}

    async def count(self) -> int:
        """Count them."""
        return int(await self._connection.fetch_value(_COUNT))

    async def add(self, secret: Secret) -> None:
        """Write a new one. Raises SecretTakenError."""
        await write(self._connection, _ADD, **values_of(secret))

    async def save(self, secret: Secret) -> None:
        """Write changes. Raises StaleVersionError."""
        await save_row(self._connection, _SAVE, secret)

    async def remove(self, secret: Secret) -> None:
        """Forget it. Raises StaleVersionError on a lost race."""
        if not await self._connection.execute(_REMOVE, id=secret.id, version=secret.version):
            raise stale(secret)

    async def used(self, names: Collection[str], *, at: datetime) -> None:
        """Note when they were last sent."""
        await self._connection.execute(_USED, names=list(names), at=at)
