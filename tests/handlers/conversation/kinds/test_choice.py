"""Choices, ticks, yes and no."""

import pytest

from handlers.conversation.given import Tapped
from handlers.conversation.kinds import Choice, Confirm, MultiChoice, Option, Rejected
from tests.handlers.conversation.example import Access, Tool
from tests.handlers.conversation.example_words import say
from tests.handlers.conversation.kinds.reading import code, facts, read


def test_a_member_is_chosen_by_its_code() -> None:
    assert read(Choice(Access), Tapped("lift")) is Access.LIFT
    assert code(Choice(Access), Tapped("window")) == "not-offered"


def test_a_choice_can_be_coloured_and_narrowed() -> None:
    kind = Choice(
        Access, styles={Access.STAIRS: "danger"}, only=lambda _: {Access.STAIRS, Access.LIFT}
    )

    assert kind.options(None, facts()) == [
        Option("stairs", ".stairs", style="danger"),
        Option("lift", ".lift"),
    ]
    assert code(kind, Tapped("ground")) == "not-offered"


def test_a_choice_can_be_among_facts() -> None:
    kind = Choice(needs="vans")

    assert kind.needs == ("vans",)
    assert [option.text for option in kind.options(None, facts())] == [
        "Le grand camion",
        "Le petit <camion>",
    ]
    assert read(kind, Tapped("van-2")) == "van-2"
    assert kind.show("van-2", "", facts(), say()) == "Le petit <camion>"
    assert kind.still("van-3", facts()) == Rejected("not-offered")


def test_a_choice_is_among_one_thing() -> None:
    with pytest.raises(TypeError):
        Choice()  # type: ignore[call-overload]


def test_ticks_come_in_the_order_of_the_options() -> None:
    kind = MultiChoice(Tool)

    begun = read(kind, Tapped("+straps"))
    begun = read(kind, Tapped("+saw"), begun)

    assert begun == {"open": ["saw", "straps"]}
    assert read(kind, Tapped("done"), begun) == (Tool.SAW, Tool.STRAPS)


def test_done_needs_as_many_ticks_as_asked() -> None:
    assert code(MultiChoice(Tool), Tapped("done")) == "choose-more"
    assert read(MultiChoice(Tool, at_least=0), Tapped("done")) == ()


def test_done_is_shown_when_it_can_be_tapped() -> None:
    kind = MultiChoice(Tool)

    assert "done" not in [option.code for option in kind.options(None, facts())]
    assert [option.code for option in kind.options({"open": ["saw"]}, facts())] == [
        "-saw",
        "+trolley",
        "+straps",
        "done",
    ]


def test_yes_is_green_and_no_is_red() -> None:
    assert [(option.code, option.style) for option in Confirm().options(None, facts())] == [
        ("yes", "success"),
        ("no", "danger"),
    ]
    assert [read(Confirm(), Tapped(one)) for one in ("yes", "no")] == [True, False]
    assert code(Confirm(), Tapped("maybe")) == "not-offered"
