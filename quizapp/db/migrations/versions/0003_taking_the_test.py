"""Time granted to an attempt and to a person, answers marked by hand, blanks in any order, practice, contests."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("extra_minutes", sa.Integer(), server_default=sa.text("0"), nullable=False))
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_kept_back", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("question_revisions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("any_order", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("granted_s", sa.Integer(), server_default=sa.text("0"), nullable=False))
    with op.batch_alter_table("attempt_questions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("marked_by", sa.String(length=100), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("marked_at", sa.DateTime(), nullable=True))
    with op.batch_alter_table("results", schema=None) as batch_op:
        batch_op.add_column(sa.Column("unmarked", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.create_table(
        "practice_records",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("right_in_a_row", sa.Integer(), nullable=False),
        sa.Column("is_mistake", sa.Boolean(), nullable=False),
        sa.Column("is_favourite", sa.Boolean(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_practice_records_person_id_people")),
        sa.ForeignKeyConstraint(["question_id"], ["questions.id"], name=op.f("fk_practice_records_question_id_questions")),
        sa.PrimaryKeyConstraint("person_id", "question_id", name=op.f("pk_practice_records")),
    )
    op.create_index(op.f("ix_practice_records_question_id"), "practice_records", ["question_id"])
