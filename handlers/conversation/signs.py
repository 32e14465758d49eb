"""Signs that keyboards, copied pages and other alphabets bring along."""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"  # direction, breaks, widths
)
_FOLDED = {
    **dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " "),
    0x2011: "-",
}
_TYPOGRAPHIC = {
    **dict.fromkeys(map(ord, "\u2010\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\u2032\u00b4`"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u00ab\u00bb"), '"'),
}
_BLANK = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")  # counted as letters, no shape


def has_shape(sign: str) -> bool:
    """Tell whether a sign shows by itself: no filler, space, control character or lone mark."""
    return sign not in _BLANK and unicodedata.category(sign)[0] not in "CMZ"


def visible(text: str) -> str:
    """Drop marks without a shape, and write no-break spaces and hyphens as plain ones.

    Joiners (ZWJ, ZWNJ) stay: emoji and some scripts are written with them.
    """
    return _INVISIBLE.sub("", text).translate(_FOLDED)


def plain(text: str) -> str:
    """Fold what is read as data: full-width digits, dashes and quotes; no joiner, no spaces around.

    For numbers, days and codes only: names and notes keep the person's own signs.
    """
    composed = unicodedata.normalize("NFKC", visible(text)).translate(_TYPOGRAPHIC)
    return "".join(sign for sign in composed if unicodedata.category(sign) != "Cf").strip()


def folded(text: str) -> str:
    """Fold further, to compare words: no case, accents, apostrophes, commas; single spaces."""
    parts = unicodedata.normalize("NFKD", plain(text).casefold())
    kept = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return " ".join(kept.replace("'", "").replace(",", " ").split()).strip(" .!?")
