"""Declaring a form: mistakes are found when it is declared."""

from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest

from handlers.conversation.form import ask, each, form, form_of, registry
from handlers.conversation.kinds import Choice, Integer, Photos, Text
from handlers.conversation.kinds.pick import Pick
from handlers.conversation.vocabulary import needed_keys
from handlers.words.catalogue import missing_keys
from tests.handlers.conversation.example import Access, Line, Part, State, Visit
from tests.handlers.conversation.example_words import words


def test_a_form_is_a_frozen_value() -> None:
    line = Line("C-1", Decimal(1), State.GOOD, None, ())

    assert line == Line(item="C-1", quantity=Decimal(1), state=State.GOOD, fits=None, parts=())
    with pytest.raises(FrozenInstanceError):
        line.item = "C-2"  # type: ignore[misc]


def test_a_form_knows_its_name_version_and_questions() -> None:
    spec = form_of(Visit)

    assert (spec.name, spec.version) == ("visit", 3)
    assert [step.name for step in spec.steps][:3] == ["name", "phone", "siret"]
    assert registry(Visit, Part) == {"visit": Visit, "part": Part}


def test_a_class_that_is_no_form_cannot_repeat() -> None:
    with pytest.raises(TypeError, match="not a form"):
        each(str)


def test_every_field_is_a_question() -> None:
    with pytest.raises(TypeError, match="declared with ask or each"):

        @form("bad")
        class Bad:
            name: str = "x"


def test_a_form_asks_something() -> None:
    with pytest.raises(TypeError, match="asks something"):

        @form("empty")
        class Empty:
            pass


def test_a_name_must_fit_in_a_path() -> None:
    with pytest.raises(TypeError, match="small ASCII letters"):

        @form("bad")
        class Bad:
            Floor: int = ask(Integer(0, 1))


def test_a_path_must_fit_on_a_button() -> None:
    with pytest.raises(TypeError, match="longer than a button"):

        @form("bad")
        class Bad:
            name_that_is_much_longer_than_it_should_be: str = ask(Text())


def test_the_first_question_of_a_group_always_applies() -> None:
    @form("inner")
    class Inner:
        name: str | None = ask(Text(), optional=True)

    with pytest.raises(TypeError, match="always applies"):

        @form("outer")
        class Outer:
            inner: tuple[Inner, ...] = each(Inner)


def test_needs_of_the_kind_and_of_the_question_are_put_together() -> None:
    @form("needy")
    class Needy:
        item: str = ask(Pick("catalogue"), needs=("prices", "stock"))

    (step,) = form_of(Needy).steps
    assert getattr(step, "needs", None) == {"catalogue", "prices", "stock"}


def test_a_form_names_the_words_it_needs() -> None:
    @form("small")
    class Small:
        access: Access = ask(Choice(Access))
        photos: object = ask(Photos(0, 1))

    assert needed_keys(Small) == {
        "small-access",
        "small-access.ground",
        "small-access.stairs",
        "small-access.lift",
        "small-photos",
    }


def test_all_words_of_the_example_are_there() -> None:
    for lang in words().languages:
        assert needed_keys(Visit) <= words().keys(lang)
    assert missing_keys(words()) == {}
