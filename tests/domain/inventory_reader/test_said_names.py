"""Things as firms call them, in French and English: sure, or the right one among those offered."""

from pathlib import Path

import pytest

from domain.catalogue import shipped_catalogue
from domain.inventory_reader.matching import OFFERED, matcher

NAMES = matcher(shipped_catalogue())
SAID = Path(__file__).parents[2] / "inventory_corpus" / "names.txt"


def rows() -> list[tuple[str, list[str]]]:
    cut = (line.split("|") for line in SAID.read_text("utf-8").splitlines())
    return [(code, said) for code, *said in cut]


@pytest.mark.parametrize(("code", "said"), rows())
def test_what_firms_say_is_sure(code: str, said: list[str]) -> None:
    found = {name: NAMES.match(name) for name in said}

    assert [
        name for name, match in found.items() if not match.sure or match.items[0].code != code
    ] == []


def test_every_item_of_the_catalogue_is_said_in_several_ways() -> None:
    told = {code: len(said) for code, said in rows()}

    assert {item.code for item in shipped_catalogue().items} <= set(told)
    assert min(told.values()) >= 4


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("table de réunion", {"TAB-01", "TAB-02", "TAB-03"}),
        ("cloison vitrée", {"CLO-02", "CLO-03"}),
        ("baignoire", {"SAN-07", "SAN-08"}),
        ("faux plafond", {"PLA-01", "PLA-02", "PLA-03"}),
        ("glass partition", {"CLO-02", "CLO-03"}),
        ("radiator", {"TEC-05", "TEC-06"}),
        ("plan de travail inox", {"CUI-03"}),
    ],
)
def test_what_may_be_several_things_is_offered(said: str, codes: set[str]) -> None:
    match = NAMES.match(said)

    assert not match.sure
    assert {item.code for item in match.items} >= codes
    assert len(match.items) <= OFFERED


@pytest.mark.parametrize("said", ["décembre", "December", "Monday", "mardi", "lift", "avant"])
def test_words_of_sentences_are_no_slips_for_things(said: str) -> None:
    assert NAMES.match(said).items == ()


@pytest.mark.parametrize("said", ["bureau 1,60 m", "bureau 1m60 x 0,80", "desk 1600 x 800 mm"])
def test_a_size_is_the_same_in_metres_and_millimetres(said: str) -> None:
    assert [item.code for item in NAMES.match(said).items][:1] == ["BUR-01"]


@pytest.mark.parametrize(
    "said",
    [
        "matelas 140",
        "matelas 140x190",
        "lit 160",
        "table basse 160x160",
        "tableau vert",
        "tableau noir",
        "tv screen",
    ],
)
def test_what_is_another_thing_or_size_is_never_sure(said: str) -> None:
    assert not NAMES.match(said).sure
