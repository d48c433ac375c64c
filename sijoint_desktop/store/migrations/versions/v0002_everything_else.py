"""Everything beside sessions: pain, checks, plan changes, pauses, activities, routines, marks.

Sessions gain what is asked after them and what is needed to go on after a crash. Sessions of the
first form count as last changed when they ended.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Rebuild sessions with the new columns, and create the other tables."""
    _rebuild_sessions()
    _create_pains()
    _create_hurts()
    _create_checks()
    _create_rescreens()
    _create_check_drafts()
    _create_clearances()
    _create_plan_pauses()
    _create_plan_changes()
    _create_pauses()
    _create_activities()
    _create_activity_scores()
    _create_belt_days()
    _create_own_routines()
    _create_marks()
    _create_tombstones()


def downgrade() -> None:
    """Refuse: the first form has no place for what the second keeps."""
    raise NotImplementedError("restore the copy that was made before the update")


def _rebuild_sessions() -> None:
    with op.batch_alter_table("sessions", recreate="always", copy_from=_first_form()) as batch:
        batch.add_column(sa.Column("nrs_worst", sa.Integer))
        batch.add_column(sa.Column("effort", sa.Integer))
        batch.add_column(sa.Column("form_ok", sa.Integer))
        batch.add_column(sa.Column("origin", sa.Text, nullable=False, server_default="guided"))
        batch.add_column(sa.Column("routine_text", sa.Text, nullable=False, server_default=""))
        batch.add_column(sa.Column("timings", sa.Text))
        batch.add_column(sa.Column("updated_at", sa.Text, nullable=False, server_default=""))
        batch.create_check_constraint(op.f("ck_sessions_nrs_worst"), "nrs_worst BETWEEN 0 AND 10")
        batch.create_check_constraint(op.f("ck_sessions_effort"), "effort BETWEEN 0 AND 10")
        batch.create_check_constraint(op.f("ck_sessions_origin"), "origin IN ('guided', 'paper')")
    op.create_index(op.f("ix_sessions_local_date"), "sessions", ["local_date"])
    op.execute("UPDATE sessions SET updated_at = coalesce(ended_at, started_at)")


def _first_form() -> sa.Table:
    """Return the table as it was: batch mode would not see its checks by itself."""
    return sa.Table(
        "sessions",
        sa.MetaData(),
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
        sa.Index(op.f("ix_sessions_started_at"), "started_at"),
    )


def _of_one_moment() -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("local_date", sa.Text, nullable=False),
        sa.Column("utc_offset_minutes", sa.Integer, nullable=False),
    )


def _create_pains() -> None:
    op.create_table(
        "pains",
        *_of_one_moment(),
        sa.Column("nrs", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("session_id", sa.Text),
        sa.Column("woke", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pains")),
        sa.CheckConstraint("nrs BETWEEN 0 AND 10", name=op.f("ck_pains_nrs")),
        sa.CheckConstraint("kind IN ('free', 'morning_after')", name=op.f("ck_pains_kind")),
    )


def _create_hurts() -> None:
    op.create_table(
        "hurts",
        *_of_one_moment(),
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.Column("exercise_id", sa.Text, nullable=False),
        sa.Column("side", sa.Text),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("nrs", sa.Integer),
        sa.Column("sharp", sa.Integer, nullable=False),
        sa.Column("new_numbness", sa.Integer, nullable=False),
        sa.Column("choice", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hurts")),
        sa.CheckConstraint("nrs BETWEEN 0 AND 10", name=op.f("ck_hurts_nrs")),
        sa.CheckConstraint("side IN ('left', 'right')", name=op.f("ck_hurts_side")),
    )


def _create_checks() -> None:
    op.create_table(
        "checks",
        *_of_one_moment(),
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
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checks")),
    )


def _create_rescreens() -> None:
    op.create_table(
        "rescreens",
        *_of_one_moment(),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rescreens")),
    )


def _create_check_drafts() -> None:
    op.create_table(
        "check_drafts",
        *_of_one_moment(),
        sa.Column("page", sa.Text, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_drafts")),
    )


def _create_clearances() -> None:
    op.create_table(
        "clearances",
        *_of_one_moment(),
        sa.Column("seen_on", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clearances")),
    )


def _create_plan_pauses() -> None:
    op.create_table(
        "plan_pauses",
        *_of_one_moment(),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_pauses")),
    )


def _create_plan_changes() -> None:
    op.create_table(
        "plan_changes",
        *_of_one_moment(),
        sa.Column("routine_id", sa.Text, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("up", sa.Integer, nullable=False),
        sa.Column("automatic", sa.Integer, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_changes")),
        sa.CheckConstraint("automatic OR NOT up", name=op.f("ck_plan_changes_down_by_hand")),
    )


def _create_pauses() -> None:
    op.create_table(
        "pauses",
        *_of_one_moment(),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("first_day", sa.Text, nullable=False),
        sa.Column("last_day", sa.Text),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pauses")),
        sa.CheckConstraint("kind IN ('rest', 'sickness', 'flare')", name=op.f("ck_pauses_kind")),
        sa.CheckConstraint("last_day >= first_day", name=op.f("ck_pauses_days")),
    )


def _create_activities() -> None:
    op.create_table(
        "activities",
        *_of_one_moment(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("ended_on", sa.Text),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
    )


def _create_activity_scores() -> None:
    op.create_table(
        "activity_scores",
        *_of_one_moment(),
        sa.Column("activity_id", sa.Text, nullable=False),
        sa.Column("score", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_scores")),
        sa.CheckConstraint("score BETWEEN 0 AND 10", name=op.f("ck_activity_scores_score")),
    )


def _create_belt_days() -> None:
    op.create_table(
        "belt_days",
        *_of_one_moment(),
        sa.Column("minutes", sa.Integer),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_belt_days")),
        sa.CheckConstraint("minutes BETWEEN 1 AND 1440", name=op.f("ck_belt_days_minutes")),
    )


def _create_own_routines() -> None:
    op.create_table(
        "own_routines",
        *_of_one_moment(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("archived", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_routines")),
    )


def _create_marks() -> None:
    op.create_table(
        "marks",
        *_of_one_moment(),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marks")),
    )


def _create_tombstones() -> None:
    op.create_table(
        "tombstones",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("deleted_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_tombstones")),
    )
