"""Which papers of a job are there, and why a plan was published in spite of what was against it"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Instant

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'job_papers',
        sa.Column('job_id', sa.BigInteger(), nullable=False),
        sa.Column('paper', sa.String(20), nullable=False),
        sa.Column('since', sa.Date(), nullable=False),
        sa.Column('noted_by', sa.BigInteger(), nullable=False),
        sa.Column('at', Instant(), nullable=False),
        sa.ForeignKeyConstraint(['job_id'], ['jobs.id'], name=op.f('fk_job_papers_job_id_jobs')),
        sa.PrimaryKeyConstraint('job_id', 'paper', name=op.f('pk_job_papers')),
    )
    op.add_column('jobs', sa.Column('in_spite_of', sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column('jobs', 'in_spite_of')
    op.drop_table('job_papers')
