"""Lists that are too long for one screen."""

import pytest

from handlers.conversation.kind import Json, Option
from handlers.conversation.pages import Pages, page_of

SEVEN = "abcdefg"


@pytest.mark.parametrize(
    ("wanted", "shown", "turns"),
    [
        (0, "abc", [(1, "▶")]),
        (1, "def", [(0, "◀"), (2, "▶")]),
        (2, "g", [(1, "◀")]),
        (9, "g", [(1, "◀")]),
        (-1, "abc", [(1, "▶")]),
    ],
)
def test_a_page_shows_its_things_and_leads_to_those_beside_it(
    wanted: int, shown: str, turns: list[tuple[int, str]]
) -> None:
    pages = Pages(wanted, len(SEVEN), 3)
    assert ("".join(pages.of(SEVEN)), pages.turns()) == (shown, turns)


@pytest.mark.parametrize("things", ["", "a", "abc"])
def test_what_fits_on_one_page_is_not_turned(things: str) -> None:
    pages = Pages(0, len(things), 3)
    assert (pages.of(things), pages.turns(), pages.last) == (things, [], 0)


def test_the_buttons_of_a_question_carry_the_page_they_lead_to() -> None:
    assert Pages(1, len(SEVEN), 3).options("p.") == [
        Option("p.0", "pick-previous"),
        Option("p.2", "pick-next"),
    ]


@pytest.mark.parametrize(
    ("view", "page"),
    [({"page": 2}, 2), ({"page": -2}, 0), ({"page": "2"}, 0), ({}, 0), (None, 0), ([2], 0)],
)
def test_a_stored_view_without_a_page_begins_at_the_first(view: Json, page: int) -> None:
    assert page_of(view) == page
