"""Who wants in as a member with another number or account waits for the office"""

import sqlalchemy as sa
from alembic import op

import storage.tables.base

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'join_requests',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('member_id', sa.BigInteger(), nullable=False),
        sa.Column('person_id', sa.BigInteger(), nullable=False),
        sa.Column('phone', sa.String(length=20), nullable=False),
        sa.Column('at', storage.tables.base.Instant(timezone=True), nullable=False),
        sa.Column('decided_at', storage.tables.base.Instant(timezone=True), nullable=True),
        sa.Column('let_in', sa.Boolean(), nullable=False),
        sa.Column('former_id', sa.BigInteger(), nullable=True),
        sa.Column('former_phone', sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ['member_id'], ['members.id'], name=op.f('fk_join_requests_member_id_members')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_join_requests')),
    )
    op.create_index(
        op.f('ix_join_requests_person_id'), 'join_requests', ['person_id'], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f('ix_join_requests_person_id'), table_name='join_requests')
    op.drop_table('join_requests')
