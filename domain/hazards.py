"""Hazards that a client's words point to; a coordinator decides, never the bot (§2.4)."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from domain.search import words_of


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


@dataclass(frozen=True, slots=True)
class _Sign:
    kind: str
    action: HazardAction
    phrase: str
    words: tuple[str, ...]


def find_hazards(*texts: str) -> tuple[Hazard, ...]:
    """Return the hazards that texts mention, in the order of the table."""
    written = [words_of(text) for text in texts]
    seen = [sign for sign in _signs() if any(_holds(words, sign.words) for words in written)]
    kinds = dict.fromkeys((sign.kind, sign.action) for sign in seen)
    return tuple(
        Hazard(kind, action, tuple(sign.phrase for sign in seen if sign.kind == kind))
        for kind, action in kinds
    )


@cache
def _signs() -> tuple[_Sign, ...]:
    table = tomllib.loads((files("domain") / "data" / "hazards.toml").read_text("utf-8"))
    return tuple(
        _Sign(kind, HazardAction(row["action"]), phrase, words_of(phrase))
        for kind, row in table.items()
        for phrase in row["words"]
    )


def _holds(written: Sequence[str], phrase: Sequence[str]) -> bool:
    width = len(phrase)
    return any(
        tuple(written[at : at + width]) == tuple(phrase) for at in range(len(written) - width + 1)
    )
