"""The numbers of a line, in digits and in words, before it is known what each of them is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Protocol

from domain.inventory_reader.number_words import spelled
from domain.inventory_reader.tokens import Token, WrittenNumber, figure
from domain.inventory_reader.vocabulary import vocabulary

_ONES = frozenset({"un", "une", "a", "an", "one"})
LEADING = frozenset({":", "=", "(", "-", "–", "—", "|"})
_HAVE = frozenset({"y", "on", "il", "elle", "qui", "nous"})  # « on a 7 chaises »
_ABOUT = frozenset({"aine", "aines", "ish"})  # « 15aine », “30ish”
_NEW = "neuf"  # nine, or new
_RANGE = frozenset({"-", "–", "—", "/", "à", "a", "ou", "to", "or"})
_TO = frozenset({"a", "to", "pour", "for"})  # « 7 à enlever »


class Names(Protocol):
    """Knows the names of things, as folded words."""

    def __call__(self, word: str) -> bool:
        """Tell whether a word names a thing."""

    def tells(self, word: str) -> bool:
        """Tell whether a word is part of the name of a thing."""

    def sized(self, word: str, number: str) -> bool:
        """Tell whether a number may be the size of what the word names."""

    def together(self, word: str, other: str) -> bool:
        """Tell whether one name of things has both words: « WC + réservoir »."""

    def units(self, word: str) -> frozenset[str]:
        """List the units of what the word names; none where it names nothing."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that may be the quantity: tokens from `at` to before `end`."""

    at: int
    end: int
    figure: WrittenNumber
    unit: str | None = None
    marked: bool = False  # « x 12 », « : 12 », « 12 pièces »


def numerals(found: Sequence[Token], names: Names) -> list[Numeral]:
    """Find all numbers, in digits and in words; « trois (3) » is one."""
    words, numbers, n = vocabulary(), list[Numeral](), 0
    while n < len(found):
        token = found[n]
        if token.kind == "number":
            read, end = _summed(found, n)
            link = end < len(found) and found[end].folded in words.collectives
            if link:
                read, end = (
                    WrittenNumber(read.value * words.collectives[found[end].folded]),
                    end + 1,
                )
            numbers.append(Numeral(n, end, read))
            n = end
        elif token.kind == "word" and (said := _said(found, n, names)):
            numbers.append(said)
            n = said.end
        else:
            n += 1
    return _said_once(found, numbers)


def _summed(found: Sequence[Token], n: int) -> tuple[WrittenNumber, int]:
    """Read a number, or « 4 + 3 » where nothing tells what each of them counts."""
    read, end = figure(found[n].text), n + 1
    if end < len(found) and found[end].folded in _ABOUT and found[n].end == found[end].start:
        end += 1
    while end + 1 < len(found) and found[end].text == "+" and found[end + 1].kind == "number":
        if end + 2 < len(found) and found[end + 2].kind not in {"mark", "dots"}:
            break
        read, end = WrittenNumber(read.value + figure(found[end + 1].text).value), end + 2
    return read, end


def _said(found: Sequence[Token], n: int, names: Names) -> Numeral | None:
    """Read a number in words; articles and « neuf » only where they count."""
    read = spelled(found, n)
    if read is None and found[n].text in {"a", "an", "A", "An"}:
        read = (1, n + 1) if not n or found[n - 1].folded not in _HAVE else None
    if read is None:
        return None
    value, end = read
    first = all(says_nothing(one) for one in found[:n])
    ahead = any(names(one.folded) for one in found[end : end + 2])
    alone = end == n + 1
    told = n > 0 and found[n - 1].text in LEADING and is_last(found, end)  # « fauteuil : un seul »
    if alone and found[n].folded in _ONES and not (ahead or told or (first and end < len(found))):
        return None
    follows = found[end] if end < len(found) else None
    if alone and follows and vocabulary().is_a("vague", follows.folded):
        return None  # “a few”
    if alone and follows and follows.kind == "number" and found[n].folded in _ONES:
        return None  # « une 15aine »
    if alone and found[n].folded == _NEW and not (first and end < len(found)):
        return None
    return Numeral(n, end, WrittenNumber(Decimal(value)))


def _said_once(found: Sequence[Token], every: list[Numeral]) -> list[Numeral]:
    """Read « trois (3) chaises » as one number."""
    once: list[Numeral] = []
    for one in every:
        last = once[-1] if once else None
        if last is not None and one.at == last.end + 1 and found[last.end].text == "(":
            same = one.figure == last.figure
            once[-1:] = (
                [Numeral(last.at, min(one.end + 1, len(found)), one.figure)]
                if same
                else [last, one]
            )
        else:
            once.append(one)
    return once


def negative(found: Sequence[Token], one: Numeral) -> bool:
    """Tell whether a minus stands before a number and is neither bullet nor hyphen."""
    minus = one.at > 0 and found[one.at - 1].text == "-"
    glued = minus and found[one.at - 1].end == found[one.at].start
    return glued and (one.at == 1 or found[one.at - 2].end < found[one.at - 1].start)


def in_range(
    found: Sequence[Token], every: Sequence[Numeral]
) -> tuple[tuple[Decimal, Decimal], frozenset[int]] | None:
    """Read « 10 à 12 », « 10-12 », “between 10 and 15”: both ends, and the tokens they take."""
    for one, other in pairwise(every):
        between = [token.folded for token in found[one.end : other.at]]
        joined = len(between) == 1 and between[0] in _RANGE
        led = one.at > 0 and found[one.at - 1].folded in {"entre", "between"}
        entre = led and between in (["et"], ["and"])
        touching = not between and found[one.at].kind == found[other.at].kind == "word"
        behind_name = joined and between[0] in "-–—/" and one.at > 0
        if (joined and not (behind_name and _spaced(found, one.end))) or entre or touching:
            used = frozenset(range(one.at - entre, other.end))
            return (one.figure.value, other.figure.value), used
    return None


def _spaced(found: Sequence[Token], n: int) -> bool:
    return found[n].start > found[n - 1].end and found[n + 1].start > found[n].end


def lots(found: Sequence[Token], fit: Sequence[Numeral]) -> list[Numeral]:
    """Read « 3 lots de 10 » as 30; « un lot de chaises » says nothing of how many."""
    words = vocabulary()
    for n, one in enumerate(fit):
        word = found[one.end].folded if one.end < len(found) else ""
        inner = next((other for other in fit[n + 1 :] if other.at <= one.end + 2), None)
        held = words.is_a("containers", word) and inner is not None and inner.at == one.end + 2
        if not (words.is_a("lots", word) or held):
            continue
        if inner is None:
            return [other for other in fit if other is not one]
        value = one.figure.value * inner.figure.value
        rest = [other for other in fit if other not in {one, inner}]
        return [Numeral(one.at, inner.end, WrittenNumber(value)), *rest]
    return list(fit)


def says_nothing(token: Token) -> bool:
    words = vocabulary()
    return (
        token.kind in {"mark", "dots"}
        or token.folded in words.idle
        or words.is_a("about", token.folded)
        or words.is_a("quantity", token.folded)
    )


def is_last(found: Sequence[Token], at: int) -> bool:
    """Tell whether nothing that matters follows: « 5 env. », « 30 travées », « une seule »."""
    words = vocabulary()
    return all(
        says_nothing(one) or words.is_a("counting", one.folded) or one.folded in _TO
        for one in found[at:]
    )
