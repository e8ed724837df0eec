"""Facts about the database for `pytake doctor`; judging them is the caller's."""

import os
from datetime import datetime
from uuid import uuid4

import asyncpg
from alembic.script.revision import RevisionError
from alembic.util import CommandError

from adapters.postgres import migrations
from adapters.postgres.database import Database
from adapters.postgres.errors import DatabaseUnavailableError
from adapters.postgres.nobody import NOBODY
from adapters.postgres.running import execute, fetch, fetch_one, fetch_value
from adapters.postgres.statements import Statement
from application.ports.health import DatabaseFacts, WriteTrouble

_WHO = Statement("""
SELECT current_setting('server_version') AS server_version, current_user AS acts_as, session_user AS logged_in_as,
  bool_or(role.rolsuper) AS is_superuser, bool_or(role.rolbypassrls) AS passes_fences_by,
  clock_timestamp() AS server_time, pg_is_in_recovery() AS is_standby
FROM pg_roles AS role
WHERE role.rolname IN (current_user, session_user)
""")

_IS_MIGRATED = Statement("SELECT to_regclass('public.alembic_version') IS NOT NULL")
_REVISION = Statement("SELECT version_num FROM public.alembic_version")

_OWNED = Statement("""
SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
WHERE schemaname IN ('public', 'platform') AND tableowner IN (current_user, session_user)
ORDER BY name
""")

_UNFENCED = Statement("""
WITH tenants AS (
  SELECT format('%I.%I', space.nspname, part.relname) AS name, CASE
    WHEN NOT part.relrowsecurity THEN 'off'
    WHEN NOT part.relforcerowsecurity THEN 'not forced on its owner'
    WHEN NOT part.relispartition AND NOT coalesce(ours.keeps, false) THEN 'no policy'
    WHEN ours.lets_past THEN 'a policy without the tenant' END AS fault
  FROM pg_class AS part JOIN pg_namespace AS space ON space.oid = part.relnamespace
  CROSS JOIN LATERAL (
    SELECT bool_or(policy.has_tenant) AS keeps,
      bool_or(policy.permissive = 'PERMISSIVE' AND NOT policy.has_tenant) AS lets_past
    FROM (
      SELECT permissive, coalesce(qual, with_check, '') LIKE '%app.tenant_id%' AS has_tenant FROM pg_policies
      WHERE schemaname = space.nspname AND tablename = part.relname AND roles && '{pytake_app,public}'
    ) AS policy) AS ours
  WHERE space.nspname IN ('public', 'platform') AND part.relkind IN ('r', 'p')
    AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = part.oid AND attname = 'tenant_id' AND NOT attisdropped))
SELECT name, fault FROM tenants WHERE fault IS NOT NULL ORDER BY name
""")
"""Tables of tenants' rows without a fence. A partition needs no policy: nobody may reach it but through its parent."""

_KEEP = Statement("""
INSERT INTO platform.webhook_journal (id, lane_key, tenant_id, body, received_at)
VALUES (:id, 'doctor', :tenant_id, :body, clock_timestamp())
""")

TRIED_BYTES = 64 * 1024
"""Random, so that it does not shrink, and more than a table's last pages have room for: the disk must give some."""


class PostgresHealth:
    """Asks the platform role's database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def facts(self, *, now: datetime) -> DatabaseFacts:
        """Gather the facts. Raises DatabaseUnavailableError."""
        async with self._database.connection() as connection:
            who = dict(await fetch_one(connection, _WHO) or {})
            revision = await fetch_value(connection, _REVISION) if await fetch_value(connection, _IS_MIGRATED) else None
            owned = await fetch(connection, _OWNED)
            unfenced = await fetch(connection, _UNFENCED)
        return DatabaseFacts(
            clock_ahead=who.pop("server_time") - now,
            owned_tables=tuple(row["name"] for row in owned),
            unfenced_tables=tuple(row["name"] for row in unfenced),
            fence_faults=tuple(row["fault"] for row in unfenced),
            revision=revision,
            pending_revisions=_after(revision),
            **who,
        )

    async def write_trouble(self) -> WriteTrouble | None:
        """Keep a webhook and take it back; give what stands in the way. Raises DatabaseUnavailableError."""
        try:
            await self._keep_and_take_back()
        except asyncpg.PostgresError:
            return WriteTrouble.REFUSED
        except DatabaseUnavailableError as error:
            return _why(error)
        return None

    async def _keep_and_take_back(self) -> None:
        async with self._database.connection() as connection:
            keeping = connection.transaction()
            await keeping.start()
            try:
                await execute(connection, _KEEP, id=uuid4(), tenant_id=NOBODY, body=os.urandom(TRIED_BYTES))
            finally:
                await keeping.rollback()


def _why(error: DatabaseUnavailableError) -> WriteTrouble:
    match error.__cause__:
        case asyncpg.ReadOnlySQLTransactionError():
            return WriteTrouble.READ_ONLY
        case asyncpg.DiskFullError() | asyncpg.PostgresSystemError():
            return WriteTrouble.DISK_FULL
        case _:
            raise error


def _after(revision: str | None) -> tuple[str, ...] | None:
    try:
        return tuple(migrations.revisions_after(revision))
    except (CommandError, RevisionError):
        return None
