"""Lines of a list that nobody could read stand apart from the client's note"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('requests', sa.Column('unread', sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column('requests', 'unread')
