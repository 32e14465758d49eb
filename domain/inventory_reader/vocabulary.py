"""The words of lists: numbers, units, places and what says nothing, from `reading.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from domain.search import fold


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words by what they do in a list; `units` has the words of each unit's names."""

    numbers: Mapping[str, int]
    collectives: Mapping[str, int]
    number_starts: frozenset[str]
    abbreviations: Mapping[str, str]
    phrases: tuple[tuple[re.Pattern[str], str], ...]
    units: Mapping[tuple[str, ...], str]
    words: Mapping[str, frozenset[str]]
    places: frozenset[tuple[str, ...]]
    headings: frozenset[tuple[str, ...]]
    numbered: frozenset[str]
    modifiers: frozenset[str]
    qualified: frozenset[str]
    prepositions: frozenset[str]
    idle: frozenset[str]
    another: frozenset[str]
    materials: frozenset[str]

    def is_cut(self, word: str) -> bool:
        """Tell whether a word is usually written short, and its point ends no sentence."""
        return word in self.abbreviations

    def is_a(self, kind: str, word: str) -> bool:
        return word in self.words[kind]


@cache
def vocabulary() -> Vocabulary:
    """Return the words that come with the bot."""
    raw = tomllib.loads((files("domain") / "data" / "reading.toml").read_text("utf-8"))
    return _read(raw)


def _read(raw: Mapping[str, Any]) -> Vocabulary:
    return Vocabulary(
        numbers=raw["numbers"],
        collectives=raw["collectives"],
        number_starts=frozenset(
            {*raw["numbers"], *raw["collectives"], "a", "demi", "demie", "half"}
        ),
        abbreviations={fold(one): fold(to) for one, to in raw["abbreviations"].items()},
        phrases=tuple(_phrase(short, to) for short, to in raw["phrases"].items()),
        units={parts(name): unit for unit, names in raw["units"].items() for name in names},
        words={kind: _folded(words) for kind, words in raw["words"].items()},
        places=_names(raw["places"]["always"]),
        headings=_names(raw["places"]["heading"]),
        numbered=frozenset(name[-1] for name in _names(raw["places"]["numbered"])),
        modifiers=_folded(raw["places"]["modifiers"]),
        qualified=_folded(raw["places"]["qualified"]),
        prepositions=_folded(raw["places"]["prepositions"]),
        another=_folded(form for w in raw["things"]["another"] for form in inflected(w)),
        materials=_folded(raw["things"]["materials"]),
        idle=frozenset(word for name in _folded(raw["things"]["idle"]) for word in inflected(name)),
    )


def _phrase(short: str, whole: str) -> tuple[re.Pattern[str], str]:
    """Find words that are each cut short, with or without their points."""
    words = r"\.?\s+".join(map(re.escape, short.split()))
    return re.compile(rf"\b{words}\b\.?"), whole


def parts(name: str) -> tuple[str, ...]:
    return tuple(fold(name).replace("-", " ").split())


def inflected(name: str) -> tuple[str, ...]:
    return (name, f"{name}s") if " " not in name else ()


def _names(names: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(parts(form) for name in names for form in (name, f"{name}s"))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
