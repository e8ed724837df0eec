"""Facts about the database for `pytake doctor`; judging them is the caller's."""

from datetime import datetime

from adapters.postgres import migrations
from adapters.postgres.database import Database
from adapters.postgres.running import fetch, fetch_one
from adapters.postgres.statements import Statement
from application.ports.health import DatabaseFacts

_WHO = Statement("""
SELECT current_setting('server_version') AS server_version, current_user AS acts_as, session_user AS logged_in_as,
  bool_or(role.rolsuper) AS is_superuser, bool_or(role.rolbypassrls) AS passes_fences_by,
  clock_timestamp() AS server_time, (SELECT version_num FROM public.alembic_version) AS revision
FROM pg_roles AS role
WHERE role.rolname IN (current_user, session_user)
""")

_OWNED = Statement("""
SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
WHERE schemaname IN ('public', 'platform') AND tableowner IN (current_user, session_user)
ORDER BY name
""")

_UNFENCED = Statement("""
SELECT format('%I.%I', space.nspname, part.relname) AS name
FROM pg_class AS part JOIN pg_namespace AS space ON space.oid = part.relnamespace
WHERE space.nspname IN ('public', 'platform') AND part.relkind IN ('r', 'p')
  AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = part.oid AND attname = 'tenant_id' AND NOT attisdropped)
  AND NOT (part.relrowsecurity AND part.relforcerowsecurity
    AND (part.relispartition OR EXISTS (SELECT FROM pg_policy WHERE polrelid = part.oid)))
ORDER BY name
""")
"""Tables of tenants' rows without a fence. A partition needs no policy: nobody may reach it but through its parent."""


class PostgresHealth:
    """Asks the platform role's database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def facts(self, *, now: datetime) -> DatabaseFacts:
        """Gather the facts. Raises DatabaseUnavailableError."""
        async with self._database.connection() as connection:
            who = dict(await fetch_one(connection, _WHO) or {})
            owned = await fetch(connection, _OWNED)
            unfenced = await fetch(connection, _UNFENCED)
        return DatabaseFacts(
            clock_ahead=who.pop("server_time") - now,
            owned_tables=tuple(row["name"] for row in owned),
            unfenced_tables=tuple(row["name"] for row in unfenced),
            pending_revisions=tuple(migrations.revisions_after(who["revision"])),
            **who,
        )
