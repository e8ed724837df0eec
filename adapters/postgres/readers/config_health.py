"""How a number is doing, read from PostgreSQL: what its provider told, and what its messages show."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import msgspec

from adapters.postgres.connection import Row
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from application.ports.readers.whatsapp_configs import FailureCount, NumberSigns
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.errors import ConfigNotFoundError
from domain.whatsapp.health import NumberHealth

CONVERSATIONS_LOOKED_AT = 10_000
"""Of all numbers, the newest: an idle number beside busy ones must not have the whole inbox read."""
THREADS = 20
"""Of the number, the newest: one of them has its last message of ours."""
MOST_CODES = 20

_HEALTH = Statement(
    "SELECT health FROM whatsapp_configs WHERE tenant_id = :tenant_id AND id = :config_id AND deleted_at IS NULL"
)
_decoder = msgspec.json.Decoder(NumberHealth)
_times = msgspec.json.Decoder(dict[str, datetime])

_THREADS = Statement(
    """
    WITH newest AS (
      SELECT id, whatsapp_config_id, last_inbound_at FROM conversations WHERE tenant_id = :tenant_id
      ORDER BY (CASE WHEN last_message_at IS NULL THEN '-infinity'::timestamptz ELSE last_message_at END) DESC, id DESC
      LIMIT :looked_at),
    own AS (SELECT id, last_inbound_at FROM newest WHERE whatsapp_config_id = :config_id LIMIT :threads)
    SELECT own.last_inbound_at, ours.created_at AS sent_at, ours.status_at FROM own
    LEFT JOIN LATERAL (
      SELECT created_at, status_at FROM messages
      WHERE tenant_id = :tenant_id AND conversation_id = own.id AND direction = 'outbound'
      ORDER BY id DESC LIMIT 1) AS ours ON true
    """
)

_COUNTS = Statement(
    """
    SELECT
      (SELECT count(*) FROM outbound WHERE tenant_id = :tenant_id AND config_id = :config_id) AS waiting,
      (SELECT sent FROM number_days WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id
        AND day = CAST(now() AT TIME ZONE (SELECT time_zone FROM platform.tenants WHERE id = :tenant_id) AS date))
        AS sent_today,
      (SELECT max(received_at) FROM provider_notices
        WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id) AS noticed_at
    """
)

_FAILURES = Statement(
    """
    SELECT error_code AS code, count(*) AS count FROM messages
    WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id AND id >= :first_id AND error_code IS NOT NULL
    GROUP BY error_code ORDER BY count DESC, code LIMIT :most
    """
)


class PostgresConfigHealth(TenantReader):
    """Reads how a number is doing."""

    async def health(self, tenant_id: TenantId, *, config_id: WhatsAppConfigId) -> NumberHealth:
        """Give what the provider told. Raises ConfigNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_HEALTH, config_id=config_id)
        if row is None:
            raise ConfigNotFoundError("There is no such WhatsApp config.")
        return _decoder.decode(row["health"])

    async def signs(self, tenant_id: TenantId, *, config_id: WhatsAppConfigId, since: datetime) -> NumberSigns:
        """Give what its messages show; failures are of the messages written since then."""
        number = {"config_id": config_id}
        async with self._reading(tenant_id) as connection:
            threads = await connection.fetch(_THREADS, **number, looked_at=CONVERSATIONS_LOOKED_AT, threads=THREADS)
            counts = await connection.fetch_one(_COUNTS, **number) or {}
            failures = await connection.fetch(_FAILURES, **number, first_id=_first_id(since), most=MOST_CODES)
        inbound_at = _latest(row["last_inbound_at"] for row in threads)
        return NumberSigns(
            last_inbound_at=inbound_at,
            last_outbound_at=_latest(row["sent_at"] for row in threads),
            last_webhook_at=_latest([inbound_at, counts.get("noticed_at"), *map(_reported_at, threads)]),
            waiting_to_be_sent=counts.get("waiting", 0),
            sent_today=counts.get("sent_today"),
            failures=[FailureCount(code=row["code"], count=row["count"]) for row in failures],
        )


def _reported_at(row: Row) -> datetime | None:
    """When the provider last told of the message: that it was sent we say ourselves."""
    if row["status_at"] is None:
        return None
    times = _times.decode(row["status_at"])
    return _latest(times.get(status) for status in ("delivered", "read", "played", "failed"))


def _latest(times: Iterable[datetime | None]) -> datetime | None:
    return max((at for at in times if at is not None), default=None)


def _first_id(at: datetime) -> UUID:
    """Give the lowest UUIDv7 of a time."""
    return UUID(int=int(at.timestamp() * 1000) << 80)
