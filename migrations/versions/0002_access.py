"""Access: plans, people, sessions, keys, roles, the audit log.

Revision ID: 0002
Revises: 0001
"""

from alembic import op

from migrations.helpers import fence_tenant_table, grant, open_to_platform, run_script

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
    "platform.data_keys": ("SELECT, INSERT", ALL),
    "platform.idempotency_keys": (ALL, ALL),
    "platform.usage": (ALL, ALL),
}
"""Platform tables with a tenant in each row: what the application may do to its own, the platform role to all."""

TENANT_TABLES = ("roles", "department_members", "user_status", "audit_heads")
APPEND_ONLY = ("audit_log",)
PARTITIONED = ("audit_log_default",)


def upgrade() -> None:
    run_script("0002_platform")
    run_script("0002_tenant")
    for name in TENANT_TABLES:
        fence_tenant_table(name)
        grant(name, app=ALL)
    for name in APPEND_ONLY:
        fence_tenant_table(name)
        grant(name, app="SELECT, INSERT")
    for name in PARTITIONED:
        fence_tenant_table(name)
    for name, (app, platform) in SHARED_TABLES.items():
        fence_tenant_table(name)
        open_to_platform(name)
        grant(name, app=app, platform=platform)
    grant("platform.plans", app="SELECT", platform=ALL)
    grant("platform.users", app="INSERT, UPDATE")


def downgrade() -> None:
    for name in reversed((*TENANT_TABLES, *APPEND_ONLY)):
        op.execute(f"DROP TABLE {name} CASCADE")
    for name in reversed(SHARED_TABLES):
        op.execute(f"DROP TABLE {name} CASCADE")
    run_script("0002_down")
