"""Pain scores and hurts are found by their day without reading all of them."""

from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add the indexes; no row changes."""
    for table in ("pains", "hurts"):
        op.create_index(f"ix_{table}_local_date", table, ["local_date"])


def downgrade() -> None:
    """Take the indexes away again."""
    for table in ("pains", "hurts"):
        op.drop_index(f"ix_{table}_local_date", table)
