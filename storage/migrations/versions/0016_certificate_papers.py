"""A certificate has the day it was issued and a photo of its paper"""

import sqlalchemy as sa
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('certificates', sa.Column('issued_on', sa.Date(), nullable=True))
    op.add_column('certificates', sa.Column('media_id', sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column('certificates', 'media_id')
    op.drop_column('certificates', 'issued_on')
