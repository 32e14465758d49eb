"""Conversations put aside: those that wait while another is answered, and those stopped."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from storage.sessions import Place

PARKED = "parked"  # the form of a place where nothing is asked and drafts are kept
ASIDE = "aside"
MOST = 5
RECALLED = frozenset({"request"})  # worth a word to who left one
BRIEF = frozenset(
    {"registration", "joining", "colleague"}
)  # not worth waiting for: who we are decides the rest


@dataclass(frozen=True, slots=True)
class Draft:
    """A conversation as it was left; `stopped` where the person said so, else it comes back."""

    id: int
    form: str
    turn: int
    state: Mapping[str, Any]
    about: Mapping[str, Any] | None = None
    stopped: bool = False


def begun(place: Place | None) -> bool:
    """Tell whether a place holds answers that somebody gave."""
    if place is None or place.form == PARKED:
        return False
    return any(not _offered(one) for one in place.state.get("answers", {}).values())


def _offered(answer: Any) -> bool:
    """Tell whether it only lists whom one may choose: nobody has answered yet."""
    return isinstance(answer, dict) and answer.keys() == {"known"}


def thing_of(place: Place) -> Mapping[str, Any] | None:
    """Tell what a conversation is about, less the drafts that wait behind it."""
    rest = {name: value for name, value in (place.about or {}).items() if name != ASIDE}
    return rest or None


def draft_of(place: Place, *, stopped: bool = False) -> Draft:
    return Draft(place.id, place.form, place.turn, place.state, thing_of(place), stopped)


def drafts(place: Place | None) -> tuple[Draft, ...]:
    """List the drafts that wait behind a conversation, the newest last."""
    kept = (place.about or {}).get(ASIDE, ()) if place else ()
    return tuple(Draft(**one) for one in kept)


def staying(place: Place | None, form: str, thing: Mapping[str, Any] | None) -> tuple[Draft, ...]:
    """List what waits on while a form about a thing is asked; what it replaces goes."""
    kept = drafts(place)
    if place is not None and begun(place) and place.form not in BRIEF and thing_of(place) != thing:
        kept = (*kept, draft_of(place))
    return tuple(one for one in kept if (one.form, one.about) != (form, thing))[-MOST:]


def having(thing: Mapping[str, Any] | None, kept: Sequence[Draft]) -> Mapping[str, Any] | None:
    """Write the drafts beside what a conversation is about."""
    return {**(thing or {}), ASIDE: [asdict(one) for one in kept]} if kept else thing


def turned(place: Place) -> Place:
    """Turn the page: buttons shown so far are known as old from now on."""
    turn = place.turn + 1
    return replace(place, turn=turn, state={**place.state, "turn": turn})
