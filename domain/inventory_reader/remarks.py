"""Which rows without a thing say something to whoever comes, and are no greeting or title."""

import re

from domain.inventory_reader.prose import MAIL, PAGES, is_opening, says_sentence, sums_up
from domain.inventory_reader.tokens import plain, tokens
from domain.inventory_reader.vocabulary import vocabulary

_LEAST = 2  # words that say something
_SILENT = (
    *("chat", "closing", "headers", "label_headers", "titles", "categories", "totals"),
    *("quantity", "leads", "possessives", "lots"),
)
_HEADS = ("headers", "label_headers", "where_headers", "other_headers", "quantity")
_MEASURED = frozenset({"m2", "m3", "kg", "t"})
_WHEN = re.compile(r"\b\d{1,2}\s?h(?:\s?\d\d)?\b|\b\d{1,2}:\d\d\b")


def says_something(row: str, *, signed: bool) -> bool:
    """Tell whether a note is worth reading; below a farewell only where it is a sentence."""
    words, found = vocabulary(), tokens(plain(row))
    said = [token.folded for token in found if token.kind == "word"]
    told = [
        word
        for word in said
        if len(word) > 2
        and word not in words.idle
        and not any(words.is_a(kind, word) for kind in _SILENT)
    ]
    numbered = any(token.kind in {"number", "ordinal"} for token in found)
    if sums_up(said, named=False):
        return any(words.units.get((word,)) in _MEASURED for word in _folded(row))
    heads = sum(any(words.is_a(kind, word) for kind in _HEADS) for word in said)
    if not said or words.is_a("titles", said[0]) or PAGES.search(row) or heads * 2 > len(said):
        return False
    least = 1 if numbered and says_sentence(said) else _LEAST
    if MAIL.match(row) or len(told) < least or (is_opening(row) and not numbered):
        return False
    closing = signed or any(words.is_a("closing", word) for word in said)
    return not closing or bool(_WHEN.search(row)) or (says_sentence(told) and numbered)


def _folded(row: str) -> list[str]:
    return [token.folded for token in tokens(plain(row))]
