"""Rows that name no thing: greetings, sentences, totals, header lines, how to reach somebody."""

import re
from collections.abc import Sequence

from domain.inventory_reader.numerals import Names
from domain.inventory_reader.quantities import amount
from domain.inventory_reader.tokens import Token, tokens
from domain.inventory_reader.vocabulary import vocabulary

LONG = 7  # words; a thing that nobody knows is named in fewer
_REACHES = re.compile(
    r"\S@\S|https?:|www\.|(?:\+33|\b0)\s?[1-9](?:[ .-]?\d\d){4}\b|\b\d{1,2}\s?[h:]\s?\d{2}\b"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{5}\s+[A-ZÀ-Ý]"
)

MAIL = re.compile(
    r"\s*(?:de|à|cc|cci|objet|envoyé|date|from|to|sent|subject|re|tr|fwd?|pièces? jointes?)\s?:\s",
    re.IGNORECASE,
)
PAGES = re.compile(r"\bp(?:ages?)?\s?[.:]?\s?\d+(?:\s?(?:/|sur|of)\s?\d+)?", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:ci-dessous|ci-joint|suivante?s?|below|attached|following)\b")
_OPENS = re.compile(
    r"\s*(?:(?:please )?(?:find|see)|(?:veuillez |vous )?trouve[rz]|here (?:is|are)|voici)\b",
    re.IGNORECASE,
)


def is_note(row: str, found: Sequence[Token], names: Names, *, begun: bool) -> bool:
    """Tell whether a row says something about the list, and is no line of it.

    « dont 4 rondes » and « total 12 chaises » do where a list has `begun`.
    """
    words = vocabulary()
    said = [token.folded for token in found if token.kind == "word"]
    named = any(names(token.folded) for token in found)
    sums = bool(said) and (sums_up(said, named=named) or words.is_a("remarks", said[0]))
    if sums and (begun or not named):
        return True
    if MAIL.match(row):
        return True
    if any(words.is_a("titles", word) for word in said) and _is_title(row, names):
        return True
    if _OPENS.match(row) and not _counts(found, names):
        return True
    if row.rstrip().endswith("?") and not _counts(found, names):
        return True
    if row.rstrip().endswith(":") and says_sentence(said) and len(said) >= LONG:
        return True
    if named:
        return says_sentence(said) and len(said) >= LONG and not _counts(found, names)
    if any(words.is_a("chat", word) for word in said) or _REACHES.search(row):
        return True
    if sum(words.is_a("headers", word) for word in said) >= 2 and not _counts(found, names):
        return True
    counted = bool(found) and found[0].kind == "number"
    return (says_sentence(said) and not counted) or len(said) >= LONG


def _is_title(row: str, names: Names) -> bool:
    """Tell whether a row with a word of titles counts nothing but its pages."""
    found = tokens(PAGES.sub("", row))
    return bool(found) and found[0].kind != "number" and not _counts(found, names)


def is_opening(row: str) -> bool:
    """Tell whether a row only says that the list comes: « veuillez trouver ci-dessous »."""
    return bool(_OPENS.match(row)) or bool(_BELOW.search(row))


def sums_up(said: Sequence[str], *, named: bool) -> bool:
    """Tell whether words begin a sum: « Total », « Sous-total du sous-sol », « Surface totale »."""
    words = vocabulary()
    ahead = said[: 1 if named else 2]
    if said[:1] in (["sous"], ["sub"], ["grand"]) and said[1:2] == ["total"]:
        return True
    return any(words.is_a("totals", word) for word in ahead)


def closes(said: Sequence[str]) -> bool:
    """Tell whether a row takes leave; who signs follows it."""
    words = vocabulary()
    return 0 < len(said) <= LONG and any(words.is_a("closing", word) for word in said)


def _counts(found: Sequence[Token], names: Names) -> bool:
    read = amount(found, names)
    return read.quantity is not None or bool(read.choices)


def says_sentence(said: Sequence[str]) -> bool:
    """Tell whether words are of a sentence: « à enlever avant le 30, merci de rappeler »."""
    words = vocabulary()
    return any(words.is_a("prose", word) for word in said)
