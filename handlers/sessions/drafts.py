"""Conversations put aside: those that wait while another is answered, and those stopped."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from storage.sessions import PARKED, StoredSession

ASIDE = "aside"
MOST = 5
RECALLED = frozenset({"request"})  # worth a word to who left one
NOT_RESUMABLE = frozenset(
    {"registration", "joining", "colleague"}
)  # not worth waiting for: who we are decides the rest


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """A conversation as it was left; `stopped` where the person said so, else it comes back."""

    id: int
    form: str
    turn: int
    state: Mapping[str, Any]
    about: Mapping[str, Any] | None = None
    stopped: bool = False


def begun(stored: StoredSession | None) -> bool:
    """Tell whether a place holds answers that somebody gave."""
    if stored is None or stored.form == PARKED:
        return False
    return any(not _offered(one) for one in stored.state.get("answers", {}).values())


def _offered(answer: Any) -> bool:
    """Tell whether it only lists whom one may choose: nobody has answered yet."""
    return isinstance(answer, dict) and answer.keys() == {"known"}


def subject_of(stored: StoredSession) -> Mapping[str, Any] | None:
    """Tell what a conversation is about, less the drafts that wait behind it."""
    rest = {name: value for name, value in (stored.about or {}).items() if name != ASIDE}
    return rest or None


def draft_of(stored: StoredSession, *, stopped: bool = False) -> SessionDraft:
    return SessionDraft(
        stored.id, stored.form, stored.turn, stored.state, subject_of(stored), stopped
    )


def drafts(stored: StoredSession | None) -> tuple[SessionDraft, ...]:
    """List the drafts that wait behind a conversation, the newest last."""
    kept = (stored.about or {}).get(ASIDE, ()) if stored else ()
    return tuple(SessionDraft(**one) for one in kept)


def waiting_behind(
    stored: StoredSession | None, form: str, thing: Mapping[str, Any] | None
) -> tuple[SessionDraft, ...]:
    """List what waits on while a form about a thing is asked; what it replaces goes."""
    kept = drafts(stored)
    if (
        stored is not None
        and begun(stored)
        and stored.form not in NOT_RESUMABLE
        and subject_of(stored) != thing
    ):
        kept = (*kept, draft_of(stored))
    return tuple(draft for draft in kept if (draft.form, draft.about) != (form, thing))[-MOST:]


def with_drafts(
    thing: Mapping[str, Any] | None, kept: Sequence[SessionDraft]
) -> Mapping[str, Any] | None:
    """Write the drafts beside what a conversation is about."""
    return {**(thing or {}), ASIDE: [asdict(draft) for draft in kept]} if kept else thing


def with_new_turn(stored: StoredSession) -> StoredSession:
    """Turn the page: buttons shown so far are known as old from now on."""
    turn = stored.turn + 1
    return replace(stored, turn=turn, state={**stored.state, "turn": turn})
