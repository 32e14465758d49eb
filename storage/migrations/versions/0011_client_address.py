"""The postal address of a client company, for its quotes"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('companies', sa.Column('address', sa.String(length=200), nullable=True))


def downgrade() -> None:
    op.drop_column('companies', 'address')
