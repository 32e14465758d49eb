"""Members are busy at the same hours each week"""

import sqlalchemy as sa
from alembic import op

import storage.tables.base

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'appointments',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('member_id', sa.BigInteger(), nullable=False),
        sa.Column('weekday', sa.String(length=3), nullable=False),
        sa.Column('start_time', sa.Time(), nullable=False),
        sa.Column('end_time', sa.Time(), nullable=False),
        sa.Column('first_on', sa.Date(), nullable=False),
        sa.Column('last_on', sa.Date(), nullable=True),
        sa.Column('added_by', sa.BigInteger(), nullable=False),
        sa.Column('at', storage.tables.base.Instant(timezone=True), nullable=False),
        sa.Column('cancelled_at', storage.tables.base.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ['member_id'], ['members.id'], name=op.f('fk_appointments_member_id_members')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_appointments')),
    )
    op.create_index(op.f('ix_appointments_member_id'), 'appointments', ['member_id'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_appointments_member_id'), table_name='appointments')
    op.drop_table('appointments')
