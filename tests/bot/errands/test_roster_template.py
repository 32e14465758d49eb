"""The template that we send is a file that we read."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.errands import roster_template as made
from bot.errands.roster_check import read_file
from domain.crews import CrewRole
from handlers.crews import roster_template
from tests.trade import services

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_filled_template_is_read_in_both_languages(lang: str) -> None:
    sheets = roster_template.sheets(services().words.say(lang))
    book = load_workbook(BytesIO(made.workbook(sheets)))
    people, vans = book.worksheets
    role = {"fr": "chef d’équipe", "en": "team leader"}[lang]
    people.append(["Diop", "Binta", "0639980041", "wolof", role, date(2026, 1, 5), None, 35])
    vans.append(["Camion", "AB-123-CD", "van20", 20, 800, "B"])
    out = BytesIO()
    book.save(out)

    found = read_file(out.getvalue(), "x.xlsx", services(), TODAY)

    assert found.faults == []
    (binta,), (van,) = found.members, found.vehicles
    assert (binta.name, binta.roles) == ("Binta Diop", (CrewRole.LEADER,))
    assert (binta.languages, binta.contract_from) == (("wo",), date(2026, 1, 5))
    assert (van.plate, van.kind, van.volume) == ("AB-123-CD", "van20", Decimal(20))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_empty_template_changes_nothing(lang: str) -> None:
    sheets = roster_template.sheets(services().words.say(lang))

    found = read_file(made.workbook(sheets), "x.xlsx", services(), TODAY)

    assert [fault.code for fault in found.faults] == ["empty"]
