"""Which tenant a webhook is for: read on the platform role, secrets opened, remembered for some seconds."""

from collections.abc import Iterable
from time import monotonic
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import any_, bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY, TEXT, distinct_on

from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.running import fetch, fetch_one
from adapters.postgres.statements import Statement
from adapters.postgres.tables.platform import webhook_routes
from application.ports.secrets import SecretBox
from application.ports.webhook_routes import NumberPlace, WebhookRoute
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import ApiType

KNOWN_SECONDS = 5.0
"""A changed secret works after this; Meta repeats what was refused meanwhile."""
UNKNOWN_SECONDS = 1.0
"""A number just configured must work at once, or nearly; a flood of unknown ones must not reach the database."""
REMEMBERED = 10_000
"""More numbers than one process serves; past it, all is forgotten and read again."""

_BY_CONFIG = Statement(select(webhook_routes).where(webhook_routes.c.config_id == bindparam("config_id")))
_BY_NUMBERS = Statement(
    select(webhook_routes).where(webhook_routes.c.phone_number_id == any_(bindparam("numbers", type_=ARRAY(TEXT))))
)
_BY_ACCOUNTS = Statement(
    select(webhook_routes)
    .ext(distinct_on(webhook_routes.c.business_account_id))
    .where(webhook_routes.c.business_account_id == any_(bindparam("accounts", type_=ARRAY(TEXT))))
    .order_by(webhook_routes.c.business_account_id, webhook_routes.c.config_id)
)

_BY_TYPE = Statement(
    select(webhook_routes.c.tenant_id, webhook_routes.c.config_id)
    .where(webhook_routes.c.api_type == bindparam("api_type"))
    .order_by(webhook_routes.c.config_id)
)


class _Remembered(NamedTuple):
    until: float
    route: WebhookRoute | None


class PostgresWebhookRoutes:
    """Numbers of all tenants, with a small cache."""

    def __init__(self, database: Database, *, box: SecretBox) -> None:
        self._database = database
        self._box = box
        self._cache: dict[UUID | str, _Remembered] = {}

    async def by_config(self, config_id: WhatsAppConfigId) -> WebhookRoute | None:
        """Find the config of the path. Raises SecretUnreadableError, DatabaseUnavailableError."""
        known = self._recall(config_id)
        if known is not None:
            return known.route
        async with self._database.connection() as connection:
            row = await fetch_one(connection, _BY_CONFIG, config_id=config_id)
        route = None if row is None else await self._to_route(row)
        self._remember(config_id, route)
        return route

    async def by_phone_number_ids(self, phone_number_ids: tuple[str, ...]) -> list[WebhookRoute]:
        """Find the configs of the numbers named in a body, in their order; unknown ones are left out."""
        found = {number: known.route for number in phone_number_ids if (known := self._recall(number)) is not None}
        if missing := [number for number in phone_number_ids if number not in found]:
            found |= await self._read(missing)
        return [route for number in dict.fromkeys(phone_number_ids) if (route := found[number]) is not None]

    async def by_account_ids(self, account_ids: tuple[str, ...]) -> list[WebhookRoute]:
        """Find each account's oldest config, which stands for it. Not remembered: such changes are rare."""
        async with self._database.connection() as connection:
            rows = await fetch(connection, _BY_ACCOUNTS, accounts=[_storable(account) for account in account_ids])
        return [await self._to_route(row) for row in rows]

    async def of_type(self, api_type: ApiType) -> list[NumberPlace]:
        """Give every number of a provider, of all tenants."""
        async with self._database.connection() as connection:
            rows = await fetch(connection, _BY_TYPE, api_type=api_type)
        return [
            NumberPlace(tenant_id=TenantId(row["tenant_id"]), config_id=WhatsAppConfigId(row["config_id"]))
            for row in rows
        ]

    async def _read(self, numbers: Iterable[str]) -> dict[str, WebhookRoute | None]:
        routes: dict[str, WebhookRoute | None] = dict.fromkeys(numbers)
        async with self._database.connection() as connection:
            rows = await fetch(connection, _BY_NUMBERS, numbers=[_storable(number) for number in routes])
        for row in rows:
            routes[row["phone_number_id"]] = await self._to_route(row)
        for number, route in routes.items():
            self._remember(number, route)
        return routes

    def _recall(self, key: UUID | str) -> _Remembered | None:
        known = self._cache.get(key)
        return known if known is not None and known.until > monotonic() else None

    def _remember(self, key: UUID | str, route: WebhookRoute | None) -> None:
        if len(self._cache) >= REMEMBERED:
            self._cache.clear()
        seconds = UNKNOWN_SECONDS if route is None else KNOWN_SECONDS
        self._cache[key] = _Remembered(until=monotonic() + seconds, route=route)

    async def _to_route(self, row: Row) -> WebhookRoute:
        """Open the secrets, which are the config's own: their place is there."""
        tenant_id, place = TenantId(row["tenant_id"]), f"whatsapp_configs/{row['config_id']}"
        app_secret = await self._box.open(row["app_secret_sealed"], tenant_id=tenant_id, place=f"{place}/app_secret")
        verify = await self._box.open(row["verify_token_sealed"], tenant_id=tenant_id, place=f"{place}/verify_token")
        return WebhookRoute(
            tenant_id=tenant_id,
            config_id=WhatsAppConfigId(row["config_id"]),
            api_type=ApiType(row["api_type"]),
            phone_number_id=row["phone_number_id"],
            app_secrets=(app_secret,),
            verify_token=verify,
        )


def _storable(number: str) -> str:
    """Take out U+0000, which PostgreSQL refuses even in a question: the body is not checked yet."""
    return number.replace("\0", "")
