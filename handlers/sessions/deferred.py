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
        DeferredWork(one.kind, f"{one.kind}:{stored.id}:{one.key}", {**one.details, **whose})
        for one in stands.kind.wishes(stands.draft)
    )


async def hand_over(tx: Transaction, wishes: Iterable[DeferredWork]) -> None:
    """Have them done once, however often they are wished for."""
    for one in wishes:
        await errands.put(tx, one.kind, one.key, one.details)
