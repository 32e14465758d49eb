"""Which number of a line is its quantity: one that is certain, or the ones it could be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Protocol

from domain.inventory_reader.number_words import spelled
from domain.inventory_reader.tokens import Figure, Token, figure
from domain.inventory_reader.vocabulary import vocabulary


class Names(Protocol):
    """Knows the names of things, as folded words."""

    def __call__(self, word: str) -> bool:
        """Tell whether a word names a thing."""

    def sized(self, word: str, number: str) -> bool:
        """Tell whether a number may be the size of what the word names."""


_ONES = frozenset({"un", "une", "a", "an", "one"})
_LEADING = frozenset({":", "=", "(", "-", "–", "—", "|"})
_NEW = "neuf"  # nine, or new
_RANGE = frozenset({"-", "–", "—", "/", "à", "a", "ou", "to", "or"})


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


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that may be the quantity: tokens from `at` to before `end`."""

    at: int
    end: int
    figure: Figure
    unit: str | None = None
    marked: bool = False  # « x 12 », « : 12 », « 12 pièces »


def amount(found: Sequence[Token], names: Names) -> Amount:
    """Decide the quantity of one line, which names a thing."""
    every = _numbers(found, names)
    if between := _range(found, every):
        return between
    fit = [one for one in every if not _tells_apart(found, one, names)]
    fit = _lots(found, fit)
    below = [one for one in fit if _negative(found, one)]
    if not fit or below:
        numbers = {n for one in below for n in _around(found, one)}
        return Amount(used=_words_of_doubt(found) | numbers)
    fit = [_marks(found, one) for one in fit]
    sizes = [one for one in fit if not one.marked and _may_be_size(found, one, names)]
    fit = [one for one in fit if one not in sizes] if len(sizes) < len(fit) else fit
    certain = None if len(sizes) == len(fit) else _certain(found, fit, names)
    if certain is None:
        choices = tuple(dict.fromkeys(one.figure.value for one in fit if one.figure.value > 0))
        used = frozenset(n for one in fit for n in _around(found, one))
        return Amount(choices=choices[:4], used=used)
    read = certain.figure
    return Amount(read.value, certain.unit, read.decimal, used=_around(found, certain))


def _numbers(found: Sequence[Token], names: Names) -> list[_Number]:
    """Find all numbers, in digits and in words."""
    words, numbers, n = vocabulary(), list[_Number](), 0
    while n < len(found):
        token = found[n]
        if token.kind == "number":
            read, end = figure(token.text), n + 1
            link = end < len(found) and found[end].folded in words.collectives
            if link:
                read, end = Figure(read.value * words.collectives[found[end].folded]), end + 1
            numbers.append(_Number(n, end, read))
            n = end
        elif token.kind == "word" and (said := _said(found, n, names)):
            numbers.append(said)
            n = said.end
        else:
            n += 1
    return numbers


def _said(found: Sequence[Token], n: int, names: Names) -> _Number | None:
    """Read a number in words; articles and « neuf » only where they count."""
    read = spelled(found, n)
    if read is None and found[n].text.lower() in {"a", "an"}:
        read = (1, n + 1)
    if read is None:
        return None
    value, end = read
    first = all(_says_nothing(one) for one in found[:n])
    ahead = any(names(one.folded) for one in found[end : end + 2])
    alone = end == n + 1
    if alone and found[n].folded in _ONES and not (ahead or (first and end < len(found))):
        return None
    if alone and found[n].folded == _NEW and not (first and end < len(found)):
        return None
    return _Number(n, end, Figure(Decimal(value)))


def _negative(found: Sequence[Token], one: _Number) -> bool:
    """Tell whether a minus stands before a number and is neither bullet nor hyphen."""
    minus = one.at > 0 and found[one.at - 1].text == "-"
    glued = minus and found[one.at - 1].end == found[one.at].start
    return glued and (one.at == 1 or found[one.at - 2].end < found[one.at - 1].start)


def _may_be_size(found: Sequence[Token], one: _Number, names: Names) -> bool:
    """Tell whether a number behind a name may be its size: « un lit 90 », « bureau 160 »."""
    number = found[one.at].text
    return any(names.sized(token.folded, number) for token in found[: one.at])


def _says_nothing(token: Token) -> bool:
    words = vocabulary()
    return (
        token.kind in {"mark", "dots"}
        or token.folded in words.idle
        or words.is_a("about", token.folded)
        or words.is_a("quantity", token.folded)
    )


def _tells_apart(found: Sequence[Token], one: _Number, names: Names) -> bool:
    """Tell whether a number belongs to the thing: « 4 pieds », « 24 pouces », « réf. 204 »."""
    words = vocabulary()
    after = found[one.end].folded if one.end < len(found) else ""
    named = any(names(token.folded) for token in found[: one.at])
    if words.is_a("measures", after) and not names(after):
        return True
    if words.is_a("parts", after) and named:
        return True
    if words.is_a("parts_before", after) and not named and one.end + 1 < len(found):
        return True
    before = found[one.at - 1] if one.at else None
    if before is not None and (before.folded,) in words.places:
        return True
    if before is not None and before.kind == "mark" and before.text in ".°" and one.at > 1:
        before = found[one.at - 2]
    labelled = before is not None and before.kind == "word" and before.end + 3 > found[one.at].start
    return bool(labelled and before and words.is_a("labels", before.folded))


def _range(found: Sequence[Token], every: Sequence[_Number]) -> Amount | None:
    """Read « 10 à 12 », « 10-12 », “between 10 and 15”: which of them must be asked."""
    for one, other in pairwise(every):
        between = [token.folded for token in found[one.end : other.at]]
        joined = len(between) == 1 and between[0] in _RANGE
        entre = (
            between in (["et"], ["and"])
            and one.at
            and found[one.at - 1].folded
            in {
                "entre",
                "between",
            }
        )
        touching = not between and found[one.at].kind == found[other.at].kind == "word"
        behind_name = joined and between[0] in "-–—/" and one.at > 0 and one.end < other.at
        if (joined and not (behind_name and _spaced(found, one.end))) or entre or touching:
            used = frozenset(range(max(one.at - 1, 0) if entre else one.at, other.end))
            return Amount(choices=(one.figure.value, other.figure.value), used=used)
    return None


def _spaced(found: Sequence[Token], n: int) -> bool:
    return found[n].start > found[n - 1].end and found[n + 1].start > found[n].end


def _lots(found: Sequence[Token], fit: Sequence[_Number]) -> list[_Number]:
    """Read « 3 lots de 10 » as 30; « un lot de chaises » says nothing of how many."""
    words = vocabulary()
    for n, one in enumerate(fit):
        if not words.is_a("lots", found[one.end].folded if one.end < len(found) else ""):
            continue
        inner = next((other for other in fit[n + 1 :] if other.at <= one.end + 2), None)
        if inner is None:
            return [other for other in fit if other is not one]
        value = one.figure.value * inner.figure.value
        rest = [other for other in fit if other not in {one, inner}]
        return [_Number(one.at, inner.end, Figure(value)), *rest]
    return list(fit)


def _marks(found: Sequence[Token], one: _Number) -> _Number:
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
    last = all(token.kind in {"mark", "dots"} for token in found[end:])
    leads = before is not None and (before.text in _LEADING or before.kind == "dots")
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


def _certain(found: Sequence[Token], fit: Sequence[_Number], names: Names) -> _Number | None:
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
    last = all(token.kind in {"mark", "dots"} for token in found[only.end :])
    last = last or (only.at > 0 and found[only.at - 1].text == ":")
    return only if last or _counts(found, only, names) or only.unit else None


def _counts(found: Sequence[Token], one: _Number, names: Names) -> bool:
    """Tell whether a number stands before the thing: at the start, or next to its name."""
    first = all(_says_nothing(token) for token in found[: one.at])
    named = any(names(token.folded) for token in found[: one.at])
    ahead = any(names(token.folded) for token in found[one.end : one.end + 3])
    return one.end < len(found) and (first or (ahead and not named))


def _around(found: Sequence[Token], one: _Number) -> frozenset[int]:
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
