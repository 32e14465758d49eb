"""Numbers told roughly or in words: « environ 40 m », « une quarantaine », "about ten"."""

import re

from text_to_num.transforms import alpha2digit

_LANGUAGES = ("fr", "en")  # numbers in words are read in both, whichever the person speaks
_HUNDRED_AND = re.compile(r"\b(hundred|thousand)\s+and\b", re.IGNORECASE)
_SURE = re.compile(r"1|(?!1\s)\d+(?:[.,]\d+)?(?:\s+\S+)?")  # « un peu » is no number
_ABOUT = re.compile(
    r"(?:(?:[àa]\s+peu\s+pr[èe]s|environ|env\b\.?|autour\s+de|approximativement|grosso\s+modo|presque"
    r"|plus\s+ou\s+moins|dans\s+les|je\s+dirais|disons|approx(?:imately)?\b\.?|about|around|roughly"
    r"|some|circa|nearly|almost|[~≈±])\s*){1,2}(?:de\s+|d')?(?=\S)",
    re.IGNORECASE,
)
_OR_SO = re.compile(
    r"\s+(?:[àa]\s+peu\s+pr[èe]s|environ|env\.?|approximativement|or\s+so"
    r"|approx(?:imately)?\.?|roughly)$",
    re.IGNORECASE,
)
_TIMES = {
    "demi": 0.5,
    "half a": 0.5,
    "une": 1,
    "un": 1,
    "a": 1,
    "one": 1,
    "deux": 2,
    "two": 2,
    "trois": 3,
    "three": 3,
    "quatre": 4,
    "four": 4,
    "cinq": 5,
    "five": 5,
}
_ROUND = {
    "dizaine": 10,
    "douzaine": 12,
    "dozen": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "score": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "hundred": 100,
    "millier": 1000,
    "thousand": 1000,
}
_ROUND_WORDS = re.compile(
    rf"(?:(?:une\s+)?(?P<times>{'|'.join(_TIMES)})[\s-]+)?(?P<round>{'|'.join(_ROUND)})s?\b"
    r"\s*(?:de\s+|d'|of\s+)?",
    re.IGNORECASE,
)


def as_told(text: str) -> str:
    """Return the number meant by plain text in digits, without the words that call it rough."""
    bare = _OR_SO.sub("", _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text)
    if (written := _in_digits(bare)) != bare:
        return written
    found = _ROUND_WORDS.match(bare)
    if not found:
        return bare
    count = _TIMES[(found["times"] or "un").casefold()] * _ROUND[found["round"].casefold()]
    return f"{count:g} {bare[found.end() :]}".strip()


def _in_digits(text: str) -> str:
    """Write a number in words in digits: « deux cents mètres » -> « 200 mètres »."""
    if any(map(str.isdigit, text)):
        return text
    for language in _LANGUAGES:
        written = alpha2digit(_HUNDRED_AND.sub(r"\1", text), language)
        if _SURE.fullmatch(written):
            return str(written)
    return text
