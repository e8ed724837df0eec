"""A company's texts in PostgreSQL."""

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import stale
from adapters.postgres.statements import Statement
from domain.support.bot_texts import BotText, BotTextKey
from domain.tenants.errors import TenantNotFoundError

_FIND = Statement(
    """
    SELECT tenants.language, bot_config.value, bot_config.version
    FROM platform.tenants LEFT JOIN bot_config ON bot_config.tenant_id = tenants.id AND bot_config.key = :key
    WHERE tenants.id = :tenant_id
    """
)
_ALL = Statement(
    """
    SELECT tenants.language, bot_config.key, bot_config.value, bot_config.version
    FROM platform.tenants LEFT JOIN bot_config ON bot_config.tenant_id = tenants.id
    WHERE tenants.id = :tenant_id
    """
)
_SAVE = Statement(
    """
    INSERT INTO bot_config AS kept (tenant_id, key, value, version, updated_at)
    VALUES (:tenant_id, :key, :value, 1, now())
    ON CONFLICT (tenant_id, key) DO UPDATE SET value = excluded.value, version = kept.version + 1, updated_at = now()
    WHERE kept.version = :version
    """
)


class _Value(msgspec.Struct, frozen=True, kw_only=True):
    """What `bot_config.value` holds."""

    is_enabled: bool
    texts: dict[str, str]


class PostgresBotTexts:
    """Keeps what a company changed; the rest is the domain's."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def find(self, key: BotTextKey) -> BotText:
        """Load one, with the company's language."""
        row = await self._connection.fetch_one(_FIND, key=key)
        if row is None:
            raise TenantNotFoundError("There is no such company.")
        return _to_domain(key, row)

    async def all(self) -> list[BotText]:
        """Load all of them."""
        rows = await self._connection.fetch(_ALL)
        if not rows:
            raise TenantNotFoundError("There is no such company.")
        known = {row["key"]: row for row in rows}
        return [
            _to_domain(key, known[key]) if key in known else BotText.default(key, language=rows[0]["language"])
            for key in BotTextKey
        ]

    async def save(self, text: BotText) -> None:
        """Write one, if nobody was faster."""
        value = _Value(is_enabled=text.is_enabled, texts=text.texts)
        if not await self._connection.execute(_SAVE, key=text.key, value=value, version=text.version):
            raise stale(text)
        text.version += 1


def _to_domain(key: BotTextKey, row: Row) -> BotText:
    if row["value"] is None:
        return BotText.default(key, language=row["language"])
    value = msgspec.json.decode(row["value"], type=_Value)
    return BotText(
        key=key, is_enabled=value.is_enabled, texts=value.texts, language=row["language"], version=row["version"]
    )
