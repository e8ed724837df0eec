from datetime import UTC, datetime, timedelta

import asyncpg

from adapters.postgres import migrations
from adapters.postgres.database import Database, Role
from adapters.postgres.errors import connecting
from adapters.postgres.health import PostgresHealth


async def test_a_well_set_up_database_has_nothing_to_report(platform_database: Database) -> None:
    facts = await PostgresHealth(platform_database).facts(now=datetime.now(UTC))

    assert (facts.acts_as, facts.logged_in_as) == ("pytake_platform", "pytake_test")
    assert not facts.is_superuser
    assert not facts.passes_fences_by
    assert facts.owned_tables == ()
    assert facts.unfenced_tables == ()
    assert (facts.revision, facts.pending_revisions) == (migrations.head(), ())
    assert abs(facts.clock_ahead) < timedelta(seconds=5)


async def test_clocks_that_differ_are_seen(platform_database: Database) -> None:
    facts = await PostgresHealth(platform_database).facts(now=datetime.now(UTC) - timedelta(hours=1))

    assert facts.clock_ahead > timedelta(minutes=59)


async def test_a_login_that_owns_the_tables_is_seen(database_url: str) -> None:
    async with connecting(database_url) as owner:
        await owner.execute("GRANT pytake_platform TO CURRENT_USER")
    database = await Database.open(database_url, role=Role.PLATFORM, max_size=1)

    facts = await PostgresHealth(database).facts(now=datetime.now(UTC))

    assert "public.contacts" in facts.owned_tables
    await database.close()


async def test_a_table_without_a_fence_is_seen(platform_database: Database, database_url: str) -> None:
    owner = await asyncpg.connect(dsn=database_url)
    await owner.execute("CREATE TABLE leaky (tenant_id uuid)")
    try:
        facts = await PostgresHealth(platform_database).facts(now=datetime.now(UTC))
    finally:
        await owner.execute("DROP TABLE leaky")
        await owner.close()

    assert facts.unfenced_tables == ("public.leaky",)
