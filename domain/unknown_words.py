"""Words of a list that named no thing, and which of them are worth a question to the office."""

import re

from domain.search import fold
from domain.synonyms import FEWEST_LETTERS, LONGEST

MOST_WORDS = 6  # more are a sentence
MOST_DIGITS = 4  # more may be a telephone number
_AROUND = " \t\n.,;:!?()[]«»\"'’*-–—•·/="
_COUNT = re.compile(r"^\d+(?:[.,]\d+)?\s*(?:x\b|×|\*)?\s*", re.IGNORECASE)
_TITLES = r"m\.|mr|mme|mlle|monsieur|madame|mademoiselle|mrs|ms|miss|dr|tel"
_PERSONAL = re.compile(rf"@|www\.|https?:|\b(?:{_TITLES})(?=\W|$)")


def teachable(written: str) -> str | None:
    """Return the words that could name a thing; None for a sentence, and for what is personal."""
    words = _COUNT.sub("", " ".join(written.split()).strip(_AROUND)).strip(_AROUND)
    if sum(map(str.isalpha, words)) <= FEWEST_LETTERS or len(words) > LONGEST:
        return None
    if len(words.split()) > MOST_WORDS or sum(map(str.isdigit, words)) > MOST_DIGITS:
        return None
    return None if _PERSONAL.search(fold(words)) else words
