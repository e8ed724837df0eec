"""Access: plans, people, sessions, keys, roles, the audit log.

Revision ID: 0002
Revises: 0001
"""

from alembic import op

from migrations.helpers import (
    APP_ROLE,
    PLATFORM_ROLE,
    fence_tenant_table,
    grant,
    is_for_platform,
    open_to_platform,
    run_script,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ALL = "SELECT, INSERT, UPDATE, DELETE"

SHARED_TABLES = {
    "platform.user_avatars": (ALL, "SELECT, DELETE"),
    "platform.sessions": (ALL, ALL),
    "platform.refresh_tokens": (ALL, ALL),
    "platform.one_time_tokens": (ALL, ALL),
    "platform.recovery_codes": (ALL, "SELECT, DELETE"),
    "platform.invitations": (ALL, ALL),
    "platform.api_keys": (ALL, ALL),
    "platform.data_keys": ("", ALL),
    "platform.idempotency_keys": (ALL, ALL),
    "platform.usage": (ALL, ALL),
}
"""Platform tables with a tenant in each row: what the application may do to its own, the platform role to all."""

TENANT_TABLES = ("roles", "department_members", "user_status")
APPEND_ONLY = {"audit_heads": "SELECT, INSERT, UPDATE", "audit_log": "SELECT, INSERT"}
"""What the application tells of itself it cannot take back: no entry changes, and the end of the chain stays."""
PARTITIONED = ("audit_log_default",)


ISOLATION_OF = "platform.isolation_of(uuid)"
IS_ERASABLE = "platform.is_erasable(uuid)"
ERASE_AUDIT = "platform.erase_audit(uuid, int)"


def upgrade() -> None:
    if is_for_platform():
        run_script("0002_platform")
    run_script("0002_tenant")
    for name in TENANT_TABLES:
        fence_tenant_table(name)
        grant(name, app=ALL)
    for name, app in APPEND_ONLY.items():
        fence_tenant_table(name)
        grant(name, app=app)
    for name in PARTITIONED:
        fence_tenant_table(name)
    if is_for_platform():
        _open_platform()


def _open_platform() -> None:
    for name, (app, platform) in SHARED_TABLES.items():
        fence_tenant_table(name)
        open_to_platform(name)
        grant(name, app=app, platform=platform)
    grant("platform.plans", app="SELECT", platform=ALL)
    grant("platform.users", app="INSERT, UPDATE")
    grant("platform.tenants", app="SELECT, INSERT, UPDATE")
    grant("platform.tenant_turns", app="SELECT, INSERT, UPDATE")
    run_script("0002_functions")
    op.execute(f"REVOKE EXECUTE ON FUNCTION {ISOLATION_OF}, {ERASE_AUDIT}, {IS_ERASABLE} FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION {ISOLATION_OF} TO {APP_ROLE}")
    op.execute(f"GRANT EXECUTE ON FUNCTION {ERASE_AUDIT}, {IS_ERASABLE} TO {PLATFORM_ROLE}")
    op.execute("SELECT platform.ensure_partitions()")


def downgrade() -> None:
    for name in reversed((*TENANT_TABLES, *APPEND_ONLY)):
        op.execute(f"DROP TABLE {name} CASCADE")
    run_script("0002_tenant_down")
    if is_for_platform():
        for name in reversed(SHARED_TABLES):
            op.execute(f"DROP TABLE {name} CASCADE")
        run_script("0002_platform_down")
