"""The help of each side names every command of its menu, but those it does not need to."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import handlers.words
from domain.company import example_company
from handlers.routing.menus import LEADING, STAFF
from handlers.views.company_phone import call_words
from handlers.words.catalogue import Words

WORDS = Words.load()
OF_ITSELF = {"help", "privacy"}  # the help itself, and what everybody was told at the start
SHORT = {"crew": OF_ITSELF | {"cancel"}, "coordinator": OF_ITSELF | {"cancel", "language"}}


@pytest.mark.parametrize("lang", WORDS.languages)
@pytest.mark.parametrize("side", ["client", "crew", "coordinator"])
def test_help_names_the_commands_of_the_menu(lang: str, side: str) -> None:
    named = set(re.findall(r"/(\w+)", WORDS.say(lang).plain(f"help-{side}")))
    menu = set(STAFF.get(side, LEADING))
    assert named == menu - SHORT.get(side, OF_ITSELF)


CATALOGUES = sorted(Path(handlers.words.__file__).parent.glob("*/*.ftl"))
CALL_US = re.compile(r"appelez-nous|call us|ring us", re.IGNORECASE)


def test_nobody_is_told_to_call_us_without_a_number() -> None:
    lines = [line for path in CATALOGUES for line in path.read_text("utf-8").splitlines()]
    calling = [line for line in lines if CALL_US.search(line)]

    assert len(calling) == 8
    assert [line for line in calling if "{ $phone }" not in line] == []


@pytest.mark.parametrize("lang", WORDS.languages)
def test_who_answers_the_telephone_is_named(lang: str) -> None:
    say, company = WORDS.say(lang), example_company()

    assert "Nadia" in call_words(say, company)
    assert "01 99 00 00 93" in call_words(say, company)
    assert company.name in call_words(say, replace(company, contact=None))
