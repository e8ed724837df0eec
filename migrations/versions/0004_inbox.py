"""Inbox: hands, notes and tags, media, templates, everything of contacts, support.

Revision ID: 0004
Revises: 0003
"""

from alembic import op

from migrations.helpers import APP_ROLE, fence_tenant_table, grant, is_for_platform, run_script

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ALL = "SELECT, INSERT, UPDATE, DELETE"

AREAS = {
    "conversations": (
        "tags", "conversation_tags", "conversation_notes", "conversation_transfers", "timeline", "conversation_reads",
        "conversation_drafts",
    ),
    "messages": (
        "media", "media_uploads", "message_reactions", "early_changes", "scheduled_messages", "canned_responses",
    ),
    "whatsapp": ("number_days", "templates", "template_syncs"),
    "contacts": (
        "contact_tags", "contact_fields", "contact_notes", "segments", "lead_score_rules", "lead_score_marks",
        "contact_merges",
        "consents", "contact_imports", "contact_import_errors", "contact_exports",
    ),
    "support": (
        "business_hours", "holidays", "sla_policies", "conversation_slas", "automation_rules", "automation_runs",
        "csat_answers", "bot_config",
    ),
}  # fmt: skip
"""The tables of each area's script, in the order in which they are made."""

WHOSE = ("is_placed boolean NOT NULL DEFAULT false", "assigned_to uuid", "department_id uuid", "held_before jsonb")
"""Of an event: whose its conversation was, which says whom it may be told; an older version writes none of it."""

SEARCH_MESSAGES = "platform.search_messages(tsquery, uuid, uuid, int)"


def upgrade() -> None:
    if is_for_platform():
        op.execute("ALTER TABLE platform.webhook_routes ADD COLUMN api_type text NOT NULL DEFAULT 'official'")
        op.execute(f"ALTER TABLE platform.events {', '.join(f'ADD COLUMN {name}' for name in WHOSE)}")
    for area, tables in AREAS.items():
        run_script(f"0004_{area}")
        for name in tables:
            fence_tenant_table(name)
            grant(name, app=ALL)
    if is_for_platform():
        run_script("0004_search")
        op.execute(f"REVOKE EXECUTE ON FUNCTION {SEARCH_MESSAGES} FROM PUBLIC")
        op.execute(f"GRANT EXECUTE ON FUNCTION {SEARCH_MESSAGES} TO {APP_ROLE}")


def downgrade() -> None:
    if is_for_platform():
        op.execute(f"DROP FUNCTION {SEARCH_MESSAGES}")
    for area, tables in reversed(AREAS.items()):
        for name in reversed(tables):
            op.execute(f"DROP TABLE {name} CASCADE")
        run_script(f"0004_{area}_down")
    if is_for_platform():
        op.execute(f"ALTER TABLE platform.events {', '.join(f'DROP COLUMN {name.split()[0]}' for name in WHOSE)}")
        op.execute("ALTER TABLE platform.webhook_routes DROP COLUMN api_type")
