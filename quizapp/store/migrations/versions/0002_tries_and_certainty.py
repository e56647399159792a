"""Tries that do not stand yet, and how sure a learner was.

What is there already are first tries that stand, given without certainty.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NEW_CHECKS = {
    "ck_response_certainty_one_to_three": "certainty BETWEEN 1 AND 3",
    "ck_response_open_try_earns_nothing": "final OR credit = 0",
}


def new_columns() -> list[sa.Column[object]]:
    return [
        sa.Column("final", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("certainty", sa.Integer(), nullable=True),
    ]


def response(*more: sa.Column[object]) -> sa.Table:
    """Return the table of the first revision, with more columns.

    SQLite's table is made anew. Which of its checks are read back from the old one depends on
    the version of SQLAlchemy, so that they are written down.
    """
    return sa.Table(
        "response",
        sa.MetaData(),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.String(43), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("try_number", sa.Integer(), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("credit", sa.Double(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        *more,
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


def upgrade() -> None:
    op.add_column(
        "attempt", sa.Column("with_certainty", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    with op.batch_alter_table("response", copy_from=response()) as batch:
        for column in new_columns():
            batch.add_column(column)
        for name, condition in NEW_CHECKS.items():
            batch.create_check_constraint(op.f(name), condition)
    op.create_index(
        "uq_response_final",
        "response",
        ["attempt_id", "position"],
        unique=True,
        sqlite_where=sa.text("final"),
        postgresql_where=sa.text("final"),
    )


def downgrade() -> None:
    # The first revision knows first tries only: what stands takes the place of what did not.
    op.execute("DELETE FROM response WHERE NOT final")
    op.execute("UPDATE response SET try_number = 1")
    op.drop_index("uq_response_final", "response")
    # PostgreSQL drops the checks with their columns; SQLite's new table has only the kept ones.
    with op.batch_alter_table("response", copy_from=response(*new_columns())) as batch:
        batch.drop_column("certainty")
        batch.drop_column("final")
    op.drop_column("attempt", "with_certainty")
