"""Which column of a roster is which, by its heading."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from domain.certificate_kinds import certificate_kinds
from domain.search import fold

HEADER_WITHIN = 15  # rows from the top
PROOF = "proof:"  # before the kind of a certificate
_IDLE = frozenset({"cat", "categorie", "category"})
_PEOPLE = frozenset({"name", "last_name", "first_name"})
_VEHICLES = frozenset({"vehicle", "plate"})


@cache
def roster_words() -> Mapping[str, Any]:
    """Load the headings and words of `domain/data/roster_columns.toml`."""
    text = files("domain").joinpath("data/roster_columns.toml").read_text("utf-8")
    return tomllib.loads(text)


def heading(cell: str) -> str:
    """Reduce a heading to its words: « N° de téléphone * » and « n de telephone » are one."""
    words = re.findall(r"[a-z0-9]+", fold(re.sub(r"\(.*?\)", " ", cell)))
    return " ".join(word for word in words if word not in _IDLE)


def member_columns(cells: Sequence[str]) -> dict[str, int]:
    """Find the columns of people, certificates by « proof:<kind> »; {} where nobody is named."""
    found = _found(cells, _member_headings())
    return found if _PEOPLE & found.keys() and not _VEHICLES & found.keys() else {}


def vehicle_columns(cells: Sequence[str]) -> dict[str, int]:
    """Find the columns of vehicles; {} where no vehicle is named."""
    found = _found(cells, _headings("vehicles"))
    return found if _VEHICLES & found.keys() else {}


def _found(cells: Sequence[str], headings: Mapping[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        name = headings.get(heading(cell))
        if name is not None:
            found.setdefault(name, at)
    return found


@cache
def _headings(table: str) -> Mapping[str, str]:
    return {heading(word): name for name, words in roster_words()[table].items() for word in words}


@cache
def _member_headings() -> Mapping[str, str]:
    proofs = {
        heading(word): f"{PROOF}{kind.code}"
        for kind in certificate_kinds().values()
        for word in (*kind.names, *kind.labels.values())
    }
    return {**proofs, **_headings("members")}


def begins_with(text: str, table: str) -> str | None:
    """Name the entry of a table of words that a text begins with, the longest first."""
    said = heading(text)
    named: Mapping[str, Sequence[str]] = roster_words()[table]
    pairs = [(word, name) for name, words in named.items() for word in words]
    for word, name in sorted(pairs, key=lambda pair: -len(pair[0])):
        if said == word or said.startswith(f"{word} "):
            return name
    return None
