"""The files that an administrator can replace: price book, company, catalogue, synonyms."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from domain.catalogue import Catalogue
from domain.catalogue_file import COLUMNS, catalogue_faults
from domain.company import CompanyFaults, load_company
from domain.file_faults import FileFault
from domain.pricebook import PriceBooks
from domain.pricebook_file import price_book_faults
from domain.synonyms import is_synonyms, read_synonyms, synonym_faults


class Reference(StrEnum):
    """A file that prices, papers and the reading of lists depend on."""

    PRICES = "prices"
    COMPANY = "company"
    CATALOGUE = "catalogue"
    SYNONYMS = "synonyms"


TABLES = frozenset({Reference.CATALOGUE, Reference.SYNONYMS})  # rows; the others are TOML


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that changes; None where it is new, or gone."""

    name: str
    before: str | None
    after: str | None


def recognise(text: str) -> Reference | None:
    """Tell which of the files a text is, by what stands in it; None for neither."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        first = text.lstrip("\ufeff").partition("\n")[0]
        if {"code", "fr"} <= {name.strip() for name in first.split(",")}:
            return Reference.CATALOGUE
        return Reference.SYNONYMS if is_synonyms(first) else _by_heading(text)
    if "figures" in tables:
        return Reference.PRICES
    return Reference.COMPANY if "identity" in tables else None


def _by_heading(text: str) -> Reference | None:
    """Know a file that cannot be read, so that its fault can be named."""
    headings = {line.strip() for line in text.splitlines()}
    if "[figures]" in headings:
        return Reference.PRICES
    return Reference.COMPANY if "[identity]" in headings else None


def faults(
    kind: Reference, text: str, *, on: date, prices: PriceBooks, catalogue: Catalogue
) -> tuple[FileFault, ...]:
    """Name everything that keeps the file from taking the place of the one in use."""
    match kind:
        case Reference.PRICES:
            streams = (item.stream for item in catalogue.items)
            return price_book_faults(text, on, prices, streams)
        case Reference.CATALOGUE:
            return catalogue_faults(text, catalogue, prices)
        case Reference.SYNONYMS:
            return synonym_faults(text, catalogue)
        case Reference.COMPANY:
            try:
                load_company(text)
            except CompanyFaults as found:
                return found.faults
            return ()


def differences(kind: Reference, before: str, after: str) -> tuple[Difference, ...]:
    """Tell what changes, value by value, in the order of the new file; what is gone comes last."""
    old, new = _values(kind, before), _values(kind, after)
    names = dict.fromkeys((*new, *old))
    return tuple(
        Difference(name, old.get(name), new.get(name))
        for name in names
        if old.get(name) != new.get(name)
    )


def _values(kind: Reference, text: str) -> Mapping[str, str]:
    if kind is Reference.CATALOGUE:
        return {
            f"{row['code']} {column}": (row[column] or "").strip()
            for row in csv.DictReader(text.splitlines())
            for column in COLUMNS[1:]
        }
    if kind is Reference.SYNONYMS:
        return {one.word: " ".join((*one.codes, one.lang)) for one in read_synonyms(text)}
    return dict(_leaves(tomllib.loads(text), ""))


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Walk a TOML tree: values of a figure are told apart by their first day, others by number."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, inner in enumerate(value, 1):
            yield from _leaves(inner, f"{path}[{inner.get('from', number)}]")
    elif isinstance(value, list):
        yield path, " · ".join(map(str, value))
    else:
        yield path, str(value)
