"""Classes: teachers, rosters, assignments, sittings of them, and what is mended."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENTS = "('at once', 'submitted', 'closed')"
KEPT_ONCE = "ck_dealt_question_kept_once"


def attempt(*more: sa.Column[int]) -> sa.Table:
    """Return the table of the revision before, with more of it: see the second one for why."""
    return sa.Table(
        "attempt",
        sa.MetaData(),
        sa.Column("id", sa.String(43), nullable=False),
        sa.Column("learner", sa.String(43), nullable=False),
        sa.Column("pack", sa.String(80), nullable=False),
        sa.Column("pack_hash", sa.String(64), nullable=False),
        sa.Column("seed", sa.String(80), nullable=False),
        sa.Column("version", sa.String(40), nullable=False),
        sa.Column("blueprint", sa.JSON(), nullable=False),
        sa.Column("retried_from", sa.String(43), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("with_certainty", sa.Boolean(), server_default=sa.false(), nullable=False),
        *more,
        sa.CheckConstraint("length(id) >= 16", name=op.f("ck_attempt_id_unguessable")),
        sa.ForeignKeyConstraint(
            ["retried_from"],
            ["attempt.id"],
            name=op.f("fk_attempt_retried_from_attempt"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
        sa.Index(op.f("ix_attempt_learner"), "learner"),
        sa.Index(op.f("ix_attempt_retried_from"), "retried_from"),
    )


def dealt_question(*more: sa.Column[int]) -> sa.Table:
    """Return the table of the revision before, with more of it."""
    return sa.Table(
        "dealt_question",
        sa.MetaData(),
        sa.Column("attempt_id", sa.String(43), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("question_id", sa.String(16), nullable=False),
        sa.Column("family", sa.String(16), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=bool(more)),
        *more,
        sa.CheckConstraint("position >= 1", name=op.f("ck_dealt_question_position_from_one")),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["attempt.id"],
            name=op.f("fk_dealt_question_attempt_id_attempt"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("attempt_id", "position", name=op.f("pk_dealt_question")),
        sa.Index(op.f("ix_dealt_question_family"), "family"),
        sa.Index(op.f("ix_dealt_question_question_id"), "question_id"),
    )


def upgrade() -> None:
    create_teacher()
    create_invitation()
    create_school_class()
    create_assignment()
    create_participant()
    create_assigned_question()
    create_sitting()
    create_form_seat()
    create_mending()
    create_problem_report()
    create_old_mark()
    with op.batch_alter_table("attempt", copy_from=attempt()) as batch:
        batch.add_column(sa.Column("sitting_id", sa.Integer(), nullable=True))
        batch.create_unique_constraint(op.f("uq_attempt_sitting_id"), ["sitting_id"])
        batch.create_foreign_key(
            op.f("fk_attempt_sitting_id_sitting"), "sitting", ["sitting_id"], ["id"], ondelete="CASCADE"
        )
    with op.batch_alter_table("dealt_question", copy_from=dealt_question()) as batch:
        batch.add_column(sa.Column("assigned_id", sa.Integer(), nullable=True))
        batch.alter_column("snapshot", existing_type=sa.JSON(), nullable=True)
        batch.create_check_constraint(op.f(KEPT_ONCE), "(snapshot IS NULL) <> (assigned_id IS NULL)")
        batch.create_foreign_key(
            op.f("fk_dealt_question_assigned_id_assigned_question"),
            "assigned_question",
            ["assigned_id"],
            ["id"],
            ondelete="CASCADE",
        )
    op.create_index(op.f("ix_dealt_question_assigned_id"), "dealt_question", ["assigned_id"])


def create_teacher() -> None:
    op.create_table(
        "teacher",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("name_key", sa.String(length=60), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("epoch", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teacher")),
        sa.UniqueConstraint("name_key", name=op.f("uq_teacher_name_key")),
    )


def create_invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=12), nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(purpose = 'reset') = (teacher_id IS NOT NULL)", name=op.f("ck_invitation_reset_of_somebody")
        ),
        sa.CheckConstraint(
            "purpose IN ('set-up', 'invitation', 'reset')", name=op.f("ck_invitation_purpose_known")
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["teacher.id"], name=op.f("fk_invitation_teacher_id_teacher"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    op.create_index(op.f("ix_invitation_teacher_id"), "invitation", ["teacher_id"])


def create_school_class() -> None:
    op.create_table(
        "school_class",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("naming", sa.String(length=12), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "naming IN ('roster', 'nickname', 'generated')", name=op.f("ck_school_class_naming_known")
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"],
            ["teacher.id"],
            name=op.f("fk_school_class_teacher_id_teacher"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_class")),
    )
    op.create_index(op.f("ix_school_class_teacher_id"), "school_class", ["teacher_id"])


def create_assignment() -> None:
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("pack", sa.String(length=80), nullable=False),
        sa.Column("pack_hash", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("seed", sa.String(length=80), nullable=False),
        sa.Column("blueprint", sa.JSON(), nullable=False),
        sa.Column("marking", sa.JSON(), nullable=False),
        sa.Column("forms", sa.Integer(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts_allowed", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("with_certainty", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("show_correctness", sa.String(length=10), nullable=False),
        sa.Column("show_key", sa.String(length=10), nullable=False),
        sa.Column("show_explanation", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            " AND ".join(f"show_{what} IN {MOMENTS}" for what in ("correctness", "key", "explanation")),
            name=op.f("ck_assignment_moments_known"),
        ),
        sa.CheckConstraint("attempts_allowed BETWEEN 1 AND 20", name=op.f("ck_assignment_attempts_in_range")),
        sa.CheckConstraint("due_at > opens_at", name=op.f("ck_assignment_due_after_opening")),
        sa.CheckConstraint("forms BETWEEN 1 AND 6", name=op.f("ck_assignment_forms_in_range")),
        sa.CheckConstraint("minutes BETWEEN 1 AND 600", name=op.f("ck_assignment_minutes_in_range")),
        sa.ForeignKeyConstraint(
            ["class_id"],
            ["school_class.id"],
            name=op.f("fk_assignment_class_id_school_class"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sa.UniqueConstraint("code", name=op.f("uq_assignment_code")),
    )
    op.create_index(op.f("ix_assignment_class_id"), "assignment", ["class_id"])


def create_participant() -> None:
    op.create_table(
        "participant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("name_key", sa.String(length=60), nullable=False),
        sa.Column("claim", sa.Integer(), server_default="0", nullable=False),
        sa.Column("resume_code", sa.String(length=12), nullable=False),
        sa.Column("extra_percent", sa.Integer(), server_default="0", nullable=False),
        sa.Column("untimed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("extra_percent BETWEEN 0 AND 300", name=op.f("ck_participant_extra_in_range")),
        sa.ForeignKeyConstraint(
            ["class_id"],
            ["school_class.id"],
            name=op.f("fk_participant_class_id_school_class"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("class_id", "name_key", name="uq_participant_name"),
        sa.UniqueConstraint("resume_code", name=op.f("uq_participant_resume_code")),
    )
    op.create_index(op.f("ix_participant_class_id"), "participant", ["class_id"])


def create_assigned_question() -> None:
    op.create_table(
        "assigned_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.String(length=16), nullable=False),
        sa.Column("family", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("skill", sa.String(length=4), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("standing", sa.String(length=8), server_default="counts", nullable=False),
        sa.Column("accepted", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "standing IN ('counts', 'full', 'dropped')", name=op.f("ck_assigned_question_standing_known")
        ),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignment.id"],
            name=op.f("fk_assigned_question_assignment_id_assignment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assigned_question")),
        sa.UniqueConstraint("assignment_id", "question_id", name="uq_assigned_question_once"),
    )
    op.create_index(op.f("ix_assigned_question_family"), "assigned_question", ["family"])


def create_sitting() -> None:
    op.create_table(
        "sitting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("extra_minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "number >= 1 AND form >= 0 AND extra_minutes >= 0", name=op.f("ck_sitting_counts_in_range")
        ),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignment.id"],
            name=op.f("fk_sitting_assignment_id_assignment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_sitting_participant_id_participant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting")),
        sa.UniqueConstraint("assignment_id", "participant_id", "number", name="uq_sitting_number"),
    )
    op.create_index(op.f("ix_sitting_participant_id"), "sitting", ["participant_id"])


def create_form_seat() -> None:
    op.create_table(
        "form_seat",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("assigned_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("form >= 0 AND position >= 1", name=op.f("ck_form_seat_places_in_range")),
        sa.ForeignKeyConstraint(
            ["assigned_id"],
            ["assigned_question.id"],
            name=op.f("fk_form_seat_assigned_id_assigned_question"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignment.id"],
            name=op.f("fk_form_seat_assignment_id_assignment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assignment_id", "form", "position", name=op.f("pk_form_seat")),
        sa.UniqueConstraint("assignment_id", "form", "assigned_id", name="uq_form_seat_question"),
    )
    op.create_index(op.f("ix_form_seat_assigned_id"), "form_seat", ["assigned_id"])


def create_mending() -> None:
    op.create_table(
        "mending",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assigned_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=8), nullable=False),
        sa.Column("accepted", sa.JSON(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("teacher", sa.String(length=60), nullable=False),
        sa.Column("mended_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(action = 'accept') = (accepted IS NOT NULL)", name=op.f("ck_mending_accepts_something")
        ),
        sa.CheckConstraint("action IN ('accept', 'full', 'drop')", name=op.f("ck_mending_action_known")),
        sa.ForeignKeyConstraint(
            ["assigned_id"],
            ["assigned_question.id"],
            name=op.f("fk_mending_assigned_id_assigned_question"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mending")),
    )
    op.create_index(op.f("ix_mending_assigned_id"), "mending", ["assigned_id"])


def create_problem_report() -> None:
    op.create_table(
        "problem_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("assigned_id", sa.Integer(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["assigned_id"],
            ["assigned_question.id"],
            name=op.f("fk_problem_report_assigned_id_assigned_question"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["sitting_id"],
            ["sitting.id"],
            name=op.f("fk_problem_report_sitting_id_sitting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problem_report")),
    )
    op.create_index(op.f("ix_problem_report_assigned_id"), "problem_report", ["assigned_id"])
    op.create_index(op.f("ix_problem_report_sitting_id"), "problem_report", ["sitting_id"])


def create_old_mark() -> None:
    op.create_table(
        "old_mark",
        sa.Column("mending_id", sa.Integer(), nullable=False),
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.Column("credit", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mending_id"], ["mending.id"], name=op.f("fk_old_mark_mending_id_mending"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name=op.f("fk_old_mark_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("mending_id", "response_id", name=op.f("pk_old_mark")),
    )
    op.create_index(op.f("ix_old_mark_response_id"), "old_mark", ["response_id"])


TABLES = (
    "old_mark", "problem_report", "mending", "form_seat", "sitting", "assigned_question", "participant",
    "assignment", "school_class", "invitation", "teacher",
)  # fmt: skip


def downgrade() -> None:
    # The second revision knows quizzes of one's own only: what was answered in a class goes with it.
    op.execute(
        "DELETE FROM response WHERE attempt_id IN (SELECT id FROM attempt WHERE sitting_id IS NOT NULL)"
    )
    op.execute("DELETE FROM dealt_question WHERE snapshot IS NULL")
    op.execute("DELETE FROM attempt WHERE sitting_id IS NOT NULL")
    op.drop_index(op.f("ix_dealt_question_assigned_id"), "dealt_question")
    assigned = sa.Column("assigned_id", sa.Integer(), nullable=True)
    with op.batch_alter_table("dealt_question", copy_from=dealt_question(assigned)) as batch:
        batch.alter_column("snapshot", existing_type=sa.JSON(), nullable=False)
        batch.drop_column("assigned_id")
    sitting = sa.Column("sitting_id", sa.Integer(), nullable=True)
    with op.batch_alter_table("attempt", copy_from=attempt(sitting)) as batch:
        batch.drop_column("sitting_id")
    for table in TABLES:
        op.drop_table(table)
