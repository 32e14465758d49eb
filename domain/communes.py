"""French communes: which a postcode serves, what a name means, which code is the current one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from domain.search import fold

_ARRONDISSEMENT = re.compile(r" \d+er? Arrondissement$")
_SHORT = {"st": "saint", "ste": "sainte"}
_OVERSEAS = ("97", "98")


@dataclass(frozen=True, slots=True)
class Pin:
    """A point on the map, in degrees."""

    latitude: float
    longitude: float

    def __str__(self) -> str:
        return f"{self.latitude:.5f}, {self.longitude:.5f}"


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune, or an arrondissement of Paris, Lyon or Marseille, by its INSEE code."""

    insee: str
    name: str

    @property
    def town(self) -> str:
        """Its name as it stands in an address."""
        return _ARRONDISSEMENT.sub("", self.name)

    @property
    def department(self) -> str:
        return department(self.insee)


def department(code: str) -> str:
    """Tell the department of an INSEE code, or of a postcode outside Corsica (§10.2)."""
    return code[:3] if code.startswith(_OVERSEAS) else code[:2]


def of_postcode(postcode: str) -> tuple[Commune, ...]:
    """List the communes that a postcode serves, by name; none where there is no such postcode."""
    return _by_postcode().get(postcode, ())


def postcodes_of(insee: str) -> tuple[str, ...]:
    """List the postcodes that serve a commune."""
    return _by_commune().get(insee, ())


def is_mainland(postcode: str) -> bool:
    """Tell mainland France and Corsica from what lies overseas."""
    return not postcode.startswith(_OVERSEAS)


def find(insee: str) -> Commune | None:
    """Find a commune by its code; a code of before a merger gives the commune of today."""
    return _by_code().get(_former_codes().get(insee, insee))


def named(text: str) -> tuple[Commune, ...]:
    """List the communes of that name, today's or a former one; accents and hyphens do not count."""
    return _by_name().get(name_key(text), ())


def name_key(text: str) -> str:
    """Fold a name so that « St Denis » and « Saint-Denis » are equal."""
    words = re.findall(r"[a-z0-9]+", fold(text).replace("’", "'"))
    return " ".join(_SHORT.get(word, word) for word in words)


def _rows(name: str) -> Iterator[list[str]]:
    """No name of a commune holds a comma or a quote, so that reading is splitting."""
    text = (files("domain") / "data" / name).read_text("utf-8")
    return (row.split(",") for row in text.splitlines()[1:])


@cache
def _by_postcode() -> Mapping[str, tuple[Commune, ...]]:
    known: dict[str, Commune] = {}
    served: dict[str, list[Commune]] = defaultdict(list)
    for postcode, insee, name in _rows("postcodes.csv"):
        served[postcode].append(known.setdefault(insee, Commune(insee, name)))
    return {
        code: tuple(sorted(all_, key=lambda commune: commune.name)) for code, all_ in served.items()
    }


@cache
def _by_code() -> Mapping[str, Commune]:
    return {commune.insee: commune for served in _by_postcode().values() for commune in served}


@cache
def _by_commune() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for postcode, served in _by_postcode().items():
        for commune in served:
            found[commune.insee].append(postcode)
    return {insee: tuple(codes) for insee, codes in found.items()}


@cache
def _former_codes() -> Mapping[str, str]:
    return {code: insee for code, _, insee in _rows("former_communes.csv")}


@cache
def _by_name() -> Mapping[str, tuple[Commune, ...]]:
    found: dict[str, dict[str, Commune]] = defaultdict(dict)
    known = _by_code()
    for commune in known.values():
        for name in {commune.name, commune.town}:
            found[name_key(name)][commune.insee] = commune
    for _, name, insee in _rows("former_communes.csv"):
        found[name_key(name)][insee] = known[insee]
    return {name: tuple(all_.values()) for name, all_ in found.items()}
