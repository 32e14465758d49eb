"""Who leads a company, and invitations that several people may follow"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        'people',
        sa.Column('leads_company', sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.add_column(sa.Column('company_id', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('uses', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('most', sa.Integer(), server_default='1', nullable=False))
        batch_op.create_foreign_key(
            batch_op.f('fk_invitations_company_id_companies'), 'companies', ['company_id'], ['id']
        )
        batch_op.create_index(batch_op.f('ix_invitations_company_id'), ['company_id'], unique=False)
    op.execute('UPDATE invitations SET uses = 1 WHERE used_at IS NOT NULL')
    _let_the_first_lead()


def _let_the_first_lead() -> None:
    """Of each company, the client who was met first leads it."""
    met = {name: sa.column(name) for name in ('id', 'company_id', 'created_at', 'leads_company')}
    people, roles = sa.table('people', *met.values()), sa.table(
        'roles', sa.column('person_id'), sa.column('role')
    )
    c, earlier = people.c, people.alias('earlier')
    clients = sa.select(roles.c.person_id).where(roles.c.role == 'client')
    before = sa.or_(
        earlier.c.created_at < c.created_at,
        sa.and_(earlier.c.created_at == c.created_at, earlier.c.id < c.id),
    )
    another = sa.exists().where(
        earlier.c.company_id == c.company_id, earlier.c.id.in_(clients), before
    )
    first = (c.company_id.is_not(None), c.id.in_(clients), ~another)
    op.execute(sa.update(people).where(*first).values(leads_company=sa.true()))


def downgrade() -> None:
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitations_company_id'))
        batch_op.drop_constraint(
            batch_op.f('fk_invitations_company_id_companies'), type_='foreignkey'
        )
        batch_op.drop_column('most')
        batch_op.drop_column('uses')
        batch_op.drop_column('company_id')
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_column('leads_company')
