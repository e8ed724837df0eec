import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.repositories.rows import values_of
from adapters.system.ids import SystemIds
from domain.identity.errors import EmailTakenError
from domain.identity.permissions import Role
from domain.identity.user import User
from domain.shared.ids import TenantId, UserId
from domain.tenants.errors import SlugTakenError
from domain.tenants.tenant import Tenant, TenantStatus
from tests.doubles import FrozenClock


@pytest.fixture
def aurora(ids: SystemIds, frozen_clock: FrozenClock) -> Tenant:
    return Tenant(
        id=TenantId(ids.new()),
        name="Padaria Aurora",
        slug="aurora",
        status=TenantStatus.TRIAL,
        created_at=frozen_clock.now(),
        time_zone="America/Recife",
    )


@pytest.fixture
def ana(ids: SystemIds, tenant_id: TenantId, frozen_clock: FrozenClock) -> User:
    return User(
        id=UserId(ids.new()),
        tenant_id=tenant_id,
        email="ana@aurora.example",
        name="Ana",
        role=Role.AGENT,
        password_hash="$argon2id$…",
        created_at=frozen_clock.now(),
    )


async def test_a_tenant_is_found_by_slug_and_by_id(directory: PostgresDirectory, aurora: Tenant) -> None:
    await directory.add_tenant(aurora)

    for found in (await directory.tenant("aurora"), await directory.tenant(aurora.id)):
        assert found is not None
        assert values_of(found) == values_of(aurora)
    assert await directory.tenant("nobody") is None


async def test_a_tenant_gets_its_turn_at_the_lanes(
    directory: PostgresDirectory, aurora: Tenant, platform_database: Database
) -> None:
    await directory.add_tenant(aurora)

    async with platform_database.connection() as connection:
        turns = await connection.fetch("SELECT tenant_id FROM platform.tenant_turns")
    assert aurora.id in {row["tenant_id"] for row in turns}


async def test_a_slug_is_given_once(directory: PostgresDirectory, aurora: Tenant, ids: SystemIds) -> None:
    await directory.add_tenant(aurora)

    with pytest.raises(SlugTakenError):
        await directory.add_tenant(msgspec.structs.replace(aurora, id=TenantId(ids.new())))


async def test_a_user_is_found_by_email_and_by_id(directory: PostgresDirectory, ana: User) -> None:
    await directory.add_user(ana)

    for found in (await directory.user_by_email("ana@aurora.example"), await directory.user(ana.id)):
        assert found is not None
        assert values_of(found) == values_of(ana)
    assert await directory.user_by_email("nobody@aurora.example") is None


async def test_an_email_is_given_once(directory: PostgresDirectory, ana: User, ids: SystemIds) -> None:
    await directory.add_user(ana)

    with pytest.raises(EmailTakenError):
        await directory.add_user(msgspec.structs.replace(ana, id=UserId(ids.new())))
