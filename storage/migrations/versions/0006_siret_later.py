"""A client company may tell its SIRET after it has registered"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('companies', schema=None) as batch_op:
        batch_op.alter_column('siret', existing_type=sa.String(length=14), nullable=True)


def downgrade() -> None:
    with op.batch_alter_table('companies', schema=None) as batch_op:
        batch_op.alter_column('siret', existing_type=sa.String(length=14), nullable=False)
