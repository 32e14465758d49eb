"""What is thrown away, and when."""

from datetime import timedelta

from storage import inbox, outbox, sessions
from storage.transaction import Transaction

UPDATES_LAST = timedelta(hours=48)  # Telegram redelivers for 24 h
SENT_LASTS = timedelta(days=7)
DRAFTS_LAST = timedelta(days=30)


async def clean(tx: Transaction) -> None:
    """Forget old update ids, sent letters and drafts that nobody touched."""
    await inbox.forget(tx, tx.real_now - UPDATES_LAST)
    await outbox.forget(tx, tx.real_now - SENT_LASTS)
    await sessions.forget(tx, tx.now - DRAFTS_LAST)
