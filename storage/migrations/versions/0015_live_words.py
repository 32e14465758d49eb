"""Words of a relay are told from questions that wait for an answer"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('messages', sa.Column('live', sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column('messages', 'live')
