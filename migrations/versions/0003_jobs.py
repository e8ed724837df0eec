"""Jobs: the tables of pgqueuer 1.6.0, in the platform schema under names of ours.

Revision ID: 0003
Revises: 0002
"""

from alembic import op

from migrations.helpers import APP_ROLE, PLATFORM_ROLE, grant, is_for_platform, run_script

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = ("jobs", "job_log", "job_schedules", "job_statistics")
SEQUENCES = ("jobs_id_seq", "job_log_id_seq", "job_schedules_id_seq", "job_statistics_id_seq")
PUT = "platform.put_jobs(text[], bytea[], interval[], text[])"


def upgrade() -> None:
    if not is_for_platform():
        return
    run_script("0003_jobs")
    for name in TABLES:
        grant(f"platform.{name}", platform="SELECT, INSERT, UPDATE, DELETE")
    for name in SEQUENCES:
        op.execute(f"GRANT USAGE ON SEQUENCE platform.{name} TO {PLATFORM_ROLE}")
    op.execute(f"REVOKE EXECUTE ON FUNCTION {PUT}, platform.begin_job() FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION {PUT} TO {APP_ROLE}, {PLATFORM_ROLE}")


def downgrade() -> None:
    if not is_for_platform():
        return
    op.execute(f"DROP FUNCTION {PUT}")
    for name in TABLES:
        op.execute(f"DROP TABLE platform.{name}")
    op.execute("DROP FUNCTION platform.begin_job()")
    op.execute("DROP TYPE platform.job_status")
