"""The tables of the user's database, as the newest version of the program knows them."""

import sqlalchemy as sa

# Names for constraints, so that a later migration can find the ones it changes.
metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

# Moments are text such as 2026-11-22T09:00:00.000000Z, always in UTC and of one width, so that
# text order is time order; dates are text such as 2026-11-22.

BOTH_SIDES = "both"  # in place of NULL, which would not count as equal in a key


sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("routine_id", sa.Text, nullable=False),
    sa.Column("routine_name", sa.Text, nullable=False),
    sa.Column("started_at", sa.Text, nullable=False, index=True),
    sa.Column("ended_at", sa.Text),
    sa.Column("local_date", sa.Text, nullable=False),
    sa.Column("utc_offset_minutes", sa.Integer, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("nrs_before", sa.Integer),
    sa.Column("nrs_after", sa.Integer),
    sa.Column("planned_reps", sa.Integer, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.CheckConstraint("status IN ('running', 'completed', 'ended_early')", name="status"),
    sa.CheckConstraint("nrs_before BETWEEN 0 AND 10", name="nrs_before"),
    sa.CheckConstraint("nrs_after BETWEEN 0 AND 10", name="nrs_after"),
    sa.CheckConstraint("planned_reps >= 0", name="planned_reps"),
)

reps = sa.Table(
    "reps",
    metadata,
    sa.Column(
        "session_id",
        sa.Text,
        sa.ForeignKey("sessions.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    sa.Column("slot", sa.Integer, primary_key=True),
    sa.Column("side", sa.Text, primary_key=True),
    sa.Column("set_number", sa.Integer, primary_key=True),
    sa.Column("rep_number", sa.Integer, primary_key=True),
    sa.Column("exercise_id", sa.Text, nullable=False),
    sa.Column("held_s", sa.Float, nullable=False),
    sa.Column("planned_hold_s", sa.Float, nullable=False),
    sa.Column("finished_at", sa.Text, nullable=False),
    sa.CheckConstraint("side IN ('left', 'right', 'both')", name="side"),
    sa.CheckConstraint("slot >= 0 AND set_number >= 1 AND rep_number >= 1", name="numbers"),
    sa.CheckConstraint("held_s >= 0 AND planned_hold_s >= 0", name="holds"),
)
