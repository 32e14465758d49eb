"""Which number of a line is its quantity: one that is certain, or the ones it could be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from domain.inventory_reader.numerals import (
    LEADING,
    Names,
    Numeral,
    in_range,
    is_last,
    lots,
    negative,
    numerals,
    says_nothing,
)
from domain.inventory_reader.places import in_each_place
from domain.inventory_reader.tokens import Token
from domain.inventory_reader.vocabulary import vocabulary

_SINCE = frozenset({"(", "de", "from", "en", "depuis", "since", "of", "vers"})
_WHOM = frozenset({"vos", "nos", "notre", "votre", "vous", "nous", "le", "la", "les", "un", "une"})
_OF_SO_MUCH = frozenset({"de", "d", "of", "a", "@"})
_CENTURIES = frozenset({"19", "20"})


@dataclass(frozen=True, slots=True)
class Amount:
    """What a line says about its quantity; None where it must be asked, `choices` to tap.

    `used` are the tokens that are the quantity's and not the thing's.
    """

    quantity: Decimal | None = None
    unit: str | None = None
    decimal: Decimal | None = None
    choices: tuple[Decimal, ...] = ()
    used: frozenset[int] = frozenset()


def amount(found: Sequence[Token], names: Names) -> Amount:
    """Decide the quantity of one line, which names a thing."""
    every = numerals(found, names)
    if between := in_range(found, every):
        return Amount(choices=between[0], used=between[1])
    if whole := _measured(found, every, names):
        return whole
    fit = [one for one in every if not _tells_apart(found, one, names)]
    fit = lots(found, fit)
    below = [one for one in fit if negative(found, one)]
    if not fit or below:
        numbers = {n for one in below for n in _around(found, one)}
        return Amount(used=_words_of_doubt(found) | numbers)
    fit = [_marks(found, one) for one in fit]
    sizes = [one for one in fit if _may_be_size(found, one, names) or _may_be_year(found, one)]
    counting = [one for one in fit if one not in sizes]
    certain = _certain(found, counting, names) if counting else None
    if any(_goes_on_behind_unit(one, other) for one, other in pairwise(fit)):
        certain = None
    fit = counting or fit
    if certain is None or _for_each(found, certain):
        choices = tuple(dict.fromkeys(one.figure.value for one in fit if one.figure.value > 0))
        used = frozenset(n for one in fit for n in _around(found, one))
        return Amount(choices=choices[:4], used=used)
    if _in_containers(found, certain, names):
        return Amount(used=_around(found, certain))
    read = certain.figure
    return Amount(read.value, certain.unit, read.decimal, used=_around(found, certain))


def _measured(found: Sequence[Token], every: Sequence[Numeral], names: Names) -> Amount | None:
    """Read « 9 miroirs de 0,5 m² » as 4.5 m², « 30 pièces de 4 m » as 120 m of what is so sold."""
    if len(every) != 2 or found[every[1].at - 1].folded not in _OF_SO_MUCH:
        return None
    units = frozenset[str]().union(*(names.units(token.folded) for token in found))
    one, each = (_marks(found, number) for number in every)
    if (
        len(units) != 1
        or one.end >= each.at
        or each.unit not in units
        or one.unit not in {None, "u"}
        or each.unit == "u"
    ):
        return None
    if each.figure.decimal is not None or not is_last(found, each.end):
        return None
    value = one.figure.value * each.figure.value
    return Amount(value, each.unit, used=_around(found, one) | _around(found, each))


def _goes_on_behind_unit(one: Numeral, other: Numeral) -> bool:
    """Tell whether two numbers may be one: « 1 tonne 5 », « 2 m 40 »."""
    return one.unit not in {None, "u"} and one.end == other.at and other.unit is None


def _in_containers(found: Sequence[Token], one: Numeral, names: Names) -> bool:
    """Tell whether a number counts what holds the thing: « 8 big bags de gravats »."""
    if one.unit is not None:
        return False
    if not any(vocabulary().is_a("containers", token.folded) for token in found):
        return False
    held = [vocabulary().is_a("containers", token.folded) for token in found]
    inside = [names.units(t.folded) for t, holds in zip(found, held, strict=True) if not holds]
    units = frozenset[str]().union(*inside)
    return bool(units) and "u" not in units


def _for_each(found: Sequence[Token], one: Numeral) -> bool:
    """Tell whether a number counts what each of others has: « 2 chaises par bureau », “3/floor”."""
    for n in range(one.end, len(found)):
        after = found[n + 1].folded if n + 1 < len(found) else ""
        if vocabulary().is_a("each", found[n].folded) and after not in _WHOM:
            return True
        if in_each_place(found, n):
            return True
    return False


def _may_be_size(found: Sequence[Token], one: Numeral, names: Names) -> bool:
    """Tell whether a number may be a size: « un lit 90 », « bureau 160 », « rayonnage 2 m »."""
    if one.unit not in {None, "u"}:
        units = frozenset[str]().union(*(names.units(token.folded) for token in found))
        return bool(units) and one.unit not in units and not (one.unit == "t" and "kg" in units)
    number = found[one.at].text
    return not one.marked and any(names.sized(token.folded, number) for token in found[: one.at])


def _may_be_year(found: Sequence[Token], one: Numeral) -> bool:
    """Tell whether a number may say from when a thing is: « de 2018 », « (2018) »."""
    lead = found[one.at - 1].folded if one.at > 1 else ""
    return lead in _SINCE and len(found[one.at].text) == 4 and found[one.at].text[:2] in _CENTURIES


def _tells_apart(found: Sequence[Token], one: Numeral, names: Names) -> bool:
    """Tell whether a number belongs to the thing: « 4 pieds », « 24 pouces », « réf. 204 »."""
    words = vocabulary()
    after = found[one.end].folded if one.end < len(found) else ""
    named = any(names(token.folded) for token in found[: one.at])
    shaped = found[one.end + 1 : one.end + 2] and found[one.end + 1].text == "-"  # « 3 L-shaped »
    if words.is_a("measures", after) and not names(after) and not shaped:
        return True
    if words.is_a("parts", after) and named:
        return not (found[one.at - 1].text in {":", "="} and is_last(found, one.end + 1))
    if words.is_a("parts_before", after) and not named and one.end + 1 < len(found):
        return True
    before = found[one.at - 1] if one.at else None
    if before is not None and before.folded in words.numbered and not names(before.folded):
        return True
    if before is not None and before.kind == "mark" and before.text in ".°" and one.at > 1:
        before = found[one.at - 2]
    labelled = before is not None and before.kind == "word" and before.end + 3 > found[one.at].start
    cornered = one.at > 1 and found[one.at - 2].folded == "en"  # « bureau en L 3 »
    labelled = labelled and not (words.is_a("counting", after) or cornered)
    return bool(labelled and before and words.is_a("labels", before.folded))


def _marks(found: Sequence[Token], one: Numeral) -> Numeral:
    """Tell whether signs or words around a number say that it counts, and in which unit."""
    words = vocabulary()
    before = found[one.at - 1] if one.at else None
    unit, end = _unit(found, one.end)
    marked = unit == "u" or (
        (before is not None and (before.kind == "times" or words.is_a("quantity", before.folded)))
        or _labelled_quantity(found, one.at)
    )
    if one.end < len(found) and found[one.end].kind == "times":
        marked, end = True, one.end + 1
    last = is_last(found, end)
    leads = before is not None and (before.text in LEADING or before.kind == "dots")
    if leads and (last or unit):
        marked = True
    return replace(one, unit=unit, end=end, marked=marked)


def _labelled_quantity(found: Sequence[Token], at: int) -> bool:
    """Read « Qté : 12 », « qté. 12 »."""
    marks = at >= 2 and found[at - 1].kind == "mark" and found[at - 1].text in ":=."
    return bool(marks and vocabulary().is_a("quantity", found[at - 2].folded))


def _unit(found: Sequence[Token], at: int) -> tuple[str | None, int]:
    for length in (2, 1):
        name = tuple(token.folded for token in found[at : at + length])
        unit = vocabulary().units.get(name) if len(name) == length else None
        if unit and not (unit == "u" and len(name[0]) > 3 and _goes_on(found, at + length)):
            return unit, at + length
    return None, at


def _goes_on(found: Sequence[Token], at: int) -> bool:
    """Tell whether « unités » is the thing's own word: « 38 unités centrales »."""
    return (
        at < len(found) and found[at].kind == "word" and found[at].folded not in {"de", "d", "of"}
    )


def _certain(found: Sequence[Token], fit: Sequence[Numeral], names: Names) -> Numeral | None:
    """Choose the number that counts; None where two could, or where none stands to count."""
    marked = [one for one in fit if one.marked]
    if len(marked) == 1:
        others = [one for one in fit if one is not marked[0]]
        return None if any(_counts(found, one, names) for one in others) else marked[0]
    if marked:
        return None
    counted = [one for one in fit if one.unit is None] or list(fit)
    if len(counted) != 1:
        return None
    only = counted[0]
    last = is_last(found, only.end) or (only.at > 0 and found[only.at - 1].text == ":")
    bracket = only.end < len(found) and found[only.end].text == "("
    last = last or (bracket and only.at > 0 and found[only.at - 1].text in {"-", "–", "—"})
    return only if last or _counts(found, only, names) or only.unit else None


def _counts(found: Sequence[Token], one: Numeral, names: Names) -> bool:
    """Tell whether a number stands before the thing: at the start, or next to its name."""
    first = all(says_nothing(token) for token in found[: one.at])
    named = any(names(token.folded) for token in found[: one.at])
    ahead = any(names(token.folded) for token in found[one.end : one.end + 3])
    return one.end < len(found) and (first or (ahead and not named))


def _around(found: Sequence[Token], one: Numeral) -> frozenset[int]:
    """List a number's tokens with the marks and words before it that only lead up to it."""
    words, first, end = vocabulary(), one.at, one.end
    while first > 0:
        token = found[first - 1]
        leads = words.is_a("quantity", token.folded) or words.is_a("about", token.folded)
        if not (token.kind in {"mark", "dots", "times"} or leads):
            break
        first -= 1
    if end < len(found) and found[end].folded in {"de", "d", "of", "du", "des"}:
        end += 1
    return frozenset(range(first, end))


def _words_of_doubt(found: Sequence[Token]) -> frozenset[int]:
    words = vocabulary()
    vague = {n for n, token in enumerate(found) if words.is_a("vague", token.folded)}
    return frozenset(n for n in vague if all(m in vague for m in range(n)))
