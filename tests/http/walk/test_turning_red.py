"""That the walk sees: in a database of its own a fence is taken down, and the walk turns red.

There are two fences, so that one may fall: row-level security, and the tenant that every statement names. A policy
less is seen by what a company's own transaction is shown; both fences less, by the routes.
"""

from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest

from tests.http.walk.fence import leaks
from tests.http.walk.pair import Pair
from tests.http.walk.rows import OTHERS, Rows
from tests.http.walk.site import Site, site_of_its_own
from tests.servers import LOGIN, Servers, address, clone_template, drop_database, run

OPENED = "ALTER POLICY tenant ON {} USING (true)"
DROPPED = "DROP POLICY tenant ON {}"
DISABLED = "ALTER TABLE {} DISABLE ROW LEVEL SECURITY"

EVERYBODYS = """
ALTER TABLE departments RENAME TO real_departments;
ALTER TABLE real_departments DISABLE ROW LEVEL SECURITY;
CREATE VIEW departments AS
  SELECT current_setting('app.tenant_id')::uuid AS tenant_id, id, name, description, is_default, version, created_at,
    updated_at, deleted_at, assignment, assigns_out_of_hours FROM real_departments;
GRANT SELECT ON departments TO pytake_app;
"""
"""Whoever asks is told that every department is theirs: neither the policy nor the statement's own condition holds."""


@pytest.fixture
def spare(servers: Servers, worker_name: str) -> Iterator[str]:
    """A database that no other test has, to be broken."""
    name = f"{servers.template}_{worker_name}_spare"
    run(clone_template(servers, name=name))
    yield address(servers.owner_url, name=name)
    run(drop_database(servers, name=name))


@pytest.fixture
async def owner(spare: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(dsn=spare)
    yield connection
    await connection.close()


@pytest.fixture
async def site(spare: str, redis_url: str) -> AsyncIterator[Site]:
    login_url = address(spare, user=LOGIN)
    async with site_of_its_own(owner_url=spare, login_url=login_url, redis_url=redis_url) as site:
        yield site


async def seen(pair: Pair, owner: asyncpg.Connection, *, breaking: str = "SELECT 1") -> list[str]:
    """Look as our own transaction would, after breaking something; then all is as before."""
    transaction = owner.transaction()
    await transaction.start()
    try:
        await owner.execute(breaking)
        tables = [name for name in pair.rows.tables if name not in OTHERS]
        return await leaks(owner, tables, ours=pair.ours.tenant_id, theirs=pair.theirs.tenant_id)
    finally:
        await transaction.rollback()


async def test_each_table_without_its_policy_turns_it_red(pair: Pair, owner: asyncpg.Connection) -> None:
    assert await seen(pair, owner) == []

    may_read = "has_table_privilege('pytake_app', polrelid, 'SELECT')"
    named = "SELECT polrelid::regclass::text FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid"
    fenced = await owner.fetch(
        f"{named} WHERE polname = 'tenant' AND relnamespace::regnamespace::text IN ('public', 'platform')"
        f" AND NOT relispartition AND polrelid <> 'platform.tenants'::regclass AND {may_read}"
    )
    assert len(fenced) > 30
    for [table] in fenced:
        full = table if "." in table else f"public.{table}"
        assert await seen(pair, owner, breaking=DROPPED.format(table)) == [f"{full} hides ours"]
        assert await seen(pair, owner, breaking=OPENED.format(table)) == [f"{full} shows theirs"]
        assert await seen(pair, owner, breaking=DISABLED.format(table)) == [f"{full} shows theirs"]


async def test_without_any_policy_the_statements_alone_keep_companies_apart(
    pair: Pair, owner: asyncpg.Connection
) -> None:
    """The other fence, alone: row-level security is off for every table, and no route tells anything."""
    tables = [name for name in pair.rows.tables if not name.startswith("tenant_") and name != "platform.jobs"]
    await owner.execute(";".join(DISABLED.format(table) for table in tables))

    findings = await pair.walk(pair.as_admin)

    assert not findings, "\n".join(str(finding) for finding in findings)


async def test_a_table_without_either_fence_turns_the_routes_red(pair: Pair, owner: asyncpg.Connection) -> None:
    await owner.execute(EVERYBODYS)
    pair.rows = await Rows.of(owner, pair.theirs.tenant_id)

    red = {finding.route for finding in await pair.walk(pair.as_admin, within="/departments")}
    assert {"GET /api/v1/departments", "GET /api/v1/departments/{department_id}"} <= red
    assert not await pair.walk(pair.as_admin, within="/flows/{flow_id}")
