"""What waits to be sent, as tests look at it."""

from storage import outbox
from storage.outbox import Letter, LetterState
from storage.tables import outbox as rows
from storage.transaction import Reading, Transaction

WAITING = (LetterState.PENDING, LetterState.CLAIMED, LetterState.DOUBT)


async def pending(tx: Reading, chat_id: int | None = None) -> list[Letter]:
    """List the letters that wait, for one chat or for all, most urgent first."""
    if isinstance(tx, Transaction):
        await outbox.write(tx)
    query = outbox._ALL.where(rows.c.state.in_(WAITING))
    if chat_id is not None:
        query = query.where(rows.c.chat_id == chat_id)
    return [outbox._letter(row) for row in await tx.rows(query)]
