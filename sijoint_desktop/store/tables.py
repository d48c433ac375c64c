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

# Whoever changes a row puts the moment into updated_at: when two computers are merged, the latest
# edit wins. Lists and tables inside a row are JSON text, true and false are 1 and 0.

# Moments are text such as 2026-11-22T09:00:00.000000Z, always in UTC and of one width, so that
# text order is time order; dates are text such as 2026-11-22.

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("routine_id", sa.Text, nullable=False),
    sa.Column("routine_name", sa.Text, nullable=False),
    sa.Column("started_at", sa.Text, nullable=False, index=True),
    sa.Column("ended_at", sa.Text),
    sa.Column("local_date", sa.Text, nullable=False, index=True),
    sa.Column("utc_offset_minutes", sa.Integer, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("nrs_before", sa.Integer),
    sa.Column("nrs_after", sa.Integer),
    sa.Column("planned_reps", sa.Integer, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("nrs_worst", sa.Integer),
    sa.Column("effort", sa.Integer),
    sa.Column("form_ok", sa.Integer),
    sa.Column("origin", sa.Text, nullable=False, server_default="guided"),
    sa.Column("routine_text", sa.Text, nullable=False, server_default=""),
    sa.Column("timings", sa.Text),
    sa.Column("updated_at", sa.Text, nullable=False, server_default=""),
    sa.CheckConstraint("status IN ('running', 'completed', 'ended_early')", name="status"),
    sa.CheckConstraint("nrs_before BETWEEN 0 AND 10", name="nrs_before"),
    sa.CheckConstraint("nrs_after BETWEEN 0 AND 10", name="nrs_after"),
    sa.CheckConstraint("planned_reps >= 0", name="planned_reps"),
    sa.CheckConstraint("nrs_worst BETWEEN 0 AND 10", name="nrs_worst"),
    sa.CheckConstraint("effort BETWEEN 0 AND 10", name="effort"),
    sa.CheckConstraint("origin IN ('guided', 'paper')", name="origin"),
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


def _entry_table(name: str, *rest: sa.schema.SchemaItem) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("local_date", sa.Text, nullable=False),
        sa.Column("utc_offset_minutes", sa.Integer, nullable=False),
        *rest,
        sa.Column("updated_at", sa.Text, nullable=False),
    )


pains = _entry_table(
    "pains",
    sa.Column("nrs", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("session_id", sa.Text),
    sa.Column("woke", sa.Integer, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.CheckConstraint("nrs BETWEEN 0 AND 10", name="nrs"),
    sa.CheckConstraint("kind IN ('free', 'morning_after')", name="kind"),
)

hurts = _entry_table(
    "hurts",
    sa.Column("session_id", sa.Text, nullable=False),
    sa.Column("slot", sa.Integer, nullable=False),
    sa.Column("exercise_id", sa.Text, nullable=False),
    sa.Column("side", sa.Text),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("nrs", sa.Integer),
    sa.Column("sharp", sa.Integer, nullable=False),
    sa.Column("new_numbness", sa.Integer, nullable=False),
    sa.Column("choice", sa.Text, nullable=False),
    sa.CheckConstraint("nrs BETWEEN 0 AND 10", name="nrs"),
    sa.CheckConstraint("side IN ('left', 'right')", name="side"),
)

checks = _entry_table(
    "checks",
    sa.Column("sitting", sa.Text, nullable=False),
    sa.Column("rule_set", sa.Text, nullable=False),
    sa.Column("level", sa.Text, nullable=False),
    sa.Column("reasons", sa.Text, nullable=False),
    sa.Column("minor", sa.Integer, nullable=False),
    sa.Column("lasting", sa.Text, nullable=False),
    sa.Column("answers", sa.Text, nullable=False),
    sa.Column("corrected", sa.Text, nullable=False),
    sa.Column("rules", sa.Text, nullable=False),
    sa.Column("profile", sa.Text),
    sa.Column("scores", sa.Text, nullable=False),
    sa.Column("routine_id", sa.Text),
    sa.Column("left_at", sa.Text),
)

rescreens = _entry_table(
    "rescreens",
    sa.Column("answers", sa.Text, nullable=False),
)

check_drafts = _entry_table(
    "check_drafts",
    sa.Column("page", sa.Text, nullable=False),
    sa.Column("answers", sa.Text, nullable=False),
    sa.Column("corrected", sa.Text, nullable=False, server_default="{}"),
)

clearances = _entry_table(
    "clearances",
    sa.Column("seen_on", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
)

plan_pauses = _entry_table(
    "plan_pauses",
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
)

plan_changes = _entry_table(
    "plan_changes",
    sa.Column("routine_id", sa.Text, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("up", sa.Integer, nullable=False),
    sa.Column("automatic", sa.Integer, nullable=False),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("reasons", sa.Text, nullable=False),
    sa.CheckConstraint("automatic OR NOT up", name="down_by_hand"),
)

pauses = _entry_table(
    "pauses",
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("first_day", sa.Text, nullable=False),
    sa.Column("last_day", sa.Text),
    sa.CheckConstraint("kind IN ('rest', 'sickness', 'flare')", name="kind"),
    sa.CheckConstraint("last_day >= first_day", name="days"),
)

activities = _entry_table(
    "activities",
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("ended_on", sa.Text),
)

activity_scores = _entry_table(
    "activity_scores",
    sa.Column("activity_id", sa.Text, nullable=False),
    sa.Column("score", sa.Integer, nullable=False),
    sa.CheckConstraint("score BETWEEN 0 AND 10", name="score"),
)

belt_days = _entry_table(
    "belt_days",
    sa.Column("minutes", sa.Integer),
    sa.CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes"),
)

own_routines = _entry_table(
    "own_routines",
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("archived", sa.Integer, nullable=False),
)

marks = _entry_table(
    "marks",
    sa.Column("words", sa.Text, nullable=False),
)

# What was deleted, so that a merge does not bring it back; nothing of its content stays.
tombstones = sa.Table(
    "tombstones",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("deleted_at", sa.Text, nullable=False),
)

INDEXES = (
    sa.Index("ix_pains_local_date", pains.c.local_date),
    sa.Index("ix_hurts_local_date", hurts.c.local_date),
)
"""Charts read the days that are shown; without these, a long life of data is read each time."""
