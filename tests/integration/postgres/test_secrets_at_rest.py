"""What is kept sealed: signing keys, and the secrets of webhook routes."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from adapters.crypto.data_keys import WrappedDataKeys
from adapters.crypto.master_keys import MasterKeys
from adapters.crypto.secret_box import EnvelopeSecretBox
from adapters.postgres import webhook_routes as routes_module
from adapters.postgres.data_keys import PostgresWrappedKeys
from adapters.postgres.database import Database
from adapters.postgres.signing_keys import PostgresSigningKeys
from adapters.postgres.webhook_routes import PostgresWebhookRoutes
from adapters.system.ids import SystemIds
from application.ports.signing_keys import SigningKey
from domain.keys.lifetimes import LONGEST_ACCESS, verifies_until
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.tenants.tenant import PLATFORM
from tests.doubles import FrozenClock

AddRoute = Callable[[str], Awaitable[WhatsAppConfigId]]


@pytest.fixture
def box(platform_database: Database) -> EnvelopeSecretBox:
    master = MasterKeys(bytes(range(32)))
    return EnvelopeSecretBox(WrappedDataKeys(PostgresWrappedKeys(platform_database), master=master), master=master)


def key(kid: str) -> SigningKey:
    return SigningKey(kid=kid, private_key_pem=f"private {kid}", public_key_pem=f"public {kid}")


class TestSigningKeys:
    @pytest.fixture
    def keys(
        self, platform_database: Database, box: EnvelopeSecretBox, frozen_clock: FrozenClock
    ) -> PostgresSigningKeys:
        return PostgresSigningKeys(platform_database, box=box, clock=frozen_clock)

    async def test_a_new_key_signs_and_those_before_it_verify_oldest_first(
        self, keys: PostgresSigningKeys, frozen_clock: FrozenClock
    ) -> None:
        await keys.add_first(key("b"), at=frozen_clock.now())
        await keys.rotate(key("a"), at=frozen_clock.advance(timedelta(days=1)))

        assert [(found.kid, found.retired) for found in await keys.active()] == [("b", True), ("a", False)]
        assert (await keys.active())[1] == key("a")

    async def test_a_retired_key_verifies_until_its_last_token_has_ended(
        self, keys: PostgresSigningKeys, frozen_clock: FrozenClock
    ) -> None:
        await keys.add_first(key("a"), at=frozen_clock.now())
        retired_at = frozen_clock.advance(timedelta(days=30))
        await keys.rotate(key("b"), at=retired_at)

        frozen_clock.advance(LONGEST_ACCESS + timedelta(minutes=1))
        assert [found.kid for found in await keys.active()] == ["a", "b"]
        assert (await keys.states())[0].verifies_until == verifies_until(retired_at)
        assert await keys.remove_expired() == 0
        frozen_clock.at = verifies_until(retired_at)
        assert [found.kid for found in await keys.active()] == ["b"]

    async def test_then_it_is_deleted(
        self, keys: PostgresSigningKeys, frozen_clock: FrozenClock, platform_database: Database
    ) -> None:
        await keys.add_first(key("a"), at=frozen_clock.now())
        await keys.rotate(key("b"), at=frozen_clock.now())
        frozen_clock.at = verifies_until(frozen_clock.at)

        assert await keys.remove_expired() == 1
        async with platform_database.connection() as connection:
            assert await connection.fetchval("SELECT array_agg(kid) FROM platform.signing_keys") == ["b"]

    async def test_what_is_told_of_keys_needs_no_master_key(
        self, keys: PostgresSigningKeys, frozen_clock: FrozenClock, platform_database: Database
    ) -> None:
        await keys.add_first(key("a"), at=frozen_clock.now())
        async with platform_database.connection() as connection:
            await connection.execute("UPDATE platform.signing_keys SET private_key_sealed = 'rubbish'")

        assert [(state.kid, state.verifies_until) for state in await keys.states()] == [("a", None)]

    async def test_revoked_keys_are_gone_at_once(self, keys: PostgresSigningKeys, frozen_clock: FrozenClock) -> None:
        await keys.add_first(key("a"), at=frozen_clock.now())

        await keys.rotate(key("b"), at=frozen_clock.now(), revoke=True)

        assert [found.kid for found in await keys.active()] == ["b"]

    async def test_of_many_processes_one_makes_the_first_key(
        self, keys: PostgresSigningKeys, frozen_clock: FrozenClock
    ) -> None:
        made = await asyncio.gather(*(keys.add_first(key(str(n)), at=frozen_clock.now()) for n in range(10)))

        assert made.count(True) == 1
        assert len(await keys.active()) == 1

    async def test_two_rotations_at_once_leave_one_key_that_signs(
        self, keys: PostgresSigningKeys, frozen_clock: FrozenClock
    ) -> None:
        await asyncio.gather(*(keys.rotate(key(str(n)), at=frozen_clock.now()) for n in range(5)))

        assert [found.retired for found in await keys.active()].count(False) == 1

    async def test_the_private_key_is_not_stored_as_it_is(
        self,
        keys: PostgresSigningKeys,
        box: EnvelopeSecretBox,
        frozen_clock: FrozenClock,
        platform_database: Database,
    ) -> None:
        await keys.add_first(key("a"), at=frozen_clock.now())

        async with platform_database.connection() as connection:
            sealed = await connection.fetchval("SELECT private_key_sealed FROM platform.signing_keys")
        assert b"private" not in sealed
        assert await box.open(sealed, tenant_id=PLATFORM, place="signing_keys/a/private_key") == "private a"


class TestWebhookRoutes:
    @pytest.fixture
    def routes(self, platform_database: Database, box: EnvelopeSecretBox) -> PostgresWebhookRoutes:
        return PostgresWebhookRoutes(platform_database, box=box)

    @pytest.fixture
    def add(self, app_database: Database, tenant_id: TenantId, ids: SystemIds, box: EnvelopeSecretBox) -> AddRoute:
        async def write(number: str) -> WhatsAppConfigId:
            config_id = WhatsAppConfigId(ids.new())
            place = f"whatsapp_configs/{config_id}"
            app_secret = await box.seal("hush", tenant_id=tenant_id, place=f"{place}/app_secret")
            verify_token = await box.seal(number, tenant_id=tenant_id, place=f"{place}/verify_token")
            async with app_database.transaction(f"SELECT set_config('app.tenant_id', '{tenant_id}', true)") as tx:
                await tx.execute(
                    "INSERT INTO platform.webhook_routes VALUES ($1, $2, $3, 'waba', $4, $5)",
                    config_id,
                    tenant_id,
                    number,
                    app_secret,
                    verify_token,
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
