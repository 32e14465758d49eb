"""Members who are in the bot are asked about their next week"""

from datetime import UTC, datetime, time, timedelta

import sqlalchemy as sa
from alembic import op

import storage.tables.base

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None

THURSDAY = 3


def upgrade() -> None:
    now = datetime.now(UTC)
    thursday = now.date() + timedelta((THURSDAY - now.weekday()) % 7)
    if datetime.combine(thursday, time(15), UTC) <= now:
        thursday += timedelta(7)
    found = sa.text('SELECT id FROM members WHERE active AND person_id IS NOT NULL')
    rows = [
        {
            'key': f'week_card:{member}:{thursday + timedelta(4)}',
            'kind': 'week_card',
            'thing_id': member,
            'state': 'waiting',
            'due_at': datetime.combine(thursday, time(15), UTC),
        }
        for (member,) in op.get_bind().execute(found)
    ]
    if rows:
        op.bulk_insert(
            sa.table(
                'reminders',
                sa.column('key', sa.String()),
                sa.column('kind', sa.String()),
                sa.column('thing_id', sa.BigInteger()),
                sa.column('state', sa.String()),
                sa.column('due_at', storage.tables.base.Instant()),
            ),
            rows,
        )


def downgrade() -> None:
    op.execute("DELETE FROM reminders WHERE kind = 'week_card'")
