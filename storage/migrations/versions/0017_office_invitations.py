"""An invitation into the office says which administrator made it"""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('invitations', sa.Column('person_id', sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column('invitations', 'person_id')
