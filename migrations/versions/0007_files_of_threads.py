"""Files of threads: an index by which a conversation's files are found among its messages.

Revision ID: 0007
Revises: 0006
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

FILLED = """
SELECT inhrelid::regclass::text FROM pg_inherits
WHERE inhparent = 'messages'::regclass AND pg_relation_size(inhrelid) > 0
"""
"""Partitions that hold data; for the others nobody waits."""
COLUMNS = "(tenant_id, conversation_id, id DESC) WHERE media_id IS NOT NULL"


def upgrade() -> None:
    for (partition,) in op.get_bind().exec_driver_sql(FILLED).all():
        with op.get_context().autocommit_block():
            # One that was given up halfway is there, and good for nothing.
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {partition}_files")
            op.execute(f"CREATE INDEX CONCURRENTLY {partition}_files ON {partition} {COLUMNS}")
    # PostgreSQL takes the partitions' own for its parts, and builds only what is not there.
    op.execute(f"CREATE INDEX messages_files ON messages {COLUMNS}")


def downgrade() -> None:
    op.execute("DROP INDEX messages_files")
