"""The first tables: attempts, and the texts that a teacher attached."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_attempt()
    create_dealt_question()
    create_response()
    create_attached_paragraph()


def create_attempt() -> None:
    op.create_table(
        "attempt",
        sa.Column("id", sa.String(43), nullable=False),
        sa.Column("learner", sa.String(43), nullable=False),
        sa.Column("pack", sa.String(80), nullable=False),
        sa.Column("pack_hash", sa.String(64), nullable=False),
        sa.Column("seed", sa.String(80), nullable=False),
        sa.Column("version", sa.String(40), nullable=False),
        sa.Column("blueprint", sa.JSON(), nullable=False),
        sa.Column("retried_from", sa.String(43), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(id) >= 16", name=op.f("ck_attempt_id_unguessable")),
        sa.ForeignKeyConstraint(
            ["retried_from"],
            ["attempt.id"],
            name=op.f("fk_attempt_retried_from_attempt"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    op.create_index(op.f("ix_attempt_learner"), "attempt", ["learner"])
    op.create_index(op.f("ix_attempt_retried_from"), "attempt", ["retried_from"])


def create_dealt_question() -> None:
    op.create_table(
        "dealt_question",
        sa.Column("attempt_id", sa.String(43), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("question_id", sa.String(16), nullable=False),
        sa.Column("family", sa.String(16), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_dealt_question_position_from_one")),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["attempt.id"],
            name=op.f("fk_dealt_question_attempt_id_attempt"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("attempt_id", "position", name=op.f("pk_dealt_question")),
    )
    op.create_index(op.f("ix_dealt_question_family"), "dealt_question", ["family"])
    op.create_index(op.f("ix_dealt_question_question_id"), "dealt_question", ["question_id"])


def create_response() -> None:
    op.create_table(
        "response",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.String(43), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("try_number", sa.Integer(), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("credit", sa.Double(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("credit >= 0 AND credit <= 1", name=op.f("ck_response_credit_in_range")),
        sa.CheckConstraint("try_number >= 1", name=op.f("ck_response_try_from_one")),
        sa.ForeignKeyConstraint(
            ["attempt_id", "position"],
            ["dealt_question.attempt_id", "dealt_question.position"],
            name="fk_response_dealt_question",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("attempt_id", "position", "try_number", name="uq_response_once"),
    )


def create_attached_paragraph() -> None:
    op.create_table(
        "attached_paragraph",
        sa.Column("pack", sa.String(80), nullable=False),
        sa.Column("source", sa.String(80), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("attached_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_attached_paragraph_number_from_one")),
        sa.PrimaryKeyConstraint("pack", "source", "number", name=op.f("pk_attached_paragraph")),
    )


def downgrade() -> None:
    for table in ("attached_paragraph", "response", "dealt_question", "attempt"):
        op.drop_table(table)
