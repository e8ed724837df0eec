"""Last message: of which kind it is, and which way it went, beside the words that the inbox shows of it.

Revision ID: 0006
Revises: 0005
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

COLUMNS = ("last_message_type", "last_message_direction")
"""Null where the last message is of before: nobody looks a million threads through, and the next message notes them."""


def upgrade() -> None:
    op.execute(f"ALTER TABLE conversations {', '.join(f'ADD COLUMN {name} text' for name in COLUMNS)}")


def downgrade() -> None:
    op.execute(f"ALTER TABLE conversations {', '.join(f'DROP COLUMN {name}' for name in COLUMNS)}")
