"""What open questions want done after the commit, handed over as errands."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from handlers.conversation.engine import Asked, Outcome, Question, Refused, Session
from handlers.conversation.kind import DeferredWork
from storage import errands
from storage.sessions import StoredSession
from storage.transaction import Transaction


def deferred_of(
    stored: StoredSession, session: Session, outcome: Outcome, lang: str
) -> tuple[DeferredWork, ...]:
    """List what questions want done, with who for: the one that stands and the one just noted."""
    whose = {"place": stored.id, "chat": stored.chat_id, "lang": lang}
    works = [
        work
        for question in _begun(session, outcome)
        for work in question.kind.deferred_work(question.draft)
    ]
    if isinstance(outcome, Refused) and outcome.about is None:
        works += outcome.question.kind.work_refused(outcome.rejected)
    return tuple(
        DeferredWork(work.kind, f"{work.kind}:{stored.id}:{work.key}", {**work.details, **whose})
        for work in works
    )


def _begun(session: Session, outcome: Outcome) -> Iterator[Question]:
    """List the questions whose answer is begun; one that got a file is as if it were."""
    if isinstance(session.stands, Question) and session.stands.draft is not None:
        yield session.stands
    if isinstance(outcome, Asked):
        noted = session.walked.find(outcome.noted) if outcome.noted else None
        if outcome.kept is not None and isinstance(raw := outcome.kept.raw, dict):
            if "open" in raw:  # a list of goods is read once it is asked for
                yield replace(outcome.kept, draft=raw)
        elif (found := outcome.kept or noted) and isinstance(found.raw, list):
            yield replace(found, draft={"open": found.raw})


async def hand_over(tx: Transaction, works: Iterable[DeferredWork]) -> None:
    """Write an errand for each; the same key is done once."""
    for work in works:
        await errands.put(tx, work.kind, work.key, work.details)
