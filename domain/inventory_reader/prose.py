"""Rows that name no thing: greetings, sentences, totals, header lines, how to reach somebody."""

import re
from collections.abc import Sequence

from domain.inventory_reader.numerals import Names
from domain.inventory_reader.quantities import amount
from domain.inventory_reader.tokens import Token
from domain.inventory_reader.vocabulary import vocabulary

LONG = 7  # words; a thing that nobody knows is named in fewer
_REACHES = re.compile(
    r"\S@\S|https?:|www\.|(?:\+33|\b0)\s?[1-9](?:[ .-]?\d\d){4}\b|\b\d{1,2}\s?[h:]\s?\d{2}\b"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{5}\s+[A-ZÀ-Ý]"
)


def is_note(row: str, found: Sequence[Token], names: Names, *, begun: bool) -> bool:
    """Tell whether a row says something about the list, and is no line of it.

    « dont 4 rondes » and « total 12 chaises » do where a list has `begun`.
    """
    words = vocabulary()
    said = [token.folded for token in found if token.kind == "word"]
    named = any(names(token.folded) for token in found)
    sums = any(words.is_a("totals", word) for word in said[: 1 if named else 2])
    if said and (sums or words.is_a("remarks", said[0])) and (begun or not named):
        return True
    if named:
        return _tells(said) and len(said) >= LONG and not _counts(found, names)
    if any(words.is_a("chat", word) for word in said) or _REACHES.search(row):
        return True
    if sum(words.is_a("headers", word) for word in said) >= 2 and not _counts(found, names):
        return True
    counted = bool(found) and found[0].kind == "number"
    return (_tells(said) and not counted) or len(said) >= LONG


def _counts(found: Sequence[Token], names: Names) -> bool:
    read = amount(found, names)
    return read.quantity is not None or bool(read.choices)


def _tells(said: Sequence[str]) -> bool:
    """Tell whether words are of a sentence: « à enlever avant le 30, merci de rappeler »."""
    words = vocabulary()
    return any(words.is_a("prose", word) for word in said)
