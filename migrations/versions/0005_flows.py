"""Flows: tests beside them, calls to the world, schedules, language models.

Revision ID: 0005
Revises: 0004
"""

from alembic import op

from migrations.helpers import APP_ROLE, fence_tenant_table, grant, is_for_platform, run_script

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ALL = "SELECT, INSERT, UPDATE, DELETE"

AREAS = {
    "editing": ("flow_tests",),
    "calls": ("flow_calls", "api_hosts", "secrets"),
    "schedules": ("flow_schedules", "flow_runs", "flow_events"),
    "ai": ("ai_settings", "ai_usage", "ai_holds", "knowledge_bases", "knowledge_documents", "knowledge_chunks"),
}
"""The tables of each area's script, in the order in which they are made."""

SEARCH_CONTACTS = "platform.search_contacts(tsquery, boolean, int)"


def upgrade() -> None:
    for area, tables in AREAS.items():
        run_script(f"0005_{area}")
        for name in tables:
            fence_tenant_table(name)
            grant(name, app=ALL)
    run_script("0005_contacts")
    if is_for_platform():
        run_script("0005_search")
        op.execute(f"REVOKE EXECUTE ON FUNCTION {SEARCH_CONTACTS} FROM PUBLIC")
        op.execute(f"GRANT EXECUTE ON FUNCTION {SEARCH_CONTACTS} TO {APP_ROLE}")


def downgrade() -> None:
    if is_for_platform():
        op.execute(f"DROP FUNCTION {SEARCH_CONTACTS}")
    run_script("0005_contacts_down")
    for tables in reversed(AREAS.values()):
        for name in reversed(tables):
            op.execute(f"DROP TABLE {name} CASCADE")
    run_script("0005_editing_down")
