"""What a client wrote outside a question, until they say which request it is about"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Instant

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'unfiled_messages',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('person_id', sa.BigInteger(), nullable=False),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('file', sa.JSON(), nullable=True),
        sa.Column('at', Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ['person_id'], ['people.id'], name=op.f('fk_unfiled_messages_person_id_people')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_unfiled_messages')),
    )
    op.create_index(op.f('ix_unfiled_messages_person_id'), 'unfiled_messages', ['person_id'])


def downgrade() -> None:
    op.drop_table('unfiled_messages')
