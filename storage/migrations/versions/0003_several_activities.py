"""Several activities in one request, what each asks, who opens on site, rules and wishes"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('requests', sa.Column('activities', sa.JSON(), nullable=True))
    op.add_column('requests', sa.Column('particulars', sa.JSON(), nullable=True))
    op.add_column('requests', sa.Column('rules', sa.JSON(), nullable=True))
    op.add_column('requests', sa.Column('wishes', sa.JSON(), nullable=True))
    op.add_column('requests', sa.Column('contact_name', sa.String(length=120), nullable=True))
    op.add_column('requests', sa.Column('contact_phone', sa.String(length=20), nullable=True))


def downgrade() -> None:
    for name in ('contact_phone', 'contact_name', 'wishes', 'rules', 'particulars', 'activities'):
        op.drop_column('requests', name)
