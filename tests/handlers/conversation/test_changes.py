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
from tests.handlers.conversation.talk import Talk, at


def test_back_asks_the_question_before_and_keeps_its_answer() -> None:
    talk = Talk().until("siret")

    outcome = talk.moves(Back())

    assert outcome == Asked(at(talk.session))
    assert (talk.path, talk.raw("phone")) == ("phone", "+33639980001")


def test_back_and_keep_return_to_the_same_place() -> None:
    talk = Talk().until("tools")
    before = talk.session

    talk.taps("back")
    talk.taps("keep")

    assert (talk.path, talk.session.answers) == ("tools", before.answers)


def test_back_goes_further_back_each_time() -> None:
    talk = Talk().until("tools")

    paths = []
    for _ in range(3):
        talk.taps("back")
        paths.append(talk.path)

    assert paths == ["floor", "access", "postcode"]


def test_back_at_the_beginning_stays_there() -> None:
    talk = Talk()
    before = talk.session

    assert talk.moves(Back()) == Asked(at(before))
    assert talk.session == before


def test_back_from_after_a_group_asks_whether_that_was_all() -> None:
    talk = Talk().until("photos")

    talk.taps("back")

    assert talk.path == "lines.1.item"
    assert at(talk.session).ends


def test_back_and_that_is_all_again_return_to_the_same_place() -> None:
    talk = Talk().until("photos")
    before = talk.session

    talk.taps("back")
    talk.taps("enough")

    assert (talk.path, talk.session.answers) == ("photos", before.answers)


def test_back_does_not_lose_photos_that_wait_for_done() -> None:
    talk = Talk().until("photos").with_photos("a", "b")

    talk.taps("back")
    talk.taps("enough")

    assert talk.path == "photos"
    assert len(talk.draft["open"]) == 2


def test_an_item_begun_by_mistake_can_be_dropped_with_that_is_all() -> None:
    talk = Talk().until("lines.1.quantity", lines=2)

    talk.taps("back")
    assert at(talk.session).ends
    talk.taps("enough")

    assert talk.path == "photos"
    assert not [path for path in talk.session.answers if path.startswith("lines.1")]


def test_a_whole_item_is_not_dropped_with_that_is_all() -> None:
    talk = Talk().until("lines.1.state", lines=2)
    talk.taps("good")
    talk.taps("yes")

    for _ in range(4):
        talk.taps("back")

    assert talk.path == "lines.1.item"
    assert not at(talk.session).ends


def test_edit_asks_again_and_returns_to_the_review() -> None:
    talk = Talk().until("reviewed")

    talk.moves(Edit("name"))
    assert talk.path == "name"
    talk.says("Samira")

    assert (talk.path, talk.raw("name")) == ("reviewed", "Samira")


@pytest.mark.parametrize("leave", ["keep", "back"])
def test_an_edit_left_alone_changes_nothing(leave: str) -> None:
    talk = Talk().until("reviewed")
    before = talk.session.answers

    talk.moves(Edit("tools"))
    talk.taps("+straps")
    talk.taps(leave)

    assert (talk.path, talk.session.answers) == ("reviewed", before)


def test_an_edit_begins_from_the_old_ticks() -> None:
    talk = Talk().until("reviewed")

    talk.moves(Edit("tools"))
    assert talk.buttons[:3] == ["☑ Scie", "☐ Diable", "☐ Sangles"]
    talk.taps("+straps")
    talk.taps("done")

    assert talk.raw("tools") == ["saw", "straps"]


def test_an_edit_of_an_item_asks_its_first_question() -> None:
    talk = Talk().until("reviewed")

    talk.moves(Edit("lines.0"))

    assert talk.path == "lines.0.item"


def test_an_edit_that_opens_a_branch_asks_what_it_needs() -> None:
    talk = Talk().until("access")
    talk.taps("ground")
    talk.until("reviewed")

    talk.moves(Edit("access"))
    talk.taps("lift")

    assert talk.path == "floor"
    talk.says("2")
    assert talk.path == "lines.0.fits"
    talk.taps("no")
    assert talk.path == "reviewed"


@pytest.mark.parametrize("path", ["", "nowhere", "lines.9", "lines.9.item", "reviewed", "note~"])
def test_what_is_not_there_cannot_be_edited(path: str) -> None:
    talk = Talk().until("lines.0.quantity")
    before = talk.session

    assert talk.moves(Edit(path)) == Stale(at(before))
    assert talk.session == before


def test_removing_an_item_closes_the_gap() -> None:
    talk = Talk().until("lines.0.item")
    talk.with_lines("C-1", "C-2", "D-1").until("reviewed")

    talk.moves(Remove("lines.1"))

    assert talk.path == "reviewed"
    kept = {path: raw for path, raw in talk.session.answers.items() if path.endswith(".item")}
    assert kept == {"lines.0.item": "C-1", "lines.1.item": "D-1"}


def test_removing_the_last_item_asks_for_one() -> None:
    talk = Talk().until("reviewed")

    talk.moves(Remove("lines.0"))

    assert talk.path == "lines.0.item"
    assert not at(talk.session).ends


def test_an_inner_item_can_be_removed() -> None:
    talk = Talk().until("reviewed", parts=2)

    talk.moves(Remove("lines.0.parts.0"))

    assert talk.path == "lines.0.parts.1.name"
    talk.taps("enough")
    assert talk.path == "reviewed"


@pytest.mark.parametrize("path", ["lines.5", "lines", "", "lines.x", "name", "lines.0.item"])
def test_what_is_no_item_cannot_be_removed(path: str) -> None:
    talk = Talk().until("reviewed")
    before = talk.session

    assert talk.moves(Remove(path)) == Stale(at(before))
    assert talk.session == before


def test_one_more_item_can_be_added_after_that_is_all() -> None:
    talk = Talk().until("reviewed")

    talk.moves(Add("lines"))
    assert talk.path == "lines.1.item"
    talk.taps("enough")

    assert talk.path == "reviewed"


@pytest.mark.parametrize("path", ["name", "lines.0", "nowhere"])
def test_nothing_can_be_added_to_what_is_no_closed_group(path: str) -> None:
    talk = Talk().until("reviewed")
    before = talk.session

    assert talk.moves(Add(path)) == Stale(at(before))


def test_every_change_makes_older_buttons_old() -> None:
    for move in (Back(), Edit("name"), Remove("lines.0"), Add("lines")):
        talk = Talk().until("reviewed")
        turn = talk.session.turn
        talk.moves(move)
        assert talk.session.turn == turn + 1


def test_a_finished_form_can_be_opened_again_and_must_be_confirmed_again() -> None:
    talk = Talk()
    talk.finishes()

    talk.moves(Edit("name"))
    talk.says("Samira")

    assert talk.path == "reviewed"
    assert isinstance(talk.taps("send"), Finished)


def test_a_group_cannot_be_ended_before_its_least() -> None:
    talk = Talk().until("lines.0.item")
    before = talk.session

    assert talk.taps("enough") == Refused(at(before), Rejected("not-offered"))
    assert talk.session == before


def test_an_item_of_a_closed_group_is_not_dropped_with_that_is_all() -> None:
    talk = Talk().until("lines.0.item").with_lines("C-1", "C-2").until("reviewed", lines=2)

    talk.moves(Edit("lines.1.state"))
    talk.taps("broken")
    assert talk.path == "lines.1.parts.0.name"
    talk.moves(Edit("lines.1.item"))

    assert not at(talk.session).ends
