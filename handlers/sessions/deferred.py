"""What open questions want done after the commit, handed over as errands."""

from collections.abc import Iterable

from handlers.conversation.engine import Finished, Session
from handlers.conversation.kind import DeferredWork
from storage import errands
from storage.sessions import StoredSession
from storage.transaction import Transaction


def deferred_of(stored: StoredSession, session: Session, lang: str) -> tuple[DeferredWork, ...]:
    """List what the question where a conversation stands wants done, with who for."""
    stands = session.stands
    if isinstance(stands, Finished) or stands.draft is None:
        return ()
    whose = {"place": stored.id, "chat": stored.chat_id, "lang": lang}
    return tuple(
        DeferredWork(work.kind, f"{work.kind}:{stored.id}:{work.key}", {**work.details, **whose})
        for work in stands.kind.deferred_work(stands.draft)
    )


async def hand_over(tx: Transaction, works: Iterable[DeferredWork]) -> None:
    """Write an errand for each; the same key is done once."""
    for work in works:
        await errands.put(tx, work.kind, work.key, work.details)
