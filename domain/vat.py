"""Which VAT a quote bears (§4.4): a table decides from facts; what is not known is asked."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from domain.activities import MOVABLES, Activity
from domain.catalogue import Catalogue
from domain.inventory import InventoryLine
from domain.pricebook import PriceBook
from domain.survey import is_fixed

VatFacts = Mapping[str, str]  # fact → answer, as the table names them; what is unknown is left out
FIXED_WORKS = frozenset({Activity.CAREFUL_REMOVAL, Activity.SOFT_STRIP})


class VatCategory(StrEnum):
    """Of EN 16931: standard or reduced rate, reverse charge, exempt (§4.5)."""

    STANDARD = "S"
    REVERSE = "AE"
    EXEMPT = "E"


class BadVatTable(ValueError):
    """The table names a fact or an answer that it does not declare."""


@dataclass(frozen=True, slots=True)
class VatCase:
    """A case that is decided: `rate` names a figure of the price book, `mention` the words."""

    key: str
    rate: str
    category: VatCategory
    mention: str | None = None

    def share(self, book: PriceBook) -> Decimal:
        """The rate from 0 to 1."""
        return Decimal(0) if self.rate == NO_VAT else Decimal(getattr(book, self.rate))


NO_VAT = "none"
STANDARD = VatCase("movables", "vat_share", VatCategory.STANDARD)
REVERSE = VatCase("subcontract", NO_VAT, VatCategory.REVERSE, "pdf-reverse-charge")


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nobody can say yet: the fact to ask for and its answers; none where no quote can be made."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; without a case it stops everything."""

    key: str
    when: Mapping[str, str]
    case: VatCase | None
    valid_from: date
    source: str

    def may_decide(self, facts: VatFacts) -> bool:
        return all(facts.get(fact, answer) == answer for fact, answer in self.when.items())

    def asks(self, facts: VatFacts) -> str | None:
        return next((fact for fact in self.when if fact not in facts), None)


@dataclass(frozen=True, slots=True)
class VatTable:
    """The cases in order, and the answers that each fact can have."""

    answers: Mapping[str, tuple[str, ...]]
    rows: tuple[Row, ...]

    def decide(self, facts: VatFacts, on: date) -> VatCase | Unclear:
        """Decide from what is known on a day; Unclear where a fact is missing."""
        for row in self.rows:
            if row.valid_from > on or not row.may_decide(facts):
                continue
            if (asked := row.asks(facts)) is not None:
                return Unclear(asked, self.answers[asked])
            return row.case or Unclear(row.key, ())
        raise BadVatTable("no case for everything else")

    def told(self, facts: VatFacts, fact: str, answer: str) -> VatFacts | None:
        """Add an answer; None where the table knows no such fact or answer."""
        known = answer in self.answers.get(fact, ())
        return {**facts, fact: answer} if known else None


def works_of(
    activities: Collection[Activity], lines: Iterable[InventoryLine], catalogue: Catalogue
) -> str | None:
    """Say what the work is for the tax, one contract for all (§4.4); None where only people can."""
    fixed = {line.fixed or is_fixed(catalogue.get(line.code)) for line in lines}
    if FIXED_WORKS.intersection(activities):
        return "mixed" if False in fixed or MOVABLES.intersection(activities) else "fixed"
    return "movables" if MOVABLES.issuperset(activities) and fixed == {False} else None


def read_vat_table(text: str) -> VatTable:
    """Read the table (TOML). Raises BadVatTable."""
    data = tomllib.loads(text)
    answers = {fact: tuple(known) for fact, known in data["facts"].items()}
    rows = tuple(_row(one) for one in data["cases"])
    for row in rows:
        for fact, answer in row.when.items():
            if answer not in answers.get(fact, ()):
                raise BadVatTable(f"{row.key}: no {fact} {answer!r}")
    return VatTable(answers, rows)


@cache
def shipped_vat_table() -> VatTable:
    """Return the table that comes with the bot."""
    return read_vat_table((files("domain") / "data" / "vat.toml").read_text("utf-8"))


def _row(raw: Mapping[str, Any]) -> Row:
    case = None
    if not raw.get("stops"):
        category = VatCategory(raw["category"])
        case = VatCase(raw["key"], raw["rate"], category, raw.get("mention"))
    return Row(raw["key"], raw["when"], case, raw["from"], raw["source"])
