"""The VAT decision table, case by case (§4.4): decided from facts, or asked."""

from datetime import date
from decimal import Decimal

import pytest

from domain.activities import Activity
from domain.inventory import InventoryLine
from domain.vat import (
    REVERSE,
    STANDARD,
    BadVatTable,
    Unclear,
    VatCase,
    read_vat_table,
    shipped_vat_table,
    works_of,
)
from tests.domain.pricing_cases import BOOK, CATALOGUE

TABLE = shipped_vat_table()
TODAY = date(2026, 11, 23)
OURS = {"exempt": "no", "client": "business"}
DESK, DOOR = InventoryLine("BUR-01", Decimal(1)), InventoryLine("POR-01", Decimal(1))


def decide(**facts: str) -> VatCase | Unclear:
    return TABLE.decide({**OURS, **facts}, TODAY)


@pytest.mark.parametrize(
    ("facts", "key", "share", "category", "mention"),
    [
        ({"works": "movables"}, "movables", "0.20", "S", None),
        ({"works": "hire"}, "hire", "0.20", "S", None),
        ({"works": "fixed", "billed": "builder"}, "subcontract", "0", "AE", "pdf-reverse-charge"),
        ({"works": "fixed", "billed": "owner", "home": "no"}, "owner", "0.20", "S", None),
        ({"works": "fixed", "billed": "owner", "home": "uncertified"}, "owner", "0.20", "S", None),
        (
            {"works": "fixed", "billed": "owner", "home": "certified"},
            "home", "0.10", "S", "pdf-vat-home",
        ),
        (
            {"works": "mixed", "billed": "builder", "contract": "single"},
            "mixed_subcontract", "0", "AE", "pdf-reverse-charge",
        ),
        ({"works": "mixed", "billed": "owner", "home": "no"}, "owner", "0.20", "S", None),
        ({"works": "cleaning", "billed": "owner"}, "cleaning", "0.20", "S", None),
        (
            {"works": "cleaning", "billed": "builder", "accountant": "reverse"},
            "cleaning_reverse", "0", "AE", "pdf-reverse-charge",
        ),
        (
            {"works": "cleaning", "billed": "builder", "accountant": "standard"},
            "cleaning", "0.20", "S", None,
        ),
        ({"exempt": "yes"}, "exempt", "0", "E", "pdf-vat-exempt"),
        ({"exempt": "yes", "works": "fixed", "billed": "builder"}, "exempt", "0", "E",
         "pdf-vat-exempt"),
        ({"client": "household", "works": "fixed", "home": "certified"}, "home", "0.10", "S",
         "pdf-vat-home"),
    ],
)  # fmt: skip
def test_a_case_is_decided(
    facts: dict[str, str], key: str, share: str, category: str, mention: str | None
) -> None:
    case = decide(**facts)

    assert isinstance(case, VatCase)
    assert (case.key, case.share(BOOK), case.category.value, case.mention) == (
        key, Decimal(share), category, mention,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "question", "answers"),
    [
        ({}, "works", ("movables", "fixed", "mixed", "cleaning", "hire")),
        ({"works": "fixed"}, "billed", ("owner", "builder")),
        ({"works": "fixed", "billed": "owner"}, "home", ("no", "certified", "uncertified")),
        ({"works": "mixed", "billed": "builder"}, "contract", ("single", "separate")),
        ({"works": "mixed", "billed": "builder", "contract": "separate"}, "two_quotes", ()),
        ({"works": "cleaning", "billed": "builder"}, "accountant", ("reverse", "standard")),
        ({"client": "household", "works": "fixed"}, "home", ("no", "certified", "uncertified")),
    ],
)
def test_what_is_unclear_is_asked(
    facts: dict[str, str], question: str, answers: tuple[str, ...]
) -> None:
    assert decide(**facts) == Unclear(question, answers)


def test_nothing_is_guessed_about_ourselves() -> None:
    assert TABLE.decide({}, TODAY) == Unclear("exempt", ("yes", "no"))


def test_every_road_through_the_questions_ends() -> None:
    """From nothing known, each answer leads on; no question comes twice."""
    roads: list[dict[str, str]] = [{}]
    ends = set()
    while roads:
        facts = roads.pop()
        met = TABLE.decide(facts, TODAY)
        if isinstance(met, VatCase) or not met.answers:
            ends.add(met.key if isinstance(met, VatCase) else met.question)
            continue
        assert met.question not in facts
        roads += [{**facts, met.question: answer} for answer in met.answers]
    assert ends == {row.key for row in TABLE.rows}


def test_a_case_counts_from_its_day() -> None:
    """The sentence on the quote replaced the form on 16 February 2025."""
    facts = {**OURS, "works": "fixed", "billed": "owner", "home": "certified"}

    before, after = (TABLE.decide(facts, date(2025, 2, day)) for day in (15, 16))

    assert [vat_case.key for vat_case in (before, after) if isinstance(vat_case, VatCase)] == [
        "owner",
        "home",
    ]


def test_the_two_that_a_price_file_names_stand_in_the_table() -> None:
    cases = [row.case for row in TABLE.rows]

    assert STANDARD in cases
    assert REVERSE in cases


@pytest.mark.parametrize(
    ("activities", "lines", "works"),
    [
        ([Activity.CLEARANCE], [DESK], "movables"),
        ([Activity.CLEARANCE], [DESK, DOOR], None),
        ([Activity.CLEARANCE, Activity.INVENTORY], [DESK], "movables"),
        ([Activity.SOFT_STRIP], [DOOR], "fixed"),
        ([Activity.CLEARANCE, Activity.SOFT_STRIP], [DOOR], "mixed"),
        ([Activity.CLEARANCE, Activity.FLAT_GLASS], [DESK], None),
        ([Activity.CAREFUL_REMOVAL], [DESK, DOOR], "mixed"),
        ([Activity.WOOD_REUSE], [DESK], None),
        ([Activity.INVENTORY], [DESK], "movables"),
        ([Activity.FLAT_GLASS], [DOOR], None),
    ],
)
def test_the_work_is_known_from_activities_and_inventory(
    activities: list[Activity], lines: list[InventoryLine], works: str | None
) -> None:
    assert works_of(activities, lines, CATALOGUE) == works


def test_an_answer_must_be_one_of_the_table() -> None:
    assert TABLE.told({}, "billed", "owner") == {"billed": "owner"}
    assert TABLE.told({}, "billed", "nobody") is None
    assert TABLE.told({}, "weather", "fine") is None


def test_a_table_that_names_an_unknown_answer_is_refused() -> None:
    with pytest.raises(BadVatTable):
        read_vat_table("""
            [facts]
            works = ["fixed"]
            [[cases]]
            key = "x"
            when = { works = "flying" }
            rate = "none"
            category = "E"
            source = "-"
            from = 2020-01-01
        """)
