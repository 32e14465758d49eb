"""Going elsewhere in a form: back, to one answer, and taking items out or adding them."""

from collections.abc import Mapping

from handlers.conversation.groups import group_of, without_item
from handlers.conversation.kind import Json
from handlers.conversation.moves import Add, Back, Edit, Remove
from handlers.conversation.outcomes import Asked, Finished, Outcome, Stale
from handlers.conversation.question import Question
from handlers.conversation.session import Session, asked_at
from handlers.conversation.walk import CLOSED, DRAFT

SessionStep = tuple[Session, Outcome]


def change(session: Session, move: Back | Edit | Remove | Add) -> SessionStep:
    """Go there; a path that leads nowhere is stale."""
    match move:
        case Back():
            return _back(session)
        case Edit(path):
            return _edit(session, path)
        case Remove(path):
            left = without_item(session.answers, path)
            return stale(session) if left is None else settle(session, left)
        case Add(path):
            closed = session.answers.get(path) is CLOSED
            return settle(session, less(session.answers, path)) if closed else stale(session)


def stale(session: Session) -> SessionStep:
    stands = session.stands
    return session, stands if isinstance(stands, Finished) else Stale(stands)


def settle(
    session: Session,
    answers: Mapping[str, Json],
    *,
    editing: str | None = None,
    noted: str | None = None,
    last: tuple[str, str] | None = None,
    confirmed: bool = False,
) -> SessionStep:
    """Close a turn: drafts go, and whatever was confirmed must be confirmed again."""
    drop = [path for path in answers if path.endswith(DRAFT)]
    if not confirmed:
        drop += [confirmation.path for confirmation in _confirmations(session)]
    kept = less(answers, *drop) if drop else answers
    after = Session(session.form, kept, session.turn + 1, editing, last)
    stands = after.stands
    object.__setattr__(after, "asked", asked_at(stands))  # nobody saw it yet; it keeps its walk
    return after, outcome_of(stands, noted)


def outcome_of(stands: Question | Finished, noted: str | None = None) -> Outcome:
    return stands if isinstance(stands, Finished) else Asked(stands, noted)


def less(answers: Mapping[str, Json], *paths: str) -> dict[str, Json]:
    return {path: raw for path, raw in answers.items() if path not in paths}


def _back(session: Session) -> SessionStep:
    """Return to the question answered before; from an edit of a whole form, to the review."""
    walked = session.walked
    trail = walked.trail
    edited = walked.find(session.editing) if session.editing else None
    if edited is not None:
        if walked.missing is not None and walked.missing.kind.confirms:
            return settle(session, session.answers)
        trail = trail[: trail.index(edited)]
    if not trail:
        return session, outcome_of(session.stands)
    before = trail[-1]
    if before.ended:
        return settle(session, less(session.answers, group_of(before.path)))
    return settle(session, session.answers, editing=before.path)


def _edit(session: Session, path: str) -> SessionStep:
    inside = f"{path}."
    for question in session.walked.trail:
        if question.answered and (question.path == path or question.path.startswith(inside)):
            return settle(session, session.answers, editing=question.path)
    return stale(session)


def _confirmations(session: Session) -> list[Question]:
    walked = session.walked
    every = (*walked.trail, walked.missing) if walked.missing else walked.trail
    return [question for question in every if question.kind.confirms]
