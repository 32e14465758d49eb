"""When members cannot come"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Instant

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'absences',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('member_id', sa.BigInteger(), nullable=False),
        sa.Column('starts_at', Instant(), nullable=False),
        sa.Column('ends_at', Instant(), nullable=False),
        sa.Column('added_by', sa.BigInteger(), nullable=False),
        sa.Column('at', Instant(), nullable=False),
        sa.Column('cancelled_at', Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ['member_id'], ['members.id'], name=op.f('fk_absences_member_id_members')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_absences')),
    )
    op.create_index('ix_absences_member_ends', 'absences', ['member_id', 'ends_at'])


def downgrade() -> None:
    op.drop_table('absences')
