"""Words of lists that named nothing, and what somebody said they mean"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Instant

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'unknown_words',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('key', sa.String(length=80), nullable=False),
        sa.Column('word', sa.String(length=60), nullable=False),
        sa.Column('lang', sa.String(length=8), nullable=False),
        sa.Column('times', sa.Integer(), nullable=False),
        sa.Column('state', sa.String(length=8), nullable=False),
        sa.Column('code', sa.String(length=12), nullable=True),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('decided_at', Instant(), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_unknown_words')),
        sa.UniqueConstraint('key', name=op.f('uq_unknown_words_key')),
    )
    op.create_index('ix_unknown_words_state', 'unknown_words', ['state'])


def downgrade() -> None:
    op.drop_table('unknown_words')
