"""What open questions want done after the commit, handed over as errands."""

from collections.abc import Iterable

from handlers.conversation.engine import Finished, Session
from handlers.conversation.kind import Wish
from storage import errands
from storage.sessions import Place
from storage.work import Work


def wishes_of(place: Place, session: Session, lang: str) -> tuple[Wish, ...]:
    """List what the question where a conversation stands wants done, with who for."""
    stands = session.stands
    if isinstance(stands, Finished) or stands.draft is None:
        return ()
    whose = {"place": place.id, "chat": place.chat_id, "lang": lang}
    return tuple(
        Wish(one.kind, f"{one.kind}:{place.id}:{one.key}", {**one.details, **whose})
        for one in stands.kind.wishes(stands.draft)
    )


async def hand_over(work: Work, wishes: Iterable[Wish]) -> None:
    """Have them done once, however often they are wished for."""
    for one in wishes:
        await errands.put(work, one.kind, one.key, one.details)
