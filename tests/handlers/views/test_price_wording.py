"""Every rule of a price, every case and question of the VAT, every change has its words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.inventory import Access, InventoryLine
from domain.pricing import ByHand, Estimate, Extra, price
from domain.revision_diff import QuoteChange
from domain.vat import VatCase, shipped_vat_table
from handlers.views.price_wording import (
    CLIENT,
    INSIDE,
    changes_words,
    kept_changes,
    line_words,
    reckoning,
    signed,
    vat_words,
)
from handlers.words.catalogue import Words
from tests.domain.pricing_cases import BOOK, CATALOGUE, ROUND_TRIP, inventory

WORDS = Words.load()
TABLE = shipped_vat_table()


def everything() -> Estimate:
    """A price with every kind of line."""
    return price(
        [*inventory("TC01"), InventoryLine("TEC-08", Decimal(2000))],
        Access(),
        ROUND_TRIP,
        replace(BOOK, minimum_fee=Decimal(100_000)),
        CATALOGUE,
        short_notice=True,
        saturday=True,
        by_hand=ByHand(extras=(Extra("Benne <8 m³>", 10000),), discount_cents=5000),
    )


@pytest.mark.parametrize("language", WORDS.languages)
@pytest.mark.parametrize("reader", [INSIDE, CLIENT])
@pytest.mark.parametrize("hours", [None, Decimal(30)])
def test_each_line_says_its_rule(language: str, reader: str, hours: Decimal | None) -> None:
    estimate = replace(everything(), hours_by_hand=hours is not None)

    said = reckoning(WORDS.say(language), estimate, reader)

    assert len(said) == len(estimate.lines)
    assert all("{" not in one for one in said)


def test_quantity_rate_and_amount_stand_in_a_line() -> None:
    estimate, say = everything(), WORDS.say("fr")
    lines = {line.key: line_words(say, line) for line in estimate.lines}

    assert lines["kilometres"].startswith("<b>Déplacements</b>\u202f: ")
    assert "km × 0,60\u00a0€ = " in lines["kilometres"]
    assert "12\u00a0% de " in lines["overhead"]
    assert "× −0,06\u00a0€ = −" in lines["reuse_credit"]
    assert lines["extra"] == "<b>Benne &lt;8 m³&gt;</b>\u202f: 100,00\u00a0€"
    assert lines["discount"] == "<b>Remise commerciale</b>\u202f: −50,00\u00a0€"


@pytest.mark.parametrize("language", WORDS.languages)
def test_each_case_and_question_of_the_vat_has_words(language: str) -> None:
    say = WORDS.say(language)
    for row in TABLE.rows:
        if isinstance(row.case, VatCase):
            assert vat_words(say, row.case)
            assert row.case.mention is None or say.plain(row.case.mention)
        else:
            assert say(f"vat-ask-{row.key.replace('_', '-')}")
    for fact, answers in TABLE.answers.items():
        assert say(f"vat-ask-{fact}")
        assert all(say.plain(f"vat-{fact}.{answer}") for answer in answers)


def test_changes_are_said_with_their_sign_and_names() -> None:
    changes = [
        QuoteChange("item", Decimal(4), "RGT-03"),
        QuoteChange("item", Decimal(-1), "SIE-01"),
        QuoteChange("floor", Decimal(-1)),
        QuoteChange("floor", Decimal(2)),
        QuoteChange("carry", Decimal(30)),
        QuoteChange("lift", detail="goods"),
        QuoteChange("occupied"),
        QuoteChange("occupied-gone"),
        QuoteChange("condition", of="SIE-01", detail="D"),
        QuoteChange("extra", Decimal(10000), "Benne"),
        QuoteChange("extra-gone", of="Benne"),
        QuoteChange("hours", Decimal("26.5")),
        QuoteChange("hours-reckoned"),
        QuoteChange("discount", Decimal(5000), detail="ami"),
        QuoteChange("discount-gone"),
        QuoteChange("vat"),
    ]
    kept = kept_changes(changes, CATALOGUE)

    assert changes_words(WORDS.say("fr"), kept) == [
        "+4 Armoire haute métal à rideaux 120x198",
        "−1 Fauteuil de bureau à roulettes",
        "−1 étage",
        "+2 étages",
        "+30 m de portage",
        "ascenseur\u202f: monte-charge",
        "site occupé pendant le travail",
        "site libre pendant le travail",
        "Fauteuil de bureau à roulettes\u202f: état D",
        "Benne (+100,00\u00a0€)",
        "sans «\u202fBenne\u202f»",
        "heures fixées à 26,5",
        "heures calculées",
        "remise 50,00\u00a0€ (ami)",
        "sans remise",
        "TVA précisée",
    ]
    assert changes_words(WORDS.say("en"), kept)[0] == "+4 Tall tambour cabinet"


@pytest.mark.parametrize(
    ("cents", "words"), [(18240, "+182,40\u00a0€"), (-8200, "−82,00\u00a0€"), (0, "0,00\u00a0€")]
)
def test_a_difference_has_its_sign(cents: int, words: str) -> None:
    assert signed(WORDS.say("fr"), cents) == words
