"""What every migration uses, so that no table is made without its fence."""

from pathlib import Path

from alembic import context, op
from sqlalchemy.util import await_only

SCRIPTS = Path(__file__).parent / "sql"

APP_ROLE = "pytake_app"
"""Serves one tenant's request: sees a tenant's rows only, owns nothing."""
PLATFORM_ROLE = "pytake_platform"
"""Journals, leases lanes, numbers events, looks logins up: few tables, all tenants."""

TENANT_IS_OURS = "tenant_id = current_setting('app.tenant_id')::uuid"
"""A bare setting: a function here made a count twelve times slower. Without a tenant it fails, loudly and closed."""


def is_for_platform() -> bool:
    """Whether this run is of the platform and the shared tables, not of one tenant's own schema.

    A revision makes its tenant tables in every run, under bare names, and all else in this one only.
    """
    return context.config.attributes.get("schema") is None


def fence_tenant_table(name: str) -> None:
    """Force row-level security on a table: the application role sees its transaction's tenant only."""
    op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY tenant ON {name} TO {APP_ROLE} USING ({TENANT_IS_OURS}) WITH CHECK ({TENANT_IS_OURS})")


def open_to_platform(name: str) -> None:
    """Let the platform role see every tenant's rows of a fenced table."""
    op.execute(f"CREATE POLICY platform ON {name} TO {PLATFORM_ROLE} USING (true) WITH CHECK (true)")


def grant(name: str, *, app: str = "", platform: str = "") -> None:
    """Grant privileges, such as `SELECT, INSERT`, on a table to the two roles."""
    for role, privileges in ((APP_ROLE, app), (PLATFORM_ROLE, platform)):
        if privileges:
            op.execute(f"GRANT {privileges} ON {name} TO {role}")


def run_script(name: str) -> None:
    """Run `migrations/sql/<name>.sql`, many statements in one go, on the migration's own connection."""
    script = (SCRIPTS / f"{name}.sql").read_text(encoding="utf-8")
    op.execute("SELECT 1")  # SQLAlchemy sends BEGIN with its first statement; the script must not come before it
    driver = op.get_bind().connection.driver_connection
    if driver is None:
        raise RuntimeError("a migration needs a live connection")
    await_only(driver.execute(script))
