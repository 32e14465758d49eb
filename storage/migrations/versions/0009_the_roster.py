"""What a roster knows of its people and vehicles, and the files that it came from"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Instant

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

def member_columns() -> tuple[sa.Column, ...]:
    return (
        sa.Column('languages', sa.JSON(), server_default='[]', nullable=False),
        sa.Column('roles', sa.JSON(), server_default='[]', nullable=False),
        sa.Column('contract_hours', sa.String(length=8), server_default='35', nullable=False),
        sa.Column('contract_from', sa.Date(), nullable=True),
    )


def vehicle_columns() -> tuple[sa.Column, ...]:
    return (
        sa.Column('plate', sa.String(length=20), nullable=True),
        sa.Column('volume_m3', sa.String(length=12), nullable=True),
        sa.Column('payload_kg', sa.String(length=12), nullable=True),
        sa.Column('licence', sa.String(length=4), nullable=True),
        sa.Column('tail_lift', sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column('glass_frame', sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column('inspected_until', sa.Date(), nullable=True),
        sa.Column('out_from', sa.Date(), nullable=True),
        sa.Column('out_until', sa.Date(), nullable=True),
    )




def upgrade() -> None:
    for column in member_columns():
        op.add_column('members', column)
    _keep_what_is_known()
    for name in ('leader', 'driver', 'weekly_hours'):
        op.drop_column('members', name)
    for column in vehicle_columns():
        op.add_column('vehicles', column)
    op.create_table(
        'roster_imports',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('key', sa.String(length=120), nullable=False),
        sa.Column('added_by', sa.BigInteger(), nullable=False),
        sa.Column('state', sa.String(length=10), nullable=False),
        sa.Column('content', sa.JSON(), nullable=False),
        sa.Column('before', sa.JSON(), nullable=True),
        sa.Column('at', Instant(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_roster_imports')),
        sa.UniqueConstraint('key', name=op.f('uq_roster_imports_key')),
    )


def _keep_what_is_known() -> None:
    """Write who leads or drives as a role, and the language of messages as one that is spoken."""
    members = sa.table(
        'members',
        *(sa.column(name) for name in ('id', 'leader', 'driver', 'language', 'weekly_hours')),
        sa.column('roles', sa.JSON()),
        sa.column('languages', sa.JSON()),
        sa.column('contract_hours'),
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(members)).all():
        roles = [name for name in ('leader', 'driver') if getattr(row, name)]
        values = {
            'roles': roles,
            'languages': [row.language],
            'contract_hours': str(row.weekly_hours),
        }
        connection.execute(sa.update(members).where(members.c.id == row.id).values(values))


def downgrade() -> None:
    op.drop_table('roster_imports')
    for column in reversed(vehicle_columns()):
        op.drop_column('vehicles', column.name)
    for name in ('leader', 'driver'):
        op.add_column(
            'members', sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    op.add_column(
        'members', sa.Column('weekly_hours', sa.Integer(), server_default='35', nullable=False)
    )
    for column in reversed(member_columns()):
        op.drop_column('members', column.name)
