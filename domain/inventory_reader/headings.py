"""Rows, and beginnings of rows, that say where things stand, or only what comes next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.inventory_reader.number_words import spelled
from domain.inventory_reader.numerals import Names
from domain.inventory_reader.places import (
    begins_with_place,
    is_place,
    leads_to_place,
    place_ahead,
    room_heading,
    room_last,
    stands_alone,
)
from domain.inventory_reader.prose import says_sentence
from domain.inventory_reader.quantities import amount
from domain.inventory_reader.segments import EDGES
from domain.inventory_reader.tokens import Token
from domain.inventory_reader.vocabulary import vocabulary

_FILLERS = frozenset({"alors", "donc", "so", "ok", "et", "and"})
_CUTS = frozenset({"-", "–", "—", "(", "/", ","})
_DOORS = ["word", "number", "mark", "number", "mark"]
_DOOR = re.compile(r"[A-Z]{1,2}[-.]?\d{2,4}[A-Za-z]?")
_SHORT = 4  # words of a heading that nothing but its looks tells
_LONG = 6  # words of a heading


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a row.

    `first` where nothing came before it that it could belong to; `listed` where the next row has
    a bullet and this one has none; `counted_first` where the lines of the list begin with numbers.
    """

    follows: Sequence[Token] = ()
    first: bool = False
    listed: bool = False
    counted_first: bool = False


_FIRST = Around(first=True)


def is_heading(row: str, found: Sequence[Token], around: Around, names: Names) -> bool:
    """Tell whether a row only says where the next ones stand, or what they are."""
    ends = row.rstrip(" *_").endswith(":") or row.lstrip().startswith("#")
    if is_place(found) or labelled_place(row, found, names) or _is_door(found):
        return True
    known_room = room_heading(found)
    if _with_place(found, around, names) and _counts(around.follows, names):
        return True
    if known_room and (ends or around.listed):
        return True
    if known_room and not _number_behind(found) and _counts(around.follows, names):
        return True
    if room_last(found, names) and _counts(around.follows, names):
        return True
    if begins_with_place(found, names) and len(row.split()) <= _LONG:
        return True
    if found[0].kind == "number" and not ends:
        return False
    read = amount(found, names)
    if read.quantity is not None or read.choices:
        return False
    if ends:
        return True
    looks = _looks_like_heading(row, found, around, names)
    return looks and _counts(around.follows, names)


def _is_door(found: Sequence[Token]) -> bool:
    """Tell whether a row is the number of a room or rooms: « C103 », “Bays 1-4:”."""
    if found[-1].text == ":" and [one.kind for one in found] == _DOORS:
        return found[2].folded in {"-", "–", "to", "a"}
    room = [one for one in found if one.text not in {":", "-", "–", "."}]
    return len(room) == 1 and room[0].kind == "code" and bool(_DOOR.fullmatch(room[0].text))


def labelled_place(row: str, found: Sequence[Token], names: Names) -> str:
    """Return the place of « Lieu : salle des fêtes », « Étage : 2 »; "" where none is told."""
    if len(found) < 3 or found[1].text != ":":
        return ""
    if not vocabulary().is_a("where_headers", found[0].folded):
        return ""
    rest = found[2:]
    if [token.kind for token in rest] == ["number"]:
        return trimmed(row) if found[0].folded in vocabulary().numbered else ""
    ends = next((n for n in range(len(rest)) if is_place(rest[n:])), -1)
    if room_heading(rest) or (ends > -1 and not _named(rest[:ends], names)):
        return trimmed(row[rest[0].start :])
    told = _named(rest, names) or any(token.kind in {"number", "size"} for token in rest)
    vague = vocabulary().is_a("vague", rest[0].folded)
    return "" if told or vague or len(rest) > _LONG + 2 else trimmed(row[rest[0].start :])


def _with_place(found: Sequence[Token], around: Around, names: Names) -> bool:
    """Tell whether a room has its floor or house with it: « Archives (sous-sol) ».

    What has no place of its own only where nothing else can be meant: “Lakeside Inn / 3rd floor”.
    """
    cuts = [n for n, token in enumerate(found) if token.text in _CUTS]
    told = any(is_place(found[cut + 1 :]) for cut in cuts) or any(is_place(found[:n]) for n in cuts)
    if not told or found[0].kind == "number":
        return False
    ahead = found[: cuts[0]]
    if room_heading(ahead) or room_last(ahead, names):
        return True
    if room_heading(ahead[:1]) and not any(names.tells(token.folded) for token in ahead[1:]):
        return True  # « Bibliothèque universitaire - niveau 0 »
    apart = around.first or around.listed or around.counted_first
    return apart and not _named(found, names)


def place_of_heading(row: str, found: Sequence[Token], names: Names) -> str | None:
    """Return the place that a heading names; None where it names things, work or nothing."""
    if for_each(found, names):
        length = place_ahead(found)
        return trimmed(row[found[0].start : found[length - 1].end]) if length else None
    if told := labelled_place(row, found, names) or (trimmed(row) if _is_door(found) else ""):
        return told
    known = is_place(found) or room_heading(found) or begins_with_place(found, names)
    if known or room_last(found, names) or _with_place(found, _FIRST, names):
        return trimmed(row)
    words = vocabulary()
    said = [token.folded for token in found if token.kind == "word"]
    what = any(words.is_a("categories", word) or names(word) for word in said)
    if what or says_sentence(said) or len(said) > _LONG:
        return None
    return trimmed(row)


def for_each(found: Sequence[Token], names: Names) -> bool:
    """Tell whether a heading says that each of several places has what follows."""
    words = vocabulary()
    said = [token.folded for token in found if token.kind not in {"mark", "dots"}]
    at = next((n for n, word in enumerate(said) if words.is_a("each", word)), -1)
    if at < 0 or not found or found[-1].text != ":":
        return False
    behind = said[at + 1 : at + 2]
    room = bool(behind) and (
        (behind[0],) in words.places | words.headings or behind[0] in words.numbered
    )
    return room and not any(names(word) for word in said if (word,) not in words.headings)


def prefix(row: str, found: Sequence[Token], names: Names) -> tuple[str, Sequence[Token]]:
    """Take a place or another heading off the front of a row."""
    colon = next((n for n, token in enumerate(found[:12]) if token.text == ":"), -1)
    ahead, rest = found[: max(colon, 0)], found[colon + 1 :]
    if ahead and rest and (_named(rest, names) or _says_thing(rest, names)):
        certain = is_place(ahead) or begins_with_place(ahead, names)
        if certain or (room_heading(ahead) and _named(rest, names)):
            return _place(row, ahead), rest
        if _named(rest, names) and not _holds_thing(ahead, names):
            return _unknown_place(row, ahead, names), rest
    led = _past_greeting(found)
    length = place_ahead(found[led:]) or (0 if led else _room_before_dash(found))
    if 0 < length < len(found) - led and _named(found[led + length :], names):
        found = found[led:]
        after = found[length:]
        if after[0].text in {":", "-", "–", "—", ",", "(", "|"} or (
            (_counts(after, names) and after[0].kind == "number")
            or (stands_alone(found[:length]) and (_counts(after, names) or _said(after)))
        ):
            return _place(row, found[:length]), after
    return "", found


def _past_greeting(found: Sequence[Token]) -> int:
    """Return where a row begins to say where: « bonjour alors au rez-de-chaussée … »."""
    words = vocabulary()
    for n, token in enumerate(found[:4]):
        if token.folded in words.prepositions and n and token.kind == "word":
            return n
        word = token.folded
        if not (words.is_a("chat", word) or word in _FILLERS or word in words.idle):
            break
    return 0


def _said(found: Sequence[Token]) -> bool:
    """Tell whether a number in words or an article counts what follows a place."""
    return any(
        spelled(found, n) or vocabulary().is_a("articles", found[n].folded)
        for n in range(min(3, len(found)))
    )


def trimmed(text: str) -> str:
    """Write a place without signs around it; a bracket that it opens is closed."""
    place = text.strip(EDGES)
    return f"{place})" if place.count("(") > place.count(")") and ")" in text else place


def _room_before_dash(found: Sequence[Token]) -> int:
    """Count the tokens of « Cuisine » in « Cuisine - 2 éviers »; 0 where it is no room."""
    dash = next((n for n, token in enumerate(found[:6]) if token.text in "-–—|"), 0)
    spaced = dash and found[dash].start > found[dash - 1].end
    apart = spaced and dash + 1 < len(found) and found[dash + 1].start > found[dash].end
    return dash if apart and room_heading(found[:dash]) else 0


def _looks_like_heading(row: str, found: Sequence[Token], around: Around, names: Names) -> bool:
    short = len(row.split()) <= _SHORT and not any(token.kind == "size" for token in found)
    loud = row.isupper() and len(row.split()) <= _SHORT + 1
    alone = short and not _named(found, names)
    capital = row.lstrip()[:1].isupper()
    return loud or (alone and (around.first or (around.counted_first and capital)))


def _place(row: str, found: Sequence[Token]) -> str:
    """Write a place without what leads to it: « dans la »."""
    start = next((one.start for one in found if not leads_to_place(one)), found[0].start)
    return trimmed(row[start : found[-1].end])


def _number_behind(found: Sequence[Token]) -> bool:
    """Tell whether a row like « Bureaux 12 » may count things."""
    return any(token.kind == "number" and len(token.text) < 3 for token in found)


def _counts(found: Sequence[Token], names: Names) -> bool:
    return any(token.kind == "number" for token in found) or bool(amount(found, names).quantity)


def _says_thing(found: Sequence[Token], names: Names) -> bool:
    """Tell whether something is counted that nobody knows: « Cave : 3 skis »."""
    words = vocabulary()
    said = [token.folded for token in found if token.kind == "word"]
    silent = ("counting", "parts", "quantity", "about", "measures")
    told = [
        word
        for word in said
        if word not in words.idle
        and (word,) not in words.units
        and not any(words.is_a(kind, word) for kind in silent)
    ]
    return bool(told) and _counts(found, names)


def _unknown_place(row: str, ahead: Sequence[Token], names: Names) -> str:
    """Return what stands before a colon where it may be a place: « Ludothèque : »."""
    words = vocabulary()
    said = [token.folded for token in ahead if token.kind == "word"]
    silent = ("quantity", "lots", "label_headers", "remarks", "headers", "totals", "about", "vague")
    if all(word in words.idle for word in said) or len(said) > _SHORT:
        return ""
    if any(words.is_a(kind, word) for kind in silent for word in said):
        return ""
    if not row[ahead[0].start : ahead[0].end][:1].isupper():
        return ""
    return place_of_heading(row[: ahead[-1].end], ahead, names) or ""


def _holds_thing(found: Sequence[Token], names: Names) -> bool:
    read = amount(found, names)
    return _named(found, names) or read.quantity is not None


def _named(found: Sequence[Token], names: Names) -> bool:
    return any(names(token.folded) for token in found)
