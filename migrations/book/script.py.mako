"""${message}."""

from __future__ import annotations

from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A table that changes is made anew under its name: renamed aside, created, filled, the old one dropped."""
    ${upgrades if upgrades else "op.get_bind()"}


def downgrade() -> None:
    """Books go forward only: the copy made before the upgrade is the way back."""
    raise NotImplementedError
