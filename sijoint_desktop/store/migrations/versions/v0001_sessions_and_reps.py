"""The first tables: sessions, and the repetitions in them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Create both tables and the index by start."""
    op.create_table(
        "sessions",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("routine_id", sa.Text, nullable=False),
        sa.Column("routine_name", sa.Text, nullable=False),
        sa.Column("started_at", sa.Text, nullable=False),
        sa.Column("ended_at", sa.Text),
        sa.Column("local_date", sa.Text, nullable=False),
        sa.Column("utc_offset_minutes", sa.Integer, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("nrs_before", sa.Integer),
        sa.Column("nrs_after", sa.Integer),
        sa.Column("planned_reps", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.CheckConstraint(
            "status IN ('running', 'completed', 'ended_early')", name=op.f("ck_sessions_status")
        ),
        sa.CheckConstraint("nrs_before BETWEEN 0 AND 10", name=op.f("ck_sessions_nrs_before")),
        sa.CheckConstraint("nrs_after BETWEEN 0 AND 10", name=op.f("ck_sessions_nrs_after")),
        sa.CheckConstraint("planned_reps >= 0", name=op.f("ck_sessions_planned_reps")),
    )
    op.create_index(op.f("ix_sessions_started_at"), "sessions", ["started_at"])
    op.create_table(
        "reps",
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("set_number", sa.Integer, nullable=False),
        sa.Column("rep_number", sa.Integer, nullable=False),
        sa.Column("exercise_id", sa.Text, nullable=False),
        sa.Column("held_s", sa.Float, nullable=False),
        sa.Column("planned_hold_s", sa.Float, nullable=False),
        sa.Column("finished_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint(
            "session_id", "slot", "side", "set_number", "rep_number", name=op.f("pk_reps")
        ),
        sa.CheckConstraint("side IN ('left', 'right', 'both')", name=op.f("ck_reps_side")),
        sa.CheckConstraint(
            "slot >= 0 AND set_number >= 1 AND rep_number >= 1", name=op.f("ck_reps_numbers")
        ),
        sa.CheckConstraint("held_s >= 0 AND planned_hold_s >= 0", name=op.f("ck_reps_holds")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_reps_session_id"), ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Drop both tables."""
    op.drop_table("reps")
    op.drop_table("sessions")
