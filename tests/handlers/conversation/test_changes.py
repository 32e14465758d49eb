"""Back, edit, keep, remove and add."""

import pytest

from handlers.conversation.engine import (
    Add,
    Asked,
    Back,
    Edit,
    Finished,
    Refused,
    Remove,
    Stale,
)
from handlers.conversation.kinds import Rejected
from tests.handlers.conversation.example_person import ExamplePerson, at


def test_back_asks_the_question_before_and_keeps_its_answer() -> None:
    person = ExamplePerson().until("siret")

    outcome = person.moves(Back())

    assert outcome == Asked(at(person.session))
    assert (person.path, person.raw("phone")) == ("phone", "+33639980001")


def test_back_and_keep_return_to_the_same_place() -> None:
    person = ExamplePerson().until("tools")
    before = person.session

    person.taps("back")
    person.taps("keep")

    assert (person.path, person.session.answers) == ("tools", before.answers)


def test_back_goes_further_back_each_time() -> None:
    person = ExamplePerson().until("tools")

    paths = []
    for _ in range(3):
        person.taps("back")
        paths.append(person.path)

    assert paths == ["floor", "access", "postcode"]


def test_back_at_the_beginning_stays_there() -> None:
    person = ExamplePerson()
    before = person.session

    assert person.moves(Back()) == Asked(at(before))
    assert person.session == before


def test_back_from_after_a_group_asks_whether_that_was_all() -> None:
    person = ExamplePerson().until("photos")

    person.taps("back")

    assert person.path == "lines.1.item"
    assert at(person.session).ends


def test_back_and_that_is_all_again_return_to_the_same_place() -> None:
    person = ExamplePerson().until("photos")
    before = person.session

    person.taps("back")
    person.taps("enough")

    assert (person.path, person.session.answers) == ("photos", before.answers)


def test_back_does_not_lose_photos_that_wait_for_done() -> None:
    person = ExamplePerson().until("photos").with_photos("a", "b")

    person.taps("back")
    person.taps("enough")

    assert person.path == "photos"
    assert len(person.draft["open"]) == 2


def test_an_item_begun_by_mistake_can_be_dropped_with_that_is_all() -> None:
    person = ExamplePerson().until("lines.1.quantity", lines=2)

    person.taps("back")
    assert at(person.session).ends
    person.taps("enough")

    assert person.path == "photos"
    assert not [path for path in person.session.answers if path.startswith("lines.1")]


def test_a_whole_item_is_not_dropped_with_that_is_all() -> None:
    person = ExamplePerson().until("lines.1.state", lines=2)
    person.taps("good")
    person.taps("yes")

    for _ in range(4):
        person.taps("back")

    assert person.path == "lines.1.item"
    assert not at(person.session).ends


def test_edit_asks_again_and_returns_to_the_review() -> None:
    person = ExamplePerson().until("reviewed")

    person.moves(Edit("name"))
    assert person.path == "name"
    person.says("Samira")

    assert (person.path, person.raw("name")) == ("reviewed", "Samira")


@pytest.mark.parametrize("leave", ["keep", "back"])
def test_an_edit_left_alone_changes_nothing(leave: str) -> None:
    person = ExamplePerson().until("reviewed")
    before = person.session.answers

    person.moves(Edit("tools"))
    person.taps("+straps")
    person.taps(leave)

    assert (person.path, person.session.answers) == ("reviewed", before)


def test_an_edit_begins_from_the_old_ticks() -> None:
    person = ExamplePerson().until("reviewed")

    person.moves(Edit("tools"))
    assert person.buttons[:3] == ["☑ Scie", "☐ Diable", "☐ Sangles"]
    person.taps("+straps")
    person.taps("done")

    assert person.raw("tools") == ["saw", "straps"]


def test_an_edit_of_an_item_asks_its_first_question() -> None:
    person = ExamplePerson().until("reviewed")

    person.moves(Edit("lines.0"))

    assert person.path == "lines.0.item"


def test_an_edit_that_opens_a_branch_asks_what_it_needs() -> None:
    person = ExamplePerson().until("access")
    person.taps("ground")
    person.until("reviewed")

    person.moves(Edit("access"))
    person.taps("lift")

    assert person.path == "floor"
    person.says("2")
    assert person.path == "lines.0.fits"
    person.taps("no")
    assert person.path == "reviewed"


@pytest.mark.parametrize("path", ["", "nowhere", "lines.9", "lines.9.item", "reviewed", "note~"])
def test_what_is_not_there_cannot_be_edited(path: str) -> None:
    person = ExamplePerson().until("lines.0.quantity")
    before = person.session

    assert person.moves(Edit(path)) == Stale(at(before))
    assert person.session == before


def test_removing_an_item_closes_the_gap() -> None:
    person = ExamplePerson().until("lines.0.item")
    person.with_lines("C-1", "C-2", "D-1").until("reviewed")

    person.moves(Remove("lines.1"))

    assert person.path == "reviewed"
    kept = {path: raw for path, raw in person.session.answers.items() if path.endswith(".item")}
    assert kept == {"lines.0.item": "C-1", "lines.1.item": "D-1"}


def test_removing_the_last_item_asks_for_one() -> None:
    person = ExamplePerson().until("reviewed")

    person.moves(Remove("lines.0"))

    assert person.path == "lines.0.item"
    assert not at(person.session).ends


def test_an_inner_item_can_be_removed() -> None:
    person = ExamplePerson().until("reviewed", parts=2)

    person.moves(Remove("lines.0.parts.0"))

    assert person.path == "lines.0.parts.1.name"
    person.taps("enough")
    assert person.path == "reviewed"


@pytest.mark.parametrize("path", ["lines.5", "lines", "", "lines.x", "name", "lines.0.item"])
def test_what_is_no_item_cannot_be_removed(path: str) -> None:
    person = ExamplePerson().until("reviewed")
    before = person.session

    assert person.moves(Remove(path)) == Stale(at(before))
    assert person.session == before


def test_one_more_item_can_be_added_after_that_is_all() -> None:
    person = ExamplePerson().until("reviewed")

    person.moves(Add("lines"))
    assert person.path == "lines.1.item"
    person.taps("enough")

    assert person.path == "reviewed"


@pytest.mark.parametrize("path", ["name", "lines.0", "nowhere"])
def test_nothing_can_be_added_to_what_is_no_closed_group(path: str) -> None:
    person = ExamplePerson().until("reviewed")
    before = person.session

    assert person.moves(Add(path)) == Stale(at(before))


def test_every_change_makes_older_buttons_old() -> None:
    for move in (Back(), Edit("name"), Remove("lines.0"), Add("lines")):
        person = ExamplePerson().until("reviewed")
        turn = person.session.turn
        person.moves(move)
        assert person.session.turn == turn + 1


def test_a_finished_form_can_be_opened_again_and_must_be_confirmed_again() -> None:
    person = ExamplePerson()
    person.finishes()

    person.moves(Edit("name"))
    person.says("Samira")

    assert person.path == "reviewed"
    assert isinstance(person.taps("send"), Finished)


def test_a_group_cannot_be_ended_before_its_least() -> None:
    person = ExamplePerson().until("lines.0.item")
    before = person.session

    assert person.taps("enough") == Refused(at(before), Rejected("not-offered"))
    assert person.session == before


def test_an_item_of_a_closed_group_is_not_dropped_with_that_is_all() -> None:
    person = (
        ExamplePerson().until("lines.0.item").with_lines("C-1", "C-2").until("reviewed", lines=2)
    )

    person.moves(Edit("lines.1.state"))
    person.taps("broken")
    assert person.path == "lines.1.parts.0.name"
    person.moves(Edit("lines.1.item"))

    assert not at(person.session).ends
