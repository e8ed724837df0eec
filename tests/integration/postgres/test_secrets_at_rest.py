"""What is kept sealed: signing keys, and the secrets of webhook routes."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from adapters.crypto.secret_box import AesGcmSecretBox
from adapters.postgres import webhook_routes as routes_module
from adapters.postgres.database import Database
from adapters.postgres.signing_keys import PostgresSigningKeys
from adapters.postgres.webhook_routes import PostgresWebhookRoutes
from adapters.system.ids import SystemIds
from application.ports.signing_keys import SigningKey
from domain.shared.ids import TenantId, WhatsAppConfigId
from tests.doubles import FrozenClock

AddRoute = Callable[[str], Awaitable[WhatsAppConfigId]]

BOX = AesGcmSecretBox(bytes(range(32)))


def key(kid: str) -> SigningKey:
    return SigningKey(kid=kid, private_key_pem=f"private {kid}", public_key_pem=f"public {kid}")


class TestSigningKeys:
    @pytest.fixture
    def keys(self, platform_database: Database, frozen_clock: FrozenClock) -> PostgresSigningKeys:
        return PostgresSigningKeys(platform_database, box=BOX, clock=frozen_clock)

    async def test_keys_come_oldest_first(self, keys: PostgresSigningKeys, frozen_clock: FrozenClock) -> None:
        await keys.add(key("b"), at=frozen_clock.now())
        await keys.add(key("a"), at=frozen_clock.advance(timedelta(days=1)))

        assert await keys.active() == [key("b"), key("a")]

    async def test_a_retired_key_verifies_for_a_while(
        self, keys: PostgresSigningKeys, frozen_clock: FrozenClock
    ) -> None:
        await keys.add(key("a"), at=frozen_clock.now())
        await keys.retire("a", at=frozen_clock.now())

        assert [found.retired for found in await keys.active()] == [True]
        frozen_clock.advance(timedelta(days=2))
        assert await keys.active() == []

    async def test_of_many_processes_one_makes_the_first_key(
        self, keys: PostgresSigningKeys, frozen_clock: FrozenClock
    ) -> None:
        made = await asyncio.gather(*(keys.add_first(key(str(n)), at=frozen_clock.now()) for n in range(10)))

        assert made.count(True) == 1
        assert len(await keys.active()) == 1

    async def test_the_private_key_is_not_stored_as_it_is(
        self, keys: PostgresSigningKeys, frozen_clock: FrozenClock, platform_database: Database
    ) -> None:
        await keys.add(key("a"), at=frozen_clock.now())

        async with platform_database.connection() as connection:
            sealed = await connection.fetchval("SELECT private_key_sealed FROM platform.signing_keys")
        assert b"private" not in sealed
        assert BOX.open(sealed, place="platform/signing_keys/a/private_key") == "private a"


class TestWebhookRoutes:
    @pytest.fixture
    def routes(self, platform_database: Database) -> PostgresWebhookRoutes:
        return PostgresWebhookRoutes(platform_database, box=BOX)

    @pytest.fixture
    def add(self, app_database: Database, tenant_id: TenantId, ids: SystemIds) -> AddRoute:
        async def write(number: str) -> WhatsAppConfigId:
            config_id = WhatsAppConfigId(ids.new())
            place = f"{tenant_id}/whatsapp_configs/{config_id}"
            async with app_database.transaction(f"SELECT set_config('app.tenant_id', '{tenant_id}', true)") as tx:
                await tx.execute(
                    "INSERT INTO platform.webhook_routes VALUES ($1, $2, $3, 'waba', $4, $5)",
                    config_id,
                    tenant_id,
                    number,
                    BOX.seal("hush", place=f"{place}/app_secret"),
                    BOX.seal(number, place=f"{place}/verify_token"),
                )
            return config_id

        return write

    async def test_a_config_is_found_with_its_secrets_opened(
        self, routes: PostgresWebhookRoutes, add: AddRoute, tenant_id: TenantId
    ) -> None:
        config_id = await add("111")

        route = await routes.by_config(config_id)

        assert route is not None
        assert (route.tenant_id, route.app_secrets, route.verify_token) == (tenant_id, ("hush",), "111")
        assert "hush" not in repr(route)

    async def test_numbers_are_found_in_their_order_and_unknown_ones_left_out(
        self, routes: PostgresWebhookRoutes, add: AddRoute
    ) -> None:
        await add("111")
        await add("222")

        found = await routes.by_phone_number_ids(("222", "nobody\0", "111", "222"))

        assert [route.phone_number_id for route in found] == ["222", "111"]

    async def test_what_is_known_is_remembered_for_a_while(
        self,
        routes: PostgresWebhookRoutes,
        add: AddRoute,
        app_database: Database,
        tenant_id: TenantId,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        now = 1000.0
        monkeypatch.setattr(routes_module, "monotonic", lambda: now)
        config_id = await add("111")
        first = await routes.by_config(config_id)
        async with app_database.transaction(f"SELECT set_config('app.tenant_id', '{tenant_id}', true)") as tx:
            await tx.execute("DELETE FROM platform.webhook_routes")

        assert await routes.by_config(config_id) == first
        now += routes_module.KNOWN_SECONDS + 0.1
        assert await routes.by_config(config_id) is None

    async def test_memory_is_bounded(self, routes: PostgresWebhookRoutes, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(routes_module, "REMEMBERED", 10)

        for number in range(100):
            await routes.by_phone_number_ids((str(number),))

        assert len(routes._cache) <= 10
