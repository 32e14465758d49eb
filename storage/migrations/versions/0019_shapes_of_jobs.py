"""Days, people by day and vehicles of a job that are not as quoted"""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('jobs', sa.Column('shape', sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column('jobs', 'shape')
