"""Files sent at another question, and files that turn out to be unreadable."""

from handlers.conversation.engine import Asked, Refused
from handlers.conversation.given import UnreadablePicture
from handlers.conversation.kinds import Rejected
from tests.handlers.conversation.example_person import ExamplePerson, at, photo

GONE = UnreadablePicture("unique-a", "IMG_1.jpg", "broken")
WHY = Rejected("picture-broken", {"name": "IMG_1.jpg"})


def test_photos_wait_at_their_question_and_the_turn_stays() -> None:
    person = ExamplePerson().until("floor")
    turn = person.session.turn
    person.with_photos("a", "b")
    assert (person.path, person.session.turn) == ("floor", turn)
    assert isinstance(person.outcome, Asked)
    assert person.outcome.kept is not None
    assert person.outcome.kept.path == "photos"

    person.until("photos")
    assert [one["unique_id"] for one in person.draft["open"]] == ["unique-a", "unique-b"]
    assert "2 photos" in person.screen.text


def test_a_photo_that_comes_later_joins_those_that_are_answered() -> None:
    person = ExamplePerson().until("reviewed")
    person.gives(photo("z"))
    assert person.path == "reviewed"
    assert [one["unique_id"] for one in person.raw("photos")] == ["unique-a", "unique-z"]


def test_too_many_are_refused_where_they_are_sent() -> None:
    person = ExamplePerson().until("floor").with_photos("a", "b", "c", "d")
    before = person.session
    outcome = person.gives(photo("e"))
    assert outcome == Refused(at(before), Rejected("photos-enough", {"most": 4}), about="photos")
    assert person.session == before


def test_an_unreadable_picture_leaves_the_answer_that_is_begun() -> None:
    person = ExamplePerson().until("photos").with_photos("a", "b")
    assert person.gives(GONE) == Refused(at(person.session), WHY)
    assert [one["unique_id"] for one in person.draft["open"]] == ["unique-b"]


def test_the_last_one_makes_its_question_stand_again() -> None:
    person = ExamplePerson().until("earliest")
    turn = person.session.turn
    assert person.gives(GONE) == Refused(at(person.session), WHY)
    assert (person.path, person.session.turn) == ("photos", turn + 1)


def test_one_that_was_taken_out_meanwhile_changes_nothing() -> None:
    person = ExamplePerson().until("photos").with_photos("b")
    before = person.session
    person.gives(GONE)
    assert person.session is before
