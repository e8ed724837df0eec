"""A company comes aboard with all that it begins with, or with nothing."""

from datetime import timedelta

import pytest

from adapters.postgres.database import Database
from adapters.postgres.directory import PostgresDirectory
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from application.tenants.first_admin import FirstAdmin
from domain.shared.errors import InvalidError
from domain.tenants.errors import SlugTakenError
from domain.tenants.plans import FREE_TRIAL, Metric
from domain.tenants.tenant import TenantStatus
from tests.doubles import FrozenClock
from tests.integration.tenants.conftest import Log

ANA = FirstAdmin(email=" Ana@Aurora.example ", name="Ana")


async def test_a_trial_lasts_14_days(
    create_tenant: CreateTenantHandler, directory: PostgresDirectory, frozen_clock: FrozenClock
) -> None:
    tenant_id = await create_tenant(CreateTenant(name="Aurora", slug="aurora", plan=FREE_TRIAL))

    tenant = await directory.tenant(tenant_id)
    assert tenant is not None
    assert (tenant.status, tenant.trial_ends_at) == (TenantStatus.TRIAL, frozen_clock.now() + timedelta(days=14))


async def test_what_an_operator_creates_at_the_console_runs_without_an_end(
    create_tenant: CreateTenantHandler, directory: PostgresDirectory
) -> None:
    tenant = await directory.tenant(await create_tenant(CreateTenant(name="Aurora", slug="aurora")))

    assert tenant is not None
    assert (tenant.status, tenant.plan, tenant.trial_ends_at) == (TenantStatus.ACTIVE, "enterprise", None)


async def test_the_admin_is_invited_by_mail(create_tenant: CreateTenantHandler, platform_database: Database) -> None:
    tenant_id = await create_tenant(CreateTenant(name="Aurora", slug="aurora", admin=ANA))

    async with platform_database.connection() as connection:
        invited = await connection.fetchrow("SELECT * FROM platform.invitations WHERE tenant_id = $1", tenant_id)
        ordered = await connection.fetch("SELECT entrypoint FROM platform.jobs")
    assert (invited["email"], invited["role"]) == ("ana@aurora.example", "admin")
    assert [row["entrypoint"] for row in ordered] == ["send_invitation"]


async def test_it_is_in_the_companys_own_log(create_tenant: CreateTenantHandler, log: Log) -> None:
    tenant_id = await create_tenant(CreateTenant(name="Aurora", slug="aurora", limits={Metric.USERS: 3}))

    [entry] = await log.of(tenant_id, "tenant.created")
    assert (entry["actor_kind"], entry["subject_id"]) == ("operator", tenant_id)


async def test_a_slug_that_is_taken_leaves_nothing_behind(
    create_tenant: CreateTenantHandler, platform_database: Database
) -> None:
    await create_tenant(CreateTenant(name="Aurora", slug="aurora"))

    with pytest.raises(SlugTakenError):
        await create_tenant(CreateTenant(name="Outra", slug="aurora", departments=("suporte",), admin=ANA))

    async with platform_database.connection() as connection:
        assert await connection.fetchval("SELECT count(*) FROM platform.invitations") == 0
        assert await connection.fetchval("SELECT count(*) FROM platform.tenants") == 2


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"name": " ", "slug": "A"}, ["name", "slug"]),
        ({"domain": "https://aurora.com.br"}, ["domain"]),
        ({"time_zone": "Mars/Olympus"}, ["time_zone"]),
        ({"plan": "platinum"}, ["plan"]),
        ({"departments": ("a", "a")}, ["departments"]),
        ({"admin": FirstAdmin(email="ana", name="", language="fr")}, ["admin.email", "admin.name", "admin.language"]),
        ({"limits": {Metric.USERS: -1}}, ["limits.users"]),
    ],
)
async def test_what_is_wrong_is_named(
    wrong: dict[str, object], fields: list[str], create_tenant: CreateTenantHandler
) -> None:
    with pytest.raises(InvalidError) as refused:
        await create_tenant(CreateTenant(**{"name": "Aurora", "slug": "aurora", **wrong}))  # type: ignore[arg-type]  # the test's own words

    assert [detail.field for detail in refused.value.details] == fields
