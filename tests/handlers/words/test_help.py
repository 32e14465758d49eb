"""The help of each side names every command of its menu, but those it does not need to."""

import re

import pytest

from handlers.routing.menus import LEADING, STAFF
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
