"""The conversation itself: a session and a move give a session and what comes of it. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from handlers.conversation.answering import Taking
from handlers.conversation.changes import SessionStep, change, stale
from handlers.conversation.moves import Add, Answer, Back, Cancel, Edit, Move, Remove
from handlers.conversation.outcomes import (
    Asked,
    Cancelled,
    Finished,
    Outcome,
    Refused,
    Repeated,
    Stale,
)
from handlers.conversation.question import Question
from handlers.conversation.session import (
    Session,
    begin,
    load_session,
    needs_of,
    position,
    session_from,
)
from handlers.words.catalogue import Say

__all__ = [
    "Add",
    "Answer",
    "Asked",
    "Back",
    "Cancel",
    "Cancelled",
    "Edit",
    "Finished",
    "Move",
    "Outcome",
    "Question",
    "Refused",
    "Remove",
    "Repeated",
    "Session",
    "Stale",
    "advance",
    "begin",
    "load_session",
    "needs_of",
    "position",
    "session_from",
]


def advance(
    session: Session, move: Move, facts: Mapping[str, Any], say: Say | None = None
) -> SessionStep:
    """Take a move; `facts` holds what `needs_of` named, `say` makes typed labels count as taps."""
    if isinstance(move, Cancel):
        return session, Cancelled()
    if not isinstance(move, Answer):
        return change(session, move)
    stands = session.stands
    if isinstance(stands, Finished):
        return session, stands
    if session.asked is not None and session.asked != stands.path:
        moved = replace(session, turn=session.turn + 1, asked=stands.path)
        return moved, Asked(stands, unexpected=True)
    if move.turn is not None and move.turn != session.turn:
        return stale(session)
    return Taking(session, stands, facts, say).take(move)
