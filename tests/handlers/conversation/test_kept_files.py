"""Files sent at another question, and files that turn out to be unreadable."""

from handlers.conversation.engine import Asked, Refused
from handlers.conversation.given import UnreadablePicture
from handlers.conversation.kinds import Rejected
from tests.handlers.conversation.talk import Talk, at, photo

GONE = UnreadablePicture("unique-a", "IMG_1.jpg", "broken")
WHY = Rejected("picture-broken", {"name": "IMG_1.jpg"})


def test_photos_wait_at_their_question_and_the_turn_stays() -> None:
    talk = Talk().until("floor")
    turn = talk.session.turn
    talk.with_photos("a", "b")
    assert (talk.path, talk.session.turn) == ("floor", turn)
    assert isinstance(talk.outcome, Asked)
    assert talk.outcome.kept is not None
    assert talk.outcome.kept.path == "photos"

    talk.until("photos")
    assert [one["unique_id"] for one in talk.draft["open"]] == ["unique-a", "unique-b"]
    assert "2 photos" in talk.screen.text


def test_a_photo_that_comes_later_joins_those_that_are_answered() -> None:
    talk = Talk().until("reviewed")
    talk.gives(photo("z"))
    assert talk.path == "reviewed"
    assert [one["unique_id"] for one in talk.raw("photos")] == ["unique-a", "unique-z"]


def test_too_many_are_refused_where_they_are_sent() -> None:
    talk = Talk().until("floor").with_photos("a", "b", "c", "d")
    before = talk.session
    outcome = talk.gives(photo("e"))
    assert outcome == Refused(at(before), Rejected("photos-enough", {"most": 4}), about="photos")
    assert talk.session == before


def test_an_unreadable_picture_leaves_the_answer_that_is_begun() -> None:
    talk = Talk().until("photos").with_photos("a", "b")
    assert talk.gives(GONE) == Refused(at(talk.session), WHY)
    assert [one["unique_id"] for one in talk.draft["open"]] == ["unique-b"]


def test_the_last_one_makes_its_question_stand_again() -> None:
    talk = Talk().until("earliest")
    turn = talk.session.turn
    assert talk.gives(GONE) == Refused(at(talk.session), WHY)
    assert (talk.path, talk.session.turn) == ("photos", turn + 1)


def test_one_that_was_taken_out_meanwhile_changes_nothing() -> None:
    talk = Talk().until("photos").with_photos("b")
    before = talk.session
    talk.gives(GONE)
    assert talk.session is before
