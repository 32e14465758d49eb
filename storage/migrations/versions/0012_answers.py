"""What coordinators write is told apart: a question, or an answer that asks nothing"""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('messages', sa.Column('asks', sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column('messages', 'asks')
