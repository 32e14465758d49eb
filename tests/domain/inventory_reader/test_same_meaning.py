"""However a line is written, its quantity and its thing stay the same."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.catalogue import shipped_catalogue
from domain.inventory_reader.lines import read_lines
from domain.inventory_reader.matching import matcher

NAMES = matcher(shipped_catalogue())
THINGS = {
    "chaises pliantes": "SIE-05",
    "bureaux droits 160x80": "BUR-01",
    "canapés 2 places": "SIE-08",
    "armoires à rideaux": "RGT-03",
    "folding tables": "TAB-05",
    "extincteurs": "TEC-09",
    "vestiaires 3 cases": "RGT-13",
}
WORDS = {
    3: "trois",
    12: "douze",
    16: "seize",
    21: "vingt et un",
    25: "vingt-cinq",
    71: "soixante et onze",
    84: "quatre-vingt-quatre",
    97: "quatre-vingt-dix-sept",
    300: "trois cents",
    241: "deux cent quarante et un",
}
ENGLISH = {
    3: "three",
    12: "twelve",
    21: "twenty-one",
    97: "ninety-seven",
    241: "two hundred and forty-one",
}
ORDERS = (
    "{n} {thing}",
    "{thing} : {n}",
    "{thing} {n}",
    "{thing} x {n}",
    "{n} x {thing}",
    "{thing} ({n})",
)
BULLETS = ("", "- ", "• ", "* ", "– ", "✔ ", "a) ")
HEADINGS = ("", "RDC :\n", "Salle de réunion 2\n", "Bonjour, voici la liste :\n", "## 2e étage\n")
REMARKS = (
    "",
    " (bon état)",
    ", bon état",
    " dont 2 cassées",
    " (3 abîmées)",
    " - HS",
    " à enlever",
)

things = st.sampled_from(sorted(THINGS))
numbers = st.sampled_from(sorted(WORDS))


def read(text: str) -> list[tuple[Decimal | None, str, bool]]:
    found = [(line.quantity, NAMES.match(line.name)) for line in read_lines(text, NAMES).lines]
    return [(number, match.items[0].code, match.sure) for number, match in found]


@settings(max_examples=300, deadline=None)
@given(
    things,
    numbers,
    st.sampled_from(ORDERS),
    st.sampled_from(BULLETS),
    st.sampled_from(HEADINGS),
    st.sampled_from(REMARKS),
)
def test_neither_remark_nor_bullet_nor_heading_nor_order_changes_it(
    thing: str, number: int, order: str, bullet: str, heading: str, remark: str
) -> None:
    text = heading + bullet + order.format(n=number, thing=thing) + remark

    assert read(text) == [(Decimal(number), THINGS[thing], True)]


@settings(max_examples=200, deadline=None)
@given(things, numbers, st.sampled_from(("{n} {thing}", "{thing} : {n}", "{thing} ({n})")))
def test_a_number_in_words_is_the_number(thing: str, number: int, order: str) -> None:
    for said in (WORDS[number], ENGLISH.get(number, str(number))):
        assert read(order.format(n=said, thing=thing)) == [(Decimal(number), THINGS[thing], True)]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(things, numbers), min_size=1, max_size=6, unique_by=lambda one: one[0]))
def test_a_list_says_what_its_lines_say(lines: list[tuple[str, int]]) -> None:
    wanted = [(Decimal(number), THINGS[thing], True) for thing, number in lines]

    for joint in ("\n", " ; ", ", "):
        assert read(joint.join(f"{number} {thing}" for thing, number in lines)) == wanted


@pytest.mark.parametrize("text", ["chaises", "quelques chaises", "10 à 12 chaises", "des chaises"])
def test_no_remark_makes_a_quantity_of_none(text: str) -> None:
    for remark in REMARKS[:3]:
        assert [number for number, _, _ in read(text + remark)] == [None]
