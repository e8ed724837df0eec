"""The fences of a tenant's rows, in every table there is: row-level security, keys, a role that owns nothing."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

import adapters.postgres.tables.access
import adapters.postgres.tables.ai
import adapters.postgres.tables.contacts
import adapters.postgres.tables.conversations
import adapters.postgres.tables.flows
import adapters.postgres.tables.people
import adapters.postgres.tables.platform
import adapters.postgres.tables.support
import adapters.postgres.tables.whatsapp  # noqa: F401 - fills the metadata
from adapters.postgres.database import Database, Role
from adapters.postgres.placements import schema_of
from adapters.postgres.tables.metadata import metadata
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from domain.shared.ids import TenantId
from tests.integration.postgres.conftest import driver
from tests.integration.postgres.filling import fill, insertion
from tests.servers import APART

TENANTS_TABLES = sorted(name for name, table in metadata.tables.items() if "tenant_id" in table.columns)
"""Complete: `test_schema.py` compares the metadata with the database."""
PUBLIC_TABLES = [name for name in TENANTS_TABLES if "." not in name]
OWN_TABLES = [f"{schema_of(APART)}.{name}" for name in PUBLIC_TABLES]
"""The same tables once more, of a tenant with a schema of its own."""

READ_ACROSS_TENANTS = {
    "platform.webhook_routes": "found by config or number, before the tenant is known",
    "platform.webhook_journal": "read by lane",
    "platform.inbound_items": "read by lane",
}
"""Tables of the platform whose indexes do not begin with the tenant."""

DEFINERS = {
    "platform.ensure_partitions": "only an owner makes partitions; it takes no argument",
    "platform.put_jobs": "the application orders jobs and may not see them; the tenant is its transaction's",
    "platform.isolation_of": "says whether a tenant has its own schema, to who knows its id",
    "platform.drop_old_events": "only an owner drops them; it takes an age and names no table",
    "platform.search_messages": "no index of words is asked under a policy; gives ids of the transaction's own tenant",
    "platform.search_contacts": "the same for contacts: ids of the transaction's own tenant and nothing else",
    "platform.erase_audit": "only an owner erases entries, of a company that was deleted 30 days ago",
}
"""Functions that act as the schema's owner: each is a hole in the fences and is here on purpose."""

OURS = "('public', 'platform')"

POLICIES = """
SELECT pg_get_expr(polqual, polrelid) AS using, pg_get_expr(polwithcheck, polrelid) AS "check", polcmd, polpermissive
FROM pg_policy WHERE polrelid = to_regclass($1) AND polroles = ARRAY['pytake_app'::regrole::oid]
"""
IS_OURS = "(tenant_id = (current_setting('app.tenant_id'::text))::uuid)"

FIRST_COLUMNS = """
SELECT (SELECT attname FROM pg_attribute WHERE attrelid = indrelid AND attnum = indkey[0]) AS name, indisprimary
FROM pg_index WHERE indrelid = to_regclass($1)
"""

FOREIGN_KEYS = """
SELECT conname, conrelid::regclass::text || ' -> ' || confrelid::regclass::text AS name,
  ARRAY(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY AS key (number, place)
    JOIN pg_attribute ON attrelid = conrelid AND attnum = number ORDER BY place) AS own,
  ARRAY(SELECT attname::text FROM unnest(confkey) WITH ORDINALITY AS key (number, place)
    JOIN pg_attribute ON attrelid = confrelid AND attnum = number ORDER BY place) AS theirs
FROM pg_constraint
JOIN pg_class AS one ON one.oid = conrelid JOIN pg_class AS other ON other.oid = confrelid
WHERE contype = 'f' AND one.relnamespace = 'public'::regnamespace AND other.relnamespace = 'public'::regnamespace
"""

POINTS_OUT = """
SELECT DISTINCT other.relnamespace::regnamespace::text AS theirs
FROM pg_constraint JOIN pg_class AS one ON one.oid = conrelid JOIN pg_class AS other ON other.oid = confrelid
WHERE contype = 'f' AND one.relnamespace = to_regnamespace($1)
"""

FUNCTIONS = f"""
SELECT format('%I.%I', nspname, proname) AS name, prosecdef, coalesce(proconfig, '{{}}') AS settings,
  has_function_privilege('public', pg_proc.oid, 'EXECUTE') AS for_all
FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
WHERE nspname IN {OURS} AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
"""  # noqa: S608 - our own words

PARTITIONS = """
SELECT relname, relrowsecurity AND relforcerowsecurity AS is_forced,
  has_table_privilege('pytake_app', oid, 'SELECT, INSERT, UPDATE, DELETE')
    OR has_table_privilege('pytake_platform', oid, 'SELECT, INSERT, UPDATE, DELETE') AS can_be_reached
FROM pg_class WHERE relispartition AND relkind = 'r'
"""

OWNED = """
SELECT count(*) FROM pg_shdepend WHERE refobjid = $1::regrole AND refclassid = 'pg_authid'::regclass AND deptype = 'o'
"""


@pytest.fixture
async def owner(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(dsn=database_url)
    yield connection
    await connection.close()


class TestShape:
    @pytest.mark.parametrize("table", [*TENANTS_TABLES, *OWN_TABLES])
    async def test_row_level_security_is_forced_on_its_owner_too(self, table: str, owner: asyncpg.Connection) -> None:
        row = await owner.fetchrow(
            "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = to_regclass($1)", table
        )

        assert tuple(row) == (True, True)

    @pytest.mark.parametrize("table", [*TENANTS_TABLES, *OWN_TABLES])
    async def test_the_application_reads_and_writes_its_own_rows_only(
        self, table: str, owner: asyncpg.Connection
    ) -> None:
        [policy] = await owner.fetch(POLICIES, table)

        assert (policy["using"], policy["check"]) == (IS_OURS, IS_OURS)
        assert policy["polcmd"] == b"*"

    @pytest.mark.parametrize("table", [*PUBLIC_TABLES, *OWN_TABLES])
    async def test_the_key_begins_with_the_tenant(self, table: str, owner: asyncpg.Connection) -> None:
        firsts = [row["name"] for row in await owner.fetch(FIRST_COLUMNS, table) if row["indisprimary"]]

        assert firsts == ["tenant_id"]

    @pytest.mark.parametrize("table", sorted({*TENANTS_TABLES} - READ_ACROSS_TENANTS.keys()))
    async def test_an_index_begins_with_the_tenant(self, table: str, owner: asyncpg.Connection) -> None:
        assert "tenant_id" in {row["name"] for row in await owner.fetch(FIRST_COLUMNS, table)}

    async def test_no_row_can_point_at_another_tenants(self, owner: asyncpg.Connection) -> None:
        rows = await owner.fetch(FOREIGN_KEYS)
        open_ones = [row["name"] for row in rows if ("tenant_id", "tenant_id") not in zip(row["own"], row["theirs"])]  # noqa: B905 - both have the constraint's length

        assert len(rows) > 10
        assert open_ones == []

    async def test_no_row_of_an_own_schema_can_point_into_the_shared_one(self, owner: asyncpg.Connection) -> None:
        rows = await owner.fetch(POINTS_OUT, schema_of(APART))

        assert {row["theirs"] for row in rows} == {schema_of(APART), "platform"}

    async def test_partitions_are_reached_through_their_parents_only(self, owner: asyncpg.Connection) -> None:
        rows = await owner.fetch(PARTITIONS)

        assert len(rows) > 5
        assert [row["relname"] for row in rows if not row["is_forced"] or row["can_be_reached"]] == []


class TestFunctions:
    async def test_few_act_as_the_owner(self, owner: asyncpg.Connection) -> None:
        assert {row["name"] for row in await owner.fetch(FUNCTIONS) if row["prosecdef"]} == DEFINERS.keys()

    async def test_none_can_be_led_astray_by_a_search_path(self, owner: asyncpg.Connection) -> None:
        rows = await owner.fetch(FUNCTIONS)
        loose = [row["name"] for row in rows if "search_path=pg_catalog" not in row["settings"]]

        assert rows
        assert loose == []

    async def test_none_is_for_everybody(self, owner: asyncpg.Connection) -> None:
        assert [row["name"] for row in await owner.fetch(FUNCTIONS) if row["for_all"]] == []


@pytest.mark.parametrize("role", Role)
class TestRoles:
    async def test_it_has_no_powers(self, role: Role, owner: asyncpg.Connection) -> None:
        row = await owner.fetchrow(
            "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin"
            " FROM pg_roles WHERE rolname = $1",
            role,
        )

        assert not any(row)

    async def test_it_owns_nothing(self, role: Role, owner: asyncpg.Connection) -> None:
        assert await owner.fetchval(OWNED, role) == 0

    async def test_it_is_in_no_other_role(self, role: Role, owner: asyncpg.Connection) -> None:
        assert await owner.fetchval("SELECT count(*) FROM pg_auth_members WHERE member = $1::regrole", role) == 0

    async def test_it_makes_nothing(self, role: Role, owner: asyncpg.Connection) -> None:
        rows = await owner.fetch(
            f"SELECT nspname FROM pg_namespace WHERE nspname IN {OURS} AND has_schema_privilege($1, oid, 'CREATE')",  # noqa: S608 - our own words
            role,
        )

        assert [row["nspname"] for row in rows] == []


class TestStrangers:
    """A row of another tenant in every table; none of them is there for us."""

    @pytest.fixture(autouse=True)
    async def _rows_of_the_other(
        self, uow: PostgresUnitOfWork, platform_database: Database, other_tenant: TenantId, ids: SystemIds
    ) -> None:
        await fill(uow, platform_database, TENANTS_TABLES, tenant_id=other_tenant, row_id=ids.new())

    async def test_no_table_shows_them(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant: TenantId
    ) -> None:
        for table in TENANTS_TABLES:
            assert await self._count(uow, table, of=other_tenant, seen_by=tenant_id) in {0, None}, table
            assert await self._count(uow, table, of=other_tenant, seen_by=other_tenant) in {1, None}, table

    async def test_no_name_reaches_into_another_schema(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        for table in OWN_TABLES:
            assert await self._count(uow, table, of=APART, seen_by=tenant_id) == 0, table

    async def _count(self, uow: PostgresUnitOfWork, table: str, *, of: TenantId, seen_by: TenantId) -> int | None:
        """Count what a tenant sees of another's rows; None where it may not look at all."""
        try:
            async with uow(seen_by) as tx:
                found: int = await driver(tx).fetchval(f"SELECT count(*) FROM {table} WHERE tenant_id = $1", of)  # noqa: S608 - our own names
                return found
        except asyncpg.InsufficientPrivilegeError:
            return None

    @pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET tenant_id = tenant_id"])
    async def test_no_table_lets_them_be_changed(
        self, change: str, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant: TenantId
    ) -> None:
        for table in TENANTS_TABLES:
            try:
                async with uow(tenant_id) as tx:
                    sql = f"{change.format(table)} WHERE tenant_id = $1"
                    assert (await driver(tx).execute(sql, other_tenant)).endswith(" 0"), table
            except asyncpg.InsufficientPrivilegeError:
                pass

    async def test_no_table_takes_a_row_in_their_name(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        other_tenant: TenantId,
        platform_database: Database,
        ids: SystemIds,
    ) -> None:
        for table in TENANTS_TABLES:
            async with platform_database.connection() as connection:
                sql = await insertion(connection, table, tenant_id=other_tenant, row_id=ids.new())
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                async with uow(tenant_id) as tx:
                    await driver(tx).execute(f"{sql} ON CONFLICT DO NOTHING")

    async def test_no_own_row_can_be_given_to_them(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        other_tenant: TenantId,
        platform_database: Database,
        ids: SystemIds,
    ) -> None:
        row_id = ids.new()
        await fill(uow, platform_database, ["departments"], tenant_id=tenant_id, row_id=row_id)

        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with uow(tenant_id) as tx:
                await driver(tx).execute("UPDATE departments SET tenant_id = $1", other_tenant)
