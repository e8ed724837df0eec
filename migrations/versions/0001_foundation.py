"""Foundation: platform, contacts, conversations, messages, flows.

Revision ID: 0001
Revises: none
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

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ALL = "SELECT, INSERT, UPDATE, DELETE"

TENANT_TABLES = (
    "departments", "chatbots", "flows", "flow_versions", "whatsapp_configs", "provider_notices", "contacts",
    "contact_identities", "conversations", "messages", "provider_messages", "early_statuses", "outbound",
    "flow_sessions", "flow_sprints", "flow_timers",
)  # fmt: skip

SHARED_TABLES = {
    "platform.users": ("SELECT", ALL),
    "platform.webhook_routes": (ALL, "SELECT"),
    "platform.webhook_journal": ("SELECT, DELETE", ALL),
    "platform.inbound_items": ("SELECT, INSERT, DELETE", ALL),
    "platform.lanes": ("SELECT, INSERT, UPDATE", ALL),
    "platform.dead_letters": ("SELECT, INSERT", ALL),
    "platform.events": ("SELECT, INSERT", "SELECT, UPDATE, DELETE"),
    "platform.tenant_turns": ("", ALL),
    "platform.event_counters": ("SELECT", ALL),
}
"""Platform tables with a tenant in each row: what the application may do to its own, the platform role to all."""


def upgrade() -> None:
    if is_for_platform():
        run_script("0001_roles")
        run_script("0001_platform")
    run_script("0001_tenant")
    for name in TENANT_TABLES:
        fence_tenant_table(name)
        grant(name, app=ALL)
    fence_tenant_table("messages_default")  # reached through its parent only, so granted to nobody
    if is_for_platform():
        run_script("0001_partitions")
        _open_platform()


def _open_platform() -> None:
    for name, (app, platform) in SHARED_TABLES.items():
        fence_tenant_table(name)
        open_to_platform(name)
        grant(name, app=app, platform=platform)
    fence_tenant_table("platform.events_default")
    for name in ("tenants", "signing_keys", "workers"):
        grant(f"platform.{name}", platform=ALL)
    op.execute(f"GRANT USAGE ON SEQUENCE platform.event_positions TO {APP_ROLE}")
    op.execute(f"GRANT SELECT ON public.alembic_version TO {PLATFORM_ROLE}")
    op.execute("REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA platform FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION platform.ensure_partitions() TO {PLATFORM_ROLE}")
    op.execute(f"GRANT EXECUTE ON FUNCTION platform.drop_old_events(interval) TO {PLATFORM_ROLE}")
    op.execute("SELECT platform.ensure_partitions()")


def downgrade() -> None:
    for name in reversed(TENANT_TABLES):
        op.execute(f"DROP TABLE {name} CASCADE")
    if not is_for_platform():
        return
    op.execute("DROP SCHEMA platform CASCADE")
    op.execute(f"REVOKE ALL ON SCHEMA public FROM {APP_ROLE}, {PLATFORM_ROLE}")
