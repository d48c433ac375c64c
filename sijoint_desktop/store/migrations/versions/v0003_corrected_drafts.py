"""A check that is put aside keeps the answers that were corrected in it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add the column; what was put aside before has no corrections on record."""
    with op.batch_alter_table("check_drafts", recreate="always") as batch:
        batch.add_column(sa.Column("corrected", sa.Text, nullable=False, server_default="{}"))


def downgrade() -> None:
    """Refuse: the second form has no place for what the third keeps."""
    raise NotImplementedError("restore the copy that was made before the update")
