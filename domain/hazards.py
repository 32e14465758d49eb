"""Hazards that a client's words point to; a coordinator decides, never the bot (§2.4)."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from domain.search import fold, words_of

TYPO_FROM, TWO_TYPOS_FROM = 6, 10  # letters of a word
NO_SURVEY, LIVE_NETWORKS, WEAPONS = "no_survey", "live_networks", "weapons"
UNREAD = "unread"  # no danger yet: what the client listed and nobody could read


class HazardAction(StrEnum):
    """What the company does about a hazard."""

    REFUSE = "refuse"
    HOLD = "hold"
    EXCLUDE = "exclude"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True)
class Hazard:
    """One kind of hazard, and the written words that pointed to it."""

    kind: str
    action: HazardAction
    words: tuple[str, ...]
    fixed: bool = False  # concerns only what is part of the building

    @property
    def waits(self) -> bool:
        """Tell whether nothing is promised before a coordinator has decided."""
        return self.action in {HazardAction.REFUSE, HazardAction.HOLD}


@dataclass(frozen=True, slots=True)
class _Sign:
    """A phrase that points to a kind of hazard; with no kind it means something else."""

    kind: str | None
    phrase: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    actions: Mapping[str, HazardAction]
    fixed: frozenset[str]
    signs: tuple[_Sign, ...]  # the longest first: « peinture ancienne » is not also « peinture »
    look_alikes: frozenset[str]
    limits: Mapping[str, tuple[str, Decimal]]  # unit -> kind, more than which


def find_hazards(*texts: str) -> tuple[Hazard, ...]:
    """Return the hazards that texts mention, in the order of the table."""
    table = _table()
    found: dict[str, list[str]] = {kind: [] for kind in table.actions}
    for text in texts:
        for kind, phrase in (*_signs_in(words_of(text), table), *_measures_in(fold(text), table)):
            if phrase not in found[kind]:
                found[kind].append(phrase)
    return tuple(hazard(kind, *words) for kind, words in found.items() if words)


def hazard(kind: str, *words: str) -> Hazard:
    """Name a hazard of the table, with the words that pointed to it, if any did."""
    table = _table()
    return Hazard(kind, table.actions[kind], words, kind in table.fixed)


def together(*found: Iterable[Hazard]) -> tuple[Hazard, ...]:
    """Join findings from several places: each kind once, in the order of the table."""
    words: dict[str, dict[str, None]] = {}
    for one in (one for several in found for one in several):
        words.setdefault(one.kind, {}).update(dict.fromkeys(one.words))
    return tuple(hazard(kind, *words[kind]) for kind in _table().actions if kind in words)


def _signs_in(written: Sequence[str], table: _Table) -> list[tuple[str, str]]:
    """Find signs, each word belonging to one of them only."""
    free = [True] * len(written)
    starts = defaultdict[str, list[int]](list)  # by first letter: no typo is forgiven there
    for at, word in enumerate(written):
        starts[word[0]].append(at)
    found = []
    for sign in table.signs:
        width = len(sign.words)
        for at in starts.get(sign.words[0][0], ()):
            span = range(at, at + width)
            if (
                at + width <= len(written)
                and all(free[n] for n in span)
                and all(
                    _same(written[n], word, table) for n, word in zip(span, sign.words, strict=True)
                )
            ):
                for n in span:
                    free[n] = False
                if sign.kind is not None:
                    found.append((sign.kind, sign.phrase))
    return found


def _same(written: str, word: str, table: _Table) -> bool:
    """Forgive a small typo in a long word; the first letter is hardly ever wrong."""
    if written == word:
        return True
    if len(word) < TYPO_FROM or written[0] != word[0] or written in table.look_alikes:
        return False
    allowed = 2 if len(word) >= TWO_TYPOS_FROM else 1
    return OSA.distance(written, word, score_cutoff=allowed) <= allowed


_NUMBER = r"(\d[\d ]*(?:[.,]\d+)?)"
_MEASURES = {
    "kg": re.compile(_NUMBER + r" ?(kg|kilos?|tonnes?|tons?|t)\b"),
    "m": re.compile(
        rf"(?:haut|hauteur|height|high)\b[^\d]{{0,12}}{_NUMBER} ?m(?:etres?|eters?)?\b"
        rf"|{_NUMBER} ?m(?:etres?|eters?)? (?:de |of |in )?(?:haut|hauteur|height|high)\b"
    ),
}
_LIFTS = re.compile(r"(?:charge|ascenseur|lift|elevator|total|utile)\b[^\d]{0,20}$")
_TONNES = ("t", "tonne", "tonnes", "ton", "tons")


def _measures_in(folded: str, table: _Table) -> list[tuple[str, str]]:
    """Find what is heavier or higher than we handle unseen; what a lift carries is no load."""
    found = []
    for unit, (kind, most) in table.limits.items():
        for match in _MEASURES[unit].finditer(folded):
            figure = next(group for group in match.groups() if group)
            size = Decimal(figure.replace(" ", "").replace(",", "."))
            if unit == "kg":
                size *= 1000 if match[2] in _TONNES else 1
                if _LIFTS.search(folded[: match.start()]):
                    continue
            if size > most:
                found.append((kind, match[0].strip()))
    return found


@cache
def _table() -> _Table:
    data = tomllib.loads((files("domain") / "data" / "hazards.toml").read_text("utf-8"))
    rows = {kind: row for kind, row in data.items() if isinstance(row, dict)}
    signs = [
        _Sign(meant, phrase, words_of(phrase))
        for kind, row in rows.items()
        for meant, phrases in ((None, row.get("unless", ())), (kind, row["words"]))
        for phrase in phrases
    ]
    limits = {"kg": "kg_over", "m": "metres_over"}
    return _Table(
        {kind: HazardAction(row["action"]) for kind, row in rows.items()},
        frozenset(kind for kind, row in rows.items() if row.get("fixed")),
        tuple(sorted(signs, key=lambda sign: -len(sign.words))),
        frozenset(data["look_alikes"]),
        {
            unit: (kind, Decimal(row[key]))
            for unit, key in limits.items()
            for kind, row in rows.items()
            if key in row
        },
    )
