"""The office is warned of certificates and inspections that were entered before it could be"""

from datetime import UTC, datetime, time, timedelta

import sqlalchemy as sa
from alembic import op

import storage.tables.base

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None

WARN_DAYS = (90, 60, 30, 7)
KINDS = ('certificate_end', 'inspection_end')


def upgrade() -> None:
    now = datetime.now(UTC)
    found = sa.text(
        "SELECT 'certificate_end', member_id, c.kind, valid_until FROM certificates c "
        "JOIN members m ON m.id = c.member_id WHERE m.active "
        "UNION ALL SELECT 'inspection_end', id, '', inspected_until FROM vehicles "
        "WHERE active AND inspected_until IS NOT NULL"
    ).columns(sa.column('k'), sa.column('t'), sa.column('w'), sa.column('u', sa.Date()))
    rows = [
        row
        for kind, thing, what, until in op.get_bind().execute(found)
        if until >= now.date()
        for row in _rows(kind, thing, what, until, now)
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


def _rows(kind, thing, what, until, now):
    left = (until - now.date()).days
    newest = min((days for days in WARN_DAYS if left <= days), default=None)
    for days in WARN_DAYS:
        due_at = datetime.combine(until - timedelta(days), time(7), UTC)
        if due_at > now or days == newest:
            key = f'{kind}:{thing}:{what}:{until}:{days}'
            yield {'key': key, 'kind': kind, 'thing_id': thing, 'state': 'waiting', 'due_at': due_at}


def downgrade() -> None:
    op.execute(f"DELETE FROM reminders WHERE kind IN {KINDS}")
