"""One of several in one tap, several by ticking."""

from enum import Enum

from handlers.conversation.given import Tapped
from handlers.conversation.kind import OPEN
from handlers.conversation.kinds import OneOrMore
from tests.handlers.conversation.kinds.reading import code, facts, read


class Fruit(Enum):
    APPLE = "apple"
    PEAR = "pear"


KIND: OneOrMore[Fruit] = OneOrMore(Fruit)


def test_one_is_one_tap() -> None:
    assert [option.code for option in KIND.options(None, facts())] == ["apple", "pear", "several"]
    assert read(KIND, Tapped("pear")) == (Fruit.PEAR,)


def test_several_are_ticked_after_a_tap_that_asks_for_it() -> None:
    begun = read(KIND, Tapped("several"))
    one = read(KIND, Tapped("+pear"), begun)
    both = read(KIND, Tapped("+apple"), one)

    assert KIND.load(begun) is OPEN
    assert [option.code for option in KIND.options(begun, facts())] == ["+apple", "+pear"]
    assert [option.code for option in KIND.options(both, facts())] == ["-apple", "-pear", "done"]
    assert read(KIND, Tapped("done"), both) == (Fruit.APPLE, Fruit.PEAR)
    assert code(KIND, Tapped("done"), begun) == "choose-more"


def test_an_edit_begins_as_the_answer_was_given() -> None:
    assert KIND.reopen(["pear"]) is None
    assert KIND.reopen(["apple", "pear"]) == {"open": ["apple", "pear"]}


def test_what_is_not_offered_is_refused_in_both_ways() -> None:
    assert code(KIND, Tapped("plum")) == "not-offered"
    assert code(KIND, Tapped("pear"), {"open": []}) == "not-offered"
    assert code(KIND, "pear") == "expected-button"
