"""Where things stand: floors, rooms and headings, told apart from the things themselves."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from domain.inventory_reader.tokens import Token
from domain.inventory_reader.vocabulary import vocabulary

_SMALL = frozenset({"de", "du", "des", "d", "la", "le", "les", "l", "of", "the", "et", "and", "n"})
_JOINTS = frozenset({"-", "–", "—", "(", ")", "°", "'", "&", "/", ".", ","})
_STOREY = re.compile(r"[rn][+-]\d{1,2}")
_STOREYS = frozenset({"etage", "etages", "rdc", "rdj", "rez", "sous", "ss", "basement", "niveau"})
_APART = frozenset({"-", "–", "—", "(", "/", "|"})
_IN = frozenset({"au", "aux", "dans", "in", "at", "chez", "cote"})
_OF = frozenset({"de", "du", "des", "d", "from"})  # « fauteuil de direction »
_TO = frozenset({"a", "to", "et", "and", "&", "-", "–", "/"})  # « chambres 201 à 218 »


def place_ahead(found: Sequence[Token]) -> int:
    """Count the tokens of the place that a line begins with; 0 where it begins with none."""
    words, at = vocabulary(), 0
    leading = _leading()
    while at < len(found) and found[at].folded in leading:
        at += 1
    begun, end = at, _past_modifiers(found, at)
    inside = any(token.folded in _IN for token in found[:at])
    rooms = _rooms() if inside else words.places
    if not _place_at(found, end, rooms):
        end = begun
    while end < len(found):
        step = _place_at(found, end, rooms)
        if not step:
            break
        end += step
        after = _past_modifiers(found, end + 1)
        if end < len(found) and found[end].text in _JOINTS and _place_at(found, after, rooms):
            end = after
    return end if end > begun else 0


def _past_modifiers(found: Sequence[Token], at: int) -> int:
    """Return where the place itself begins: « petit amphithéâtre », “east wing”."""
    modifiers = vocabulary().modifiers
    while at < len(found) and found[at].folded in modifiers:
        at += 1
    return at


def stands_alone(place: Sequence[Token]) -> bool:
    """Tell whether a place needs no sign behind it: « RDC », « 2e étage »; not “floor tiles”."""
    words = vocabulary()
    told = {"ordinal", "number", "code"}
    return any(token.kind in told or token.folded in _STOREYS for token in place) or (
        place[0].folded in words.prepositions
    )


def begins_with_place(found: Sequence[Token], names: Callable[[str], bool]) -> bool:
    """Tell whether a row is a place and what it is called: « Salle informatique », « R+1 – RH ».

    Nothing of it names or counts a thing; a number is of the place: « Salle TP 1.04 ».
    """
    ahead = place_ahead(found)
    if not ahead or not _goes_on_as_place(found, ahead):
        return False
    rest = [token for token in found[ahead:] if token.text not in _JOINTS and token.text != ":"]
    if any(names(token.folded) or token.kind in {"size", "times"} for token in rest):
        return False
    words = vocabulary()
    numbers = [token for token in rest if token.kind == "number"]
    led = len(rest) > 1 and rest[-2].folded in {"n", "no"}
    last = rest[-1:] == numbers and all(
        led or "." in one.text or len(one.text) > 2 for one in numbers
    )
    numbered = any(token.folded in words.numbered for token in found[:ahead])
    units = any((token.folded,) in words.units and token.text.islower() for token in rest)
    told = any(words.is_a("prose", token.folded) for token in rest)
    return (not numbers or (last and numbered)) and not units and not told


def _goes_on_as_place(found: Sequence[Token], ahead: int) -> bool:
    """Tell whether what follows a place can be its own: in French, or behind a floor's dash."""
    place = found[_past_modifiers(found, 0) : ahead]
    if ahead == len(found) or (place and place[0].folded in vocabulary().qualified):
        return True
    floor = any(
        token.kind in {"ordinal", "number", "code"} or token.folded in _FLOORS | _ORDINALS
        for token in place
    )
    return floor and found[ahead].text in _APART


def leads_to_place(token: Token) -> bool:
    """Tell whether a word only leads to a place: « dans la »."""
    return token.folded in _leading()


@lru_cache(maxsize=1)
def _leading() -> frozenset[str]:
    return vocabulary().prepositions | _SMALL


def _place_at(found: Sequence[Token], at: int, rooms: frozenset[tuple[str, ...]]) -> int:
    """Count the tokens of one place that begins here: « 1er étage », « salle 12 », « R+1 »."""
    if at >= len(found):
        return 0
    token = found[at]
    if token.kind == "code" and _STOREY.fullmatch(token.folded):
        return 1
    if token.kind == "ordinal" or token.folded in _ORDINALS:
        return 2 if at + 1 < len(found) and found[at + 1].folded in _FLOORS else 0
    length = _named(found, at, rooms)
    return length + _detail(found, at + length) if length else 0


def _named(found: Sequence[Token], at: int, names: frozenset[tuple[str, ...]]) -> int:
    if at >= len(found) or found[at].folded not in _firsts(names):
        return 0
    for length in (5, 3, 2, 1):
        these = found[at : at + length]
        name = tuple(token.folded for token in these if token.text != "-")
        if len(these) == length and name in names:
            return length
    return 0


@lru_cache(maxsize=1)
def _rooms() -> frozenset[tuple[str, ...]]:
    return vocabulary().places | vocabulary().headings


@lru_cache(maxsize=8)
def _firsts(names: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(name[0] for name in names)


def _detail(found: Sequence[Token], at: int) -> int:
    """Count what tells a place apart: its number or letter, or « de réunion »."""
    end, numbered = at, found[at - 1].folded in vocabulary().numbered
    if numbered and end + 1 < len(found) and found[end].text == "." and len(found[at - 1].text) < 4:
        end += 1  # « niv. 2 »
    if end < len(found) and found[end].folded in {"n", "no"}:
        end, numbered = end + 1, True
        end += end < len(found) and found[end].text == "°"
    if numbered and _range(found, end):
        return end + 3 - at
    if _told_apart(found, end, numbered=numbered):
        return end + 1 - at
    more = found[end : end + 2]
    if len(more) == 2 and more[0].folded in {"de", "du", "des", "d"} and more[1].kind == "word":
        return end + 2 - at + _told_apart(found, end + 2, numbered=numbered)
    return 0


def _range(found: Sequence[Token], at: int) -> bool:
    """Tell whether « 201 à 218 » begins here, and nothing that it could count follows."""
    kinds = [token.kind for token in found[at : at + 3 : 2]]
    if kinds != ["number", "number"] or found[at + 1].folded not in _TO:
        return False
    return at + 3 == len(found) or found[at + 3].kind != "word"


def _told_apart(found: Sequence[Token], at: int, *, numbered: bool) -> bool:
    """Tell whether a number or letter belongs to the room before it, and counts nothing after."""
    if at >= len(found):
        return False
    token = found[at]
    if token.kind == "number":
        return numbered and (at + 1 == len(found) or found[at + 1].kind != "word")
    return token.kind == "code" or (
        token.kind == "word" and len(token.text) == 1 and token.text.isupper()
    )


_ORDINALS = frozenset(
    {"premier", "deuxieme", "second", "troisieme", "quatrieme", "cinquieme", "sixieme", "dernier"}
    | {"first", "third", "fourth", "fifth", "sixth", "top", "upper", "septieme", "huitieme"}
)
_FLOORS = frozenset(
    {
        "etage",
        "etages",
        "floor",
        "sous",
        "niveau",
        "niv",
        "level",
        "basement",
        "floors",
        "rdc",
        "rez",
    }
)


def is_place(found: Sequence[Token]) -> bool:
    """Tell whether the tokens are a place and nothing else."""
    return bool(found) and _rest(found, place_ahead(found))


def _rest(found: Sequence[Token], at: int) -> bool:
    return at > 0 and all(token.text in _JOINTS | {":"} for token in found[at:])


def room_heading(found: Sequence[Token]) -> bool:
    """Tell whether tokens may name a room as well as things: « Cuisine », « Bureau 204 »."""
    words = vocabulary()
    length = _named(found, 0, words.headings)
    if not length:
        return False
    rest = found[length:]
    if rest and rest[0].folded in {"de", "du", "des", "d"}:
        return not any(token.kind in {"number", "size"} for token in rest)
    return all(
        token.kind in {"number", "code", "mark"} or token.folded in {"n", "no"} for token in rest
    )


def room_last(found: Sequence[Token], names: Callable[[str], bool]) -> bool:
    """Tell whether words end with an English room and name nothing: “records store”."""
    words = [token for token in found if token.text not in _JOINTS and token.text != ":"]
    if not 1 < len(words) <= 4 or any(token.kind != "word" for token in words):
        return False
    last = vocabulary().is_a("rooms_last", words[-1].folded)
    return last and not any(names(token.folded) for token in words[:-1])


def in_each_place(found: Sequence[Token], n: int) -> bool:
    """Tell whether a stroke says that each room has so many: « 2 lits/chambre »."""
    if found[n].text != "/" or not 0 < n < len(found) - 1:
        return False
    glued = found[n - 1].end == found[n].start and found[n].end == found[n + 1].start
    words = vocabulary()
    return glued and (found[n + 1].folded,) in words.places | words.headings


def numbered_rooms(rows: Sequence[Sequence[Token]]) -> frozenset[int]:
    """Find the rows « Bureau 1 », « Bureau 2 »: rooms in their order, and no quantities."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for n, row in enumerate(rows):
        if room_heading(row) and [token.kind for token in row[:2]] == ["word", "number"]:
            found[row[0].folded].append((n, int(float(row[1].text.replace(",", ".")))))
    return frozenset(
        n
        for these in found.values()
        for n, number in these
        if any(other in {number - 1, number + 1} for _, other in these) and len(these) > 1
    )


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """List the words that a place can begin with."""
    words = vocabulary()
    firsts = _firsts(words.places) | _firsts(words.headings)
    return firsts | words.prepositions | words.modifiers | _SMALL | _ORDINALS


def place_inside(found: Sequence[Token], known: Callable[[str], bool]) -> tuple[int, int]:
    """Find a place between a thing and its number: « chaises RDC 3 »; (0, 0) for none.

    A place of which things are named, « chaise de salle d'attente », is none without a number.
    """
    begins = _beginnings()
    for at in range(1, len(found)):
        kind = found[at].kind
        if kind not in {"ordinal", "code"} and not (kind == "word" and found[at].folded in begins):
            continue
        if (length := place_ahead(found[at:])) and not in_each_place(found, at - 1):
            these = found[at : at + length]
            apart = any(token.kind in {"number", "ordinal", "code"} for token in these)
            if apart or not any(known(one.folded) for one in these if one.kind == "word"):
                return at, at + length
    return 0, 0


def place_behind(found: Sequence[Token]) -> int:
    """Find where the place begins that a line ends with: « … au 2e étage »; -1 for none."""
    words = vocabulary()
    for at in range(1, len(found)):
        led = found[at].folded in words.prepositions and found[at].kind == "word"
        if not (led or found[at].text in {"-", "–", "—", "("}):
            continue
        place = found[at + (not led) :]
        close = found[at].folded not in _OF or any(one.kind != "word" for one in place)
        if close and is_place(place):
            return at
    return -1
