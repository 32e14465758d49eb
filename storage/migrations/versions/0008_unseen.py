"""A quote keeps the reasons for a visit that did not take place before it"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('revisions', sa.Column('unseen', sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column('revisions', 'unseen')
