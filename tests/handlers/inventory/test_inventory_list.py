"""Lists as people write them."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue import shipped_catalogue
from domain.inventory_reader.lines import read_lines
from domain.inventory_reader.matching import matcher
from handlers.conversation.kind import Rejected
from handlers.inventory.inventory_match import MOST, Reader
from handlers.inventory.inventory_moves import MOST_LINES
from handlers.inventory.inventory_state import InventoryDraft
from handlers.inventory.inventory_taking import hear

CATALOGUE = shipped_catalogue()
FRENCH, ENGLISH = Reader(CATALOGUE, "fr"), Reader(CATALOGUE, "en")

WRITTEN: tuple[tuple[str, list[tuple[str, str | None, str | None]]], ...] = (
    (
        "20 bureaux, 15 chaises visiteur et 3 armoires hautes",
        [("bureaux", "20", None), ("chaises visiteur", "15", None), ("armoires hautes", "3", None)],
    ),
    ("12x caisson", [("caisson", "12", None)]),
    ("12 x caisson", [("caisson", "12", None)]),
    ("caisson x 12; table : 3", [("caisson", "12", None), ("table", "3", None)]),
    ("3 m² de cloison vitrée", [("cloison vitrée", "3", "m2")]),
    ("3m2 de moquette", [("moquette", "3", "m2")]),
    ("2 mètres carrés de moquette", [("moquette", "2", "m2")]),
    ("1,5 t de câbles", [("câbles", "1.5", "t")]),
    ("1 500 chaises", [("chaises", "1500", None)]),
    ("1 500 chaises", [("chaises", "1500", None)]),
    ("5,000,000 chairs", [("chairs", "5000000", None)]),
    ("-3 chaises", [("chaises", "3", None)]),
    ("- 20 bureaux\n• 3 chaises", [("bureaux", "20", None), ("chaises", "3", None)]),
    ("1. 20 bureaux\n2) 3 tables", [("bureaux", "20", None), ("tables", "3", None)]),
    ("20 bureaux,15 chaises", [("bureaux", "20", None), ("chaises", "15", None)]),
    ("Chaise visiteur\t15", [("Chaise visiteur", "15", None)]),
    ("bureaux (20)", [("bureaux", "20", None)]),
    ("deux armoires", [("armoires", "2", None)]),
    ("une vingtaine de chaises", [("chaises", "20", None)]),
    (
        "a dozen task chairs and ten desks",
        [("task chairs", "12", None), ("desks", "10", None)],
    ),
    ("2-seat sofa", [("2-seat sofa", None, None)]),
    ("3 160x80 desks", [("160x80 desks", "3", None)]),
    ("160x80 desk", [("160x80 desk", None, None)]),
    ("6 mm glass partition", [("6 mm glass partition", None, None)]),
    ("armoire", [("armoire", None, None)]),
    ("<b>20</b> #let", [("b </b> #let", None, None)]),
    (" , ;\n—", []),
)


@pytest.mark.parametrize(("text", "wanted"), WRITTEN, ids=[repr(text) for text, _ in WRITTEN])
def test_a_list_is_taken_apart(text: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    read = [
        (line.name, None if line.quantity is None else str(line.quantity), line.unit)
        for line in read_lines(text, matcher(CATALOGUE)).lines
    ]

    assert read == wanted


UNDERSTOOD = (
    ("15 chaises visiteur", "SIE-03", "15"),
    ("chaisse visiteur", "SIE-03", "None"),
    ("task chair", "SIE-01", "None"),
    ("4 BUR-01", "BUR-01", "4"),
    ("3 bur02", "BUR-02", "3"),
    ("12 ordinateurs", "ACC-04", "12"),
    ("2 Bureau droit 160x80, piètement acier", "BUR-01", "2"),
    ("1,5 t de câbles", "TEC-04", "1500.0"),
    ("40 dalles de moquette", "SOL-01", "None"),
    ("2 canapés 2 places", "SIE-08", "2"),
)


@pytest.mark.parametrize(("text", "code", "quantity"), UNDERSTOOD)
def test_what_can_mean_only_one_thing_is_understood(text: str, code: str, quantity: str) -> None:
    (entry,) = FRENCH.entries(text)
    known = FRENCH.known(entry)

    assert (known.code, str(known.quantity)) == (code, quantity)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("12 caissons", ["RGT-01", "RGT-02"]),
        ("3 m² de cloison vitrée", ["CLO-02", "CLO-03"]),
        ("4 frigos", ["CUI-04", "CUI-05"]),
        ("armoir", ["RGT-04", "RGT-03", "RGT-06", "RGT-05"]),
        ("4 bidules", []),
    ],
)
def test_what_can_mean_several_things_is_asked(text: str, likely: list[str]) -> None:
    (entry,) = FRENCH.entries(text)

    assert FRENCH.known(entry).code is None
    assert [item.code for item in FRENCH.likely(entry)] == likely


def test_desks_and_chairs_are_no_desk_chairs() -> None:
    names = [(entry.name, entry.quantity) for entry in FRENCH.entries("20 bureaux et chaises")]

    assert names == [("bureaux", None), ("chaises", None)]


def test_another_unit_is_asked_and_never_converted() -> None:
    (entry,) = FRENCH.entries("3 m² de chaise visiteur")

    known = FRENCH.known(entry)

    assert (known.code, known.quantity) == ("SIE-03", None)


PHRASES = st.sampled_from(
    [
        "20 bureaux droits 160x80",
        "15 chaises visiteur",
        "a dozen task chairs",
        "3,5 m² de sol PVC",
        "tables pliantes x 4",
        "deux canapés 2 places",
        "12 bidules",
        "-2 chaises pliantes",
        "1,5 chaise pliante",
        "99 999 999 tables pliantes",
        "caissons",
        "0 urinoir",
    ]
)


@given(st.text(max_size=400), st.sampled_from([FRENCH, ENGLISH]))
def test_nothing_written_breaks_the_reader(text: str, reader: Reader) -> None:
    heard = hear(InventoryDraft(), reader, text)

    if isinstance(heard, InventoryDraft):
        every = [*heard.lines, *heard.offered]
        assert all(0 < line.quantity <= MOST for line in every)
        assert len(heard.asked) + len(every) <= MOST_LINES


@given(
    st.lists(PHRASES, min_size=2, max_size=12).flatmap(
        lambda some: st.tuples(st.just(some), st.permutations(some))
    )
)
def test_the_order_of_phrases_does_not_matter(orders: tuple[list[str], list[str]]) -> None:
    one, other = (hear(InventoryDraft(), FRENCH, "\n".join(phrases)) for phrases in orders)

    assert _said(one) == _said(other)


def _said(heard: InventoryDraft | Rejected | None) -> tuple[Counter[str], dict[str, Decimal]] | str:
    if not isinstance(heard, InventoryDraft):
        return heard.code if heard else "nothing"
    assert all(0 < line.quantity <= MOST for line in heard.offered)
    asked = Counter(entry.text for entry in heard.asked)
    return asked, {line.key: line.quantity for line in heard.offered}
