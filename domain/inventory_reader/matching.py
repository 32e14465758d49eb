"""Which item of the catalogue words name: sure, offered, or unknown."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from domain.catalogue import Catalogue, Item
from domain.inventory_reader.naming import (
    NameWord,
    another_thing,
    core_of,
    idle_stems,
    sides,
    spoken_stems,
    stem,
    words_of_name,
)
from domain.inventory_reader.thing_names import ThingName, labels_of, synonyms_of
from domain.inventory_reader.tokens import SMALLEST
from domain.inventory_reader.vocabulary import parts, vocabulary
from domain.search import fold

OFFERED = 4
LARGER = 1.5  # times; a piece so much larger is priced as another
SHORTEST_FORGIVEN = 5  # letters of a word of which one may be wrong; of twice as many, two
_CODE = re.compile(r"([a-z]{3})-?(\d{2,3})")


@dataclass(frozen=True, slots=True)
class Match:
    """The items that words may mean, best first; `sure` where there is no doubt about the first."""

    items: tuple[Item, ...] = ()
    sure: bool = False


class Matcher:
    """Names of things by their stems; made once for each catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._by_head: dict[str, list[ThingName]] = defaultdict(list)
        self._bags: dict[str, set[str]] = defaultdict(set)
        self._sizes: dict[str, set[str]] = defaultdict(set)
        for name in (*labels_of(catalogue), *synonyms_of(catalogue)):
            self._by_head[name.head].append(name)
            self._sizes[name.head] |= {
                one for one in name.stems if one.isdigit() and int(one) >= SMALLEST
            }
            for code in name.codes:
                self._bags[code] |= name.stems
        self._labelled: dict[str, frozenset[str]] = defaultdict(frozenset)
        for name in labels_of(catalogue):
            self._labelled[name.codes[0]] |= name.stems
        every = [name for names in self._by_head.values() for name in names]
        self._usual = Counter(one for name in every for one in name.stems if one.isalpha())
        self._english = frozenset(name.head for name in every if name.english)
        self._known = frozenset().union(*self._bags.values())
        self._long = [one for one in self._known if len(one) >= SHORTEST_FORGIVEN]
        self._codes = frozenset(item.code.lower() for item in catalogue.items)
        self.names = lru_cache(maxsize=4096)(self._is_thing)
        self.match = lru_cache(maxsize=4096)(self._match)
        self._mended = lru_cache(maxsize=4096)(self._mend)

    def __call__(self, word: str) -> bool:
        """Tell whether a folded word names things of the catalogue."""
        return self.names(word)

    def tells(self, word: str) -> bool:
        """Tell whether a folded word is part of the name of a thing."""
        return stem(word) in self._known

    def sized(self, word: str, number: str) -> bool:
        """Tell whether a number may be the size of what a word names: « lit 90 »."""
        return number in self._sizes.get(self._mended(stem(word)), ())

    def together(self, word: str, other: str) -> bool:
        """Tell whether one name of things has both words: « WC + réservoir »."""
        both = {self._mended(stem(word)), self._mended(stem(other))}
        heads = (self._by_head.get(one, ()) for one in both)
        return any(both <= name.stems for names in heads for name in names)

    @lru_cache(maxsize=4096)  # noqa: B019  # a matcher lives as long as the catalogue
    def units(self, word: str) -> frozenset[str]:
        """List the units of what a folded word names; none where it names nothing."""
        names = self._by_head.get(self._mended(stem(word)), ())
        return frozenset(self.catalogue.get(code).unit for name in names for code in name.codes)

    def _is_thing(self, word: str) -> bool:
        told = vocabulary().abbreviations.get(word, word)
        if not told.isalpha():
            return any(stem(part) in self._by_head for part in parts(told))
        found = stem(told)
        if (word,) in vocabulary().units or found in idle_stems():
            return False
        if found in self._by_head or word in self._codes:
            return True
        return len(word) > SHORTEST_FORGIVEN and self._mended(found) in self._by_head

    def _match(self, name: str, unit: str | None = None) -> Match:
        """Say what a name means; a unit rules out what is not counted in it."""
        if code := self._code(name):
            return Match((code,), sure=True)
        words = words_of_name(name)
        short = any(one.cut for one in words.main)
        asked = [self._heard(one, short=short) for one in words.main]
        head = self._head(asked)
        if head is None:
            return Match()
        heard = frozenset(one.stem for one in asked)
        pool = self._fitting(self._pool(head, heard), unit)
        bags = frozenset().union(*(self._bags[code] for code in pool))
        wanted = heard & bags
        more = frozenset(self._mended(one) for one in words.aside) & bags
        top = self._best(pool, wanted, more)
        top = self._told(head, wanted | more, top) if len(top) > 1 else top
        whole = wanted <= self._bags[top[0]]
        shown = top if whole else self._ranked(pool, wanted, more)
        named = len(wanted) > 1 or self._is_name(head, wanted)
        strange = another_thing(asked, bags, sized=self._sized_material(top[0]))
        if strange and not named:
            return Match()  # « four à pain » is no « four micro-ondes »
        borne = len(pool) == 1 or wanted <= self._borne_out(head, wanted | more, top[0])
        if not borne and len(top) == 1:
            shown = list(dict.fromkeys((*top, *self._told(head, wanted, pool))))
        sure = whole and len(top) == 1 and named and borne and not strange
        sure = sure and not self._of_another_size(top[0], asked)
        return Match(tuple(self.catalogue.get(code) for code in shown[:OFFERED]), sure=sure)

    def _of_another_size(self, code: str, asked: Sequence[NameWord]) -> bool:
        """Tell whether a piece is far larger or smaller than the item: « matelas 140 »."""
        item = next(filter(None, map(sides, sorted(self._labelled[code]))), ())
        said = next(filter(None, (sides(one.stem) for one in asked if one.size)), ())
        if not self.catalogue.get(code).whole or len(said) != len(item):
            return False
        return any(max(pair) / min(pair) > LARGER for pair in zip(said, item, strict=True))

    def _fitting(self, pool: Sequence[str], unit: str | None) -> Sequence[str]:
        """Leave out what is not counted in the unit, unless nothing is."""
        unit = "kg" if unit == "t" else unit
        return [one for one in pool if unit in {None, self.catalogue.get(one).unit}] or pool

    def _ranked(
        self, pool: Sequence[str], wanted: frozenset[str], more: frozenset[str]
    ) -> list[str]:
        return sorted(pool, key=lambda code: self._fit(code, wanted, more), reverse=True)

    def _fit(self, code: str, wanted: frozenset[str], more: frozenset[str]) -> tuple[int, int]:
        return len(wanted & self._bags[code]), len(more & self._bags[code])

    def _best(self, pool: Sequence[str], wanted: frozenset[str], more: frozenset[str]) -> list[str]:
        best = max(self._fit(code, wanted, more) for code in pool)
        return [code for code in pool if self._fit(code, wanted, more) == best]

    def _told(self, head: str, wanted: frozenset[str], top: Sequence[str]) -> list[str]:
        """Narrow several items down to those that the longest whole name in the words stands for.

        One item alone where one of these names was chosen for it.
        """
        named = [name for name in self._by_head[head] if name.stems <= wanted]
        longest = max((len(name.stems) for name in named), default=0)
        named = [name for name in named if len(name.stems) == longest]
        lists = [name.codes for name in named if name.chosen] or [name.codes for name in named]
        told = [[one for one in codes if one in top] for codes in lists]
        alone = {codes[0] for codes in lists if len(codes) == 1 and codes[0] in top}
        if len(alone) == 1:
            return [*alone]
        return list(dict.fromkeys(one for codes in told for one in codes)) or [*top]

    def _sized_material(self, code: str) -> bool:
        """Tell whether an item is priced by measure and told apart by its size."""
        sized = any(word[0].isdigit() for word in self._labelled[code])
        return sized and not self.catalogue.get(code).whole

    def _borne_out(self, head: str, heard: frozenset[str], code: str) -> frozenset[str]:
        """Return the words of the item's label and of whole names that were heard."""
        whole = (name.stems for name in self._by_head[head] if name.stems <= heard)
        return frozenset().union(self._labelled[code], *whole)

    def _is_name(self, head: str, wanted: frozenset[str]) -> bool:
        """Tell whether the words are at least one whole name."""
        return any(name.stems <= wanted for name in self._by_head[head])

    def _pool(self, head: str, wanted: frozenset[str]) -> list[str]:
        """List the codes that names with this head stand for, in the order somebody chose."""
        names = sorted(
            self._by_head[head],
            key=lambda name: (
                -len(name.stems & wanted) if name.stems <= wanted else 0,
                not name.chosen,
            ),
        )
        return list(dict.fromkeys(code for name in names for code in name.codes))

    def _head(self, asked: Sequence[NameWord]) -> str | None:
        """Find the thing itself: the first word in French, the last in English."""
        core = [one.stem for one in core_of(asked) if one.names]
        if not core:
            core = [one.stem for one in asked if one.stem in self._by_head][:1]
        if not core:
            return None
        heads = [one for one in core if one in self._by_head]
        if not heads:
            return None
        covered = {one: self._covered(one, frozenset(core)) for one in heads}
        best = [one for one in heads if covered[one] == max(covered.values())]
        last = best[-1] in self._english and best[-1] == core[-1]
        return best[-1] if last and (core[0] in self._english or core[0] != best[0]) else best[0]

    def _covered(self, head: str, words: frozenset[str]) -> int:
        """Count the words of the longest whole name among the words."""
        return max((len(one.stems) for one in self._by_head[head] if one.stems <= words), default=0)

    def _code(self, name: str) -> Item | None:
        for letters, digits in _CODE.findall(fold(name)):
            if item := self.catalogue.find(f"{letters}-{digits}".upper()):
                return item
        return None

    def _heard(self, word: NameWord, *, short: bool) -> NameWord:
        """Take a word for the known one that is meant, also where words are cut `short`."""
        mended = self._mended(word.stem)
        cut = word.cut or (short and word.names and 2 < len(mended) < SHORTEST_FORGIVEN)
        if cut and mended not in self._known:
            mended = self._whole(mended)
        return word if mended == word.stem else replace(word, stem=mended, idle=False)

    def _whole(self, cut: str) -> str:
        """Return the most usual word that « arm. » or « chs » stands for."""
        begun = [one for one in self._usual if one.startswith(cut)]
        begun = begun or [one for one in self._usual if one[0] == cut[0] and _within(cut, one)]
        return max(begun, key=lambda one: self._usual[one], default=cut)

    def _mend(self, word: str) -> str:
        """Correct a small slip to a word that is known; the word as it is where there is none."""
        if "rn" in word and (told := word.replace("rn", "m")) in self._known:
            return told  # as a scan reads it
        if word in spoken_stems():
            return word  # « décembre » is no slip for « décombres »
        if word in self._known or len(word) < SHORTEST_FORGIVEN or not word.isalpha():
            return word
        if begun := [one for one in self._known if one.startswith(word)]:
            return min(begun, key=lambda one: (len(one), one))
        allowed = 1 if len(word) < 2 * SHORTEST_FORGIVEN else 2
        found = extractOne(word, self._long, scorer=OSA.distance, score_cutoff=allowed)
        return found[0] if found and found[0][0] == word[0] else word


def _within(letters: str, word: str) -> bool:
    """Tell whether a word has these letters in this order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


@lru_cache(maxsize=8)
def matcher(catalogue: Catalogue) -> Matcher:
    """Return the matcher of a catalogue, which is made once."""
    return Matcher(catalogue)
