"""Which item of the catalogue words name: sure, offered, or unknown."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from domain.catalogue import Catalogue, Item
from domain.inventory_reader.vocabulary import vocabulary
from domain.search import SMALL_WORDS, fold

OFFERED = 4
SHORTEST_FORGIVEN = 5  # letters of a word of which one may be wrong; of twice as many, two
SHORTEST_INFLECTED = 4  # letters; « base » is no « bas »
_WORD = re.compile(
    r"\d+(?:[.,]\d+)?(?:[x*]\d+(?:[.,]\d+)?)+|[a-z]{2,4}-\d+|[a-z0-9]+(?:/[0-9./]+)?"
)
_NOT_HEAD = frozenset({"de", "d", "du", "des", "pour", "a", "of", "for", "to", "en"})
_ASIDE = re.compile(r"\b(?:avec|sans|with|without|from|\+)\b|[(+]")
_IRREGULAR = {
    "shelves": "shelf",
    "leaves": "leaf",
    "benches": "bench",
    "bays": "bay",
    "yeux": "oeil",
}


@dataclass(frozen=True, slots=True)
class Match:
    """The items that words may mean, best first; `sure` where there is no doubt about the first."""

    items: tuple[Item, ...] = ()
    sure: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of items: its stems, which stem is the thing itself, the codes it stands for."""

    stems: frozenset[str]
    head: str
    codes: tuple[str, ...]
    english: bool
    chosen: bool  # from the synonyms: somebody put these codes in this order


class Matcher:
    """Names of things by their stems; made once for each catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._names = [*_labels(catalogue), *_synonyms(catalogue)]
        self._by_head: dict[str, list[_Name]] = defaultdict(list)
        self._bags: dict[str, set[str]] = defaultdict(set)
        for name in self._names:
            self._by_head[name.head].append(name)
            for code in name.codes:
                self._bags[code] |= name.stems
        self._english = frozenset(name.head for name in self._names if name.english)
        self._sizes: dict[str, set[str]] = defaultdict(set)
        for name in self._names:
            self._sizes[name.head] |= {one for one in name.stems if one.isdigit()}
        self._known = frozenset().union(*self._bags.values())
        self._long = [one for one in self._known if len(one) >= SHORTEST_FORGIVEN]
        self._order = {item.code: n for n, item in enumerate(catalogue.items)}
        self.names = lru_cache(maxsize=4096)(self._is_thing)
        self.match = lru_cache(maxsize=4096)(self._match)
        self._mended = lru_cache(maxsize=4096)(self._mend)

    def _is_thing(self, word: str) -> bool:
        """Tell whether a folded word names things of the catalogue."""
        found = stem(vocabulary().abbreviations.get(word, word))
        if (word,) in vocabulary().units:
            return False
        if found in self._by_head:
            return found not in _idle()
        if "-" in word and word.upper() in self._order:
            return True
        return len(word) > SHORTEST_FORGIVEN and self._mended(found) in self._by_head

    def __call__(self, word: str) -> bool:
        """Tell whether a folded word names things of the catalogue."""
        return self.names(word)

    def sized(self, word: str, number: str) -> bool:
        """Tell whether a number may be the size of what a word names: « lit 90 »."""
        return number in self._sizes.get(stem(word), ())

    def _match(self, name: str, unit: str | None = None) -> Match:
        """Say what a name means; a unit rules out what is not counted in it."""
        if code := self._code(name):
            return Match((code,), sure=True)
        main, aside = _parts(name)
        asked = [self._mended(one) for one in main]
        head = self._head(asked, name)
        if head is None:
            return Match()
        known = [one for one in asked if one in self._known]
        extra = [one for one in (self._mended(w) for w in aside) if one in self._known]
        pool = self._pool(head, frozenset(known))
        return self._decided(pool, known, extra, unit, foreign=_foreign(asked, self._known, name))

    def _decided(
        self,
        pool: Sequence[str],
        known: Sequence[str],
        extra: Sequence[str],
        unit: str | None,
        *,
        foreign: bool,
    ) -> Match:
        wanted = frozenset(known)
        fitting = [one for one in pool if unit in {None, self.catalogue.get(one).unit}]
        if unit == "t":
            fitting = [one for one in pool if self.catalogue.get(one).unit == "kg"]
        pool = fitting or pool
        scores = {
            code: (len(wanted & self._bags[code]), len(self._bags[code] & set(extra)))
            for code in pool
        }
        ranked = sorted(pool, key=lambda code: (-scores[code][0], -scores[code][1]))
        best = scores[ranked[0]]
        top = [code for code in ranked if scores[code] == best]
        whole = best[0] == len(wanted)
        shown = top if whole else ranked
        items = tuple(self.catalogue.get(code) for code in shown[:OFFERED])
        sure = len(top) == 1 and whole and not foreign
        if not sure and whole and not foreign and len(top) > 1:
            sure = self._exactly(wanted, top[0])
        return Match(items, sure=sure)

    def _exactly(self, wanted: frozenset[str], code: str) -> bool:
        """Tell whether the words are a whole name, of this item alone."""
        named = {name.codes for name in self._names if name.stems == wanted}
        return named == {(code,)} or (code,) in {
            name.codes for name in self._names if name.stems == wanted and name.chosen
        }

    def _pool(self, head: str, wanted: frozenset[str]) -> list[str]:
        """List the codes that names with this head stand for, in the order somebody chose."""
        names = sorted(
            (name for name in self._by_head[head]),
            key=lambda name: (
                -len(name.stems & wanted) if name.stems <= wanted else 0,
                not name.chosen,
            ),
        )
        return list(dict.fromkeys(code for name in names for code in name.codes))

    def _head(self, asked: Sequence[str], name: str) -> str | None:
        """Find the thing itself: the first word in French, the last in English."""
        if not asked:
            return None
        first, last = asked[0], asked[-1]
        if _preposition(name):
            return first if first in self._by_head else None
        words = [one for one in asked if one.isalpha()] or [last]
        if first in self._by_head:
            compound = first in self._english and words[-1] in self._english
            return words[-1] if compound else first
        heads = [one for one in reversed(words) if one in self._by_head]
        return heads[0] if heads and (heads[0] == words[-1] or first in self._known) else None

    def _code(self, name: str) -> Item | None:
        for word in re.findall(r"[a-z]{3}-?\d{2,3}", fold(name)):
            letters, digits = word[:3], word.lstrip("abcdefghijklmnopqrstuvwxyz-")
            if item := self.catalogue.find(f"{letters}-{digits}".upper()):
                return item
        return None

    def _mend(self, word: str) -> str:
        """Correct a small slip to a word that is known; the word as it is where there is none."""
        if word in self._known or len(word) < SHORTEST_FORGIVEN or not word.isalpha():
            return word
        allowed = 1 if len(word) < 2 * SHORTEST_FORGIVEN else 2
        if begun := [one for one in self._known if one.startswith(word)]:
            return min(begun, key=lambda one: (len(one), one))
        found = extractOne(word, self._long, scorer=OSA.distance, score_cutoff=allowed)
        return found[0] if found and found[0][0] == word[0] else word


def stem(word: str) -> str:
    """Reduce a folded word, so that plural and gender do not matter: « hautes » and « haut »."""
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    if not word.isalpha() or len(word) < 4:
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    if word[-1] in "sx" and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > SHORTEST_INFLECTED:
        word = word.removesuffix("e")
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if word[-1] == "y" else word


def words_of_name(text: str) -> list[str]:
    """Split a name into folded words and sizes, small words included."""
    return _WORD.findall(fold(text))


def _parts(name: str) -> tuple[list[str], list[str]]:
    """Split a name into the stems that name it, and those that come after « avec »."""
    folded = fold(name)
    found = _ASIDE.search(folded)
    main, aside = (folded[: found.start()], folded[found.end() :]) if found else (folded, "")
    return list(_stems(main)), list(_stems(aside))


@lru_cache(maxsize=1)
def _idle() -> frozenset[str]:
    return frozenset(stem(word) for word in vocabulary().idle)


def _stems(folded: str) -> Iterator[str]:
    idle = _idle()
    for word in _WORD.findall(folded):
        if word in SMALL_WORDS or word in _NOT_HEAD:
            continue
        found = stem(vocabulary().abbreviations.get(word, word).replace("*", "x"))
        if found not in idle:
            yield found
            if "x" in found and found[0].isdigit():
                yield found.partition("x")[0]


def _foreign(asked: Sequence[str], known: frozenset[str], name: str) -> bool:
    """Tell whether a word nobody knows makes it another thing, or a size that none has."""
    strange = [one for one in asked if one not in known and (len(one) > 2 or one.isdigit())]
    if not strange:
        return False
    sized = any(one[0].isdigit() for one in strange)
    return sized or _preposition(name) or len(asked) - len(strange) < 2


def _preposition(name: str) -> bool:
    return bool(re.search(r"\b(?:de|du|des|pour|of|for|à)\b|\bd'", name.lower()))


def _labels(catalogue: Catalogue) -> Iterator[_Name]:
    for item in catalogue.items:
        for text, french in ((item.fr, True), (item.en, False)):
            main, aside = _parts(text.replace(",", " ("))
            if main:
                head = _french_head(main) if french else _english_head(main)
                yield _Name(
                    frozenset((*main, *aside)), head, (item.code,), chosen=False, english=not french
                )


def _french_head(stems: Sequence[str]) -> str:
    return next((one for one in stems if one.isalpha()), stems[0])


def _english_head(stems: Sequence[str]) -> str:
    """Choose the last word before the sizes: “Single glass 4 mm” is glass."""
    sized = next((n for n, one in enumerate(stems) if n and one[0].isdigit()), len(stems))
    return next((one for one in reversed(stems[:sized]) if one.isalpha()), stems[-1])


def _synonyms(catalogue: Catalogue) -> Iterator[_Name]:
    for word, codes in catalogue.synonyms.items():
        main, _ = _parts(word)
        if main:
            english = word in catalogue.english
            head = _english_head(main) if english else _french_head(main)
            yield _Name(frozenset(main), head, codes, chosen=True, english=english)


@lru_cache(maxsize=8)
def matcher(catalogue: Catalogue) -> Matcher:
    """Return the matcher of a catalogue, which is made once."""
    return Matcher(catalogue)
