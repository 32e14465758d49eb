"""Finding things by the words people type: accents, plurals and small typos are forgiven."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

EXACT, PREFIX, CLOSE = 1.0, 0.9, 0.7
SECOND_LANGUAGE = 0.9
SYNONYM = 1.01  # somebody chose these
SMALL_WORDS = frozenset(
    {"a", "an", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"}
    | {"of", "on", "or", "ou", "sur", "the", "un", "une", "with"}
)
LETTERS_NOT_FOLDED = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "×": "x"})


def fold(text: str) -> str:
    """Lower the case and drop accents, so that « Évier » and « evier » are equal."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(LETTERS_NOT_FOLDED))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_of(text: str) -> tuple[str, ...]:
    """Split into folded words in the singular, without the small ones."""
    found = re.findall(r"[a-z0-9]+", fold(text))
    return tuple(_singular(word) for word in found if word not in SMALL_WORDS)


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of things; `whole` where it must be asked for with all of its words."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    weight: float
    whole: bool = False


class Index:
    """Names to look through: per key the name in the person's language, then in the other."""

    def __init__(
        self, names: Mapping[str, tuple[str, str]], synonyms: Mapping[str, Iterable[str]]
    ) -> None:
        self._names = [
            *(_Name(words_of(own), (key,), 1) for key, (own, _) in names.items()),
            *(_Name(words_of(other), (key,), SECOND_LANGUAGE) for key, (_, other) in names.items()),
            *(
                _Name(words_of(word), tuple(keys), SYNONYM, whole=True)
                for word, keys in synonyms.items()
            ),
        ]
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._holding = lru_cache(maxsize=1024)(self._look_through)  # cards ask again and again
        for at, name in enumerate(self._names):
            for place, word in enumerate(name.words):
                self._places[word].append((at, place))

    def search(self, text: str, limit: int) -> tuple[str, ...]:
        """Return the keys whose names hold every word asked for, best first."""
        return tuple(key for key, _ in self.ranked(text, limit))

    def ranked(self, text: str, limit: int) -> tuple[tuple[str, float], ...]:
        """Return what `search` does with how well it fits: from PREFIX on, nothing was forgiven."""
        asked = words_of(text)
        best: dict[str, float] = {}
        for at, score in self._hits(asked).items():
            name = self._names[at]
            if name.whole and not _all_asked(name.words, asked):
                continue
            for place, key in enumerate(name.keys):
                best[key] = max(best.get(key, 0), score * name.weight * (1 - place / 100))
        return tuple(sorted(best.items(), key=lambda one: -one[1])[:limit])

    def _hits(self, asked: Sequence[str]) -> dict[int, float]:
        """Score the names that hold every word: exact and early ones higher."""
        found = [self._holding(word) for word in asked]
        if not found:
            return {}
        common = set[int].intersection(*(set(each) for each in found))
        return {at: sum(each[at] for each in found) / len(found) for at in sorted(common)}

    def _look_through(self, asked: str) -> dict[int, float]:
        hits: dict[int, float] = {}
        for word, places in self._places.items():
            if score := _word(asked, word):
                for at, place in places:
                    hits[at] = max(hits.get(at, 0), score - place / 200)
        return hits


def _all_asked(words: Sequence[str], asked: Sequence[str]) -> bool:
    return all(any(_word(word, one) for one in asked) for word in words)


@lru_cache(maxsize=65_536)  # people ask for the same few things
def _word(asked: str, word: str) -> float:
    if asked == word:
        return EXACT
    if len(asked) >= 2 and word.startswith(asked):
        return PREFIX
    if not asked.isalpha() or len(asked) < 4:
        return 0
    allowed = 1 if len(asked) < 8 else 2
    distance = OSA.distance(asked, word, score_cutoff=allowed)
    return CLOSE - distance / 10 if distance <= allowed else 0


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
