"""The newest edit of each person, so that the same edit is not taken twice"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Instant

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('people', sa.Column('edited_at', Instant(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_column('edited_at')
