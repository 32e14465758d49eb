"""The catalogue of things that can be taken away, with what a price depends on (§3)."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType

from domain.outcomes import LETTERS, Outcome
from domain.search import Index


class UnknownCode(LookupError):
    """No item of the catalogue has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"no item {code!r} in the catalogue")
        self.code = code


@dataclass(frozen=True, slots=True)
class Item:
    """One kind of thing; volumes in m³, weight in kg, minutes of one person, all per unit."""

    code: str
    fr: str
    en: str
    unit: str
    category: str
    volume_m3: Decimal
    dismantled_m3: Decimal
    weight_kg: Decimal
    stream: str
    planned: Outcome
    fallback: Outcome | None
    dismantle_min: Decimal
    handling_min: Decimal
    min_persons: int
    basis: str

    def label(self, lang: str) -> str:
        """Name the item in French, or in English for every other language."""
        return self.fr if lang == "fr" else self.en

    @property
    def whole(self) -> bool:
        """Tell whether the item is counted in pieces, so that halves make no sense."""
        return self.unit == "u"

    @property
    def may_be_fixed(self) -> bool:
        """Tell whether it can be fixed to the building: what needs no taking apart cannot."""
        return self.dismantle_min > 0


class Catalogue:
    """All items, in the order of the catalogue file."""

    def __init__(
        self,
        items: Iterable[Item],
        synonyms: Mapping[str, Iterable[str]],
        english: Iterable[str] = (),
    ) -> None:
        self.items = tuple(items)
        self._by_code = {item.code: item for item in self.items}
        self._synonyms = {word: tuple(codes) for word, codes in synonyms.items()}
        self.english = frozenset(english)  # of the synonyms

    def get(self, code: str) -> Item:
        """Return the item of a code; UnknownCode where there is none."""
        try:
            return self._by_code[code]
        except KeyError:
            raise UnknownCode(code) from None

    def find(self, code: str) -> Item | None:
        return self._by_code.get(code)

    @property
    def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        """Words people use, with the codes they may mean, the likeliest first."""
        return MappingProxyType(self._synonyms)

    @cached_property
    def categories(self) -> Mapping[str, tuple[Item, ...]]:
        """Items by category, both in the order of the file."""
        names = dict.fromkeys(item.category for item in self.items)
        return MappingProxyType(
            {name: tuple(i for i in self.items if i.category == name) for name in names}
        )

    def search(self, word: str, lang: str = "fr", limit: int = 8) -> tuple[Item, ...]:
        """Find items by name or code, best first; forgives accents, plurals and small typos."""
        return tuple(item for item, _ in self.ranked(word, lang, limit))

    def ranked(self, word: str, lang: str, limit: int) -> tuple[tuple[Item, float], ...]:
        """Find items as `search` does, each with how well it fits, from 0 to about 1."""
        found = self._index(lang).ranked(word, limit)
        return tuple((self._by_code[code], score) for code, score in found)

    @cached_property
    def _indexes(self) -> dict[str, Index]:
        return {}

    def _index(self, lang: str) -> Index:
        lang = "fr" if lang == "fr" else "en"
        other = "en" if lang == "fr" else "fr"
        if lang not in self._indexes:
            self._indexes[lang] = Index(
                {
                    i.code: (f"{i.label(lang)} {_written(i.code)}", i.label(other))
                    for i in self.items
                },
                self._synonyms,
            )
        return self._indexes[lang]


def read_catalogue(text: str, synonyms: str = "") -> Catalogue:
    """Read the catalogue (CSV) and the words people use for it (CSV: word, codes, lang)."""
    words = tuple(csv.DictReader(synonyms.splitlines()))
    catalogue = Catalogue(
        (_item(row) for row in csv.DictReader(text.splitlines())),
        {row["word"]: row["codes"].split() for row in words},
        (row["word"] for row in words if row.get("lang") == "en"),
    )
    for codes in catalogue._synonyms.values():  # noqa: SLF001  # checked once, where it is read
        for code in codes:
            catalogue.get(code)
    return catalogue


@cache
def shipped_catalogue() -> Catalogue:
    """Return the catalogue that comes with the bot."""
    data = files("domain") / "data"
    return read_catalogue(
        (data / "catalogue.csv").read_text("utf-8"), (data / "synonyms.csv").read_text("utf-8")
    )


def _written(code: str) -> str:
    return f"{code} {code.replace('-', '')}"


def _item(row: Mapping[str, str]) -> Item:
    planned, _, fallback = row["outcome"].partition(">")
    return Item(
        code=row["code"],
        fr=row["fr"],
        en=row["en"],
        unit=row["unit"],
        category=row["category"],
        volume_m3=Decimal(row["m3"]),
        dismantled_m3=Decimal(row["m3_dismantled"]),
        weight_kg=Decimal(row["kg"]),
        stream=row["stream"],
        planned=LETTERS[planned],
        fallback=LETTERS[fallback] if fallback else None,
        dismantle_min=Decimal(row["dismantle_min"]),
        handling_min=Decimal(row["handling_min"]),
        min_persons=int(row["min_persons"]),
        basis=row["basis"],
    )
