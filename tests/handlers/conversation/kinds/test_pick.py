"""Choosing from a long list."""

from types import SimpleNamespace

from domain.catalogue import shipped_catalogue
from handlers.conversation.engine import Answer, advance
from handlers.conversation.given import Tapped, Typed
from handlers.conversation.kind import Facts
from handlers.conversation.kinds import Pick, Rejected
from tests.handlers.conversation.example_person import ExamplePerson, at
from tests.handlers.conversation.example_words import say
from tests.handlers.conversation.kinds.reading import facts, read

ITEM = Pick("catalogue", page=6)


def codes(begun: object) -> list[str]:
    return [option.code for option in ITEM.options(begun, facts())]  # type: ignore[arg-type]


def test_categories_come_first() -> None:
    assert codes(None) == ["c.desks", "c.chairs", "c.floors"]


def test_a_category_shows_its_things_and_a_way_back() -> None:
    begun = read(ITEM, Tapped("c.chairs"))

    assert codes(begun) == ["i.C-1", "i.C-2", "all"]
    assert codes(read(ITEM, Tapped("all"), begun)) == codes(None)


def test_a_long_category_has_pages() -> None:
    first = read(ITEM, Tapped("c.desks"))
    middle = read(ITEM, Tapped("p.desks.1"), first)
    last = read(ITEM, Tapped("p.desks.99"), middle)

    assert codes(first)[5:] == ["i.D-6", "p.desks.1", "all"]
    assert codes(middle)[:2] == ["i.D-7", "i.D-8"]
    assert codes(middle)[6:] == ["p.desks.0", "p.desks.2", "all"]
    assert codes(last) == ["i.D-19", "i.D-20", "p.desks.2", "all"]


def test_a_thing_is_chosen_by_its_code() -> None:
    assert read(ITEM, Tapped("i.C-2")) == "C-2"
    assert read(ITEM, Tapped("i.X-9")) == Rejected("not-offered")
    assert read(ITEM, Tapped("c.planes")) == Rejected("not-offered")


def test_a_typed_word_shows_what_it_may_mean() -> None:
    begun = read(ITEM, "fauteuil ")

    assert read(ITEM, "bureau 1") == {
        "hits": ["D-1", *(f"D-{n}" for n in range(10, 17))],
        "word": "bureau 1",
    }
    assert begun == "C-2"


def test_an_unknown_word_is_answered_with_a_suggestion() -> None:
    assert read(ITEM, "moquete") == Rejected(
        "pick-unknown-like", {"word": "moquete", "like": "Moquette"}
    )
    assert read(ITEM, "zzz") == Rejected("pick-unknown", {"word": "zzz"})


def test_a_thing_taken_off_the_shelf_can_no_longer_stand() -> None:
    assert ITEM.still("C-1", facts()) is None
    assert ITEM.still("gone", facts()) == Rejected("not-offered")


def test_the_catalogue_of_the_trade_is_a_shelf() -> None:
    known = {"catalogue": shipped_catalogue()}
    before = ExamplePerson().until("lines.0.item").session

    found, _ = advance(before, Answer(Typed("frigo")), known)
    offered = ITEM.options(at(found).draft, Facts(known, SimpleNamespace()))
    chosen, _ = advance(found, Answer(Tapped("i.CUI-04")), known)

    assert "i.CUI-04" in [option.code for option in offered]
    assert chosen.answers["lines.0.item"] == "CUI-04"


def test_things_are_named_in_the_persons_language() -> None:
    assert ITEM.show("C-2", "", facts(), say("fr")) == "Fauteuil"
    assert ITEM.show("C-2", "", facts(), say("en")) == "Armchair"
