"""Answers that stay open: photos, ticks, a list leafed through."""

from handlers.conversation.engine import Answer, Asked, Refused, Stale
from handlers.conversation.given import SentDocument, Tapped
from handlers.conversation.kinds import Rejected
from tests.handlers.conversation.talk import Talk, at, photo


def test_each_photo_keeps_the_question_open() -> None:
    talk = Talk().until("photos")
    turn = talk.session.turn

    talk.gives(photo("a"))

    assert (talk.path, talk.session.turn) == ("photos", turn)
    assert "photos" in talk.session.answers


def test_done_appears_after_the_first_photo() -> None:
    talk = Talk().until("photos")
    assert "✔ Terminé" not in talk.buttons

    talk.gives(photo("a"))

    assert "✔ Terminé" in talk.buttons


def test_done_on_the_card_of_an_earlier_photo_counts() -> None:
    talk = Talk().until("photos")
    talk.gives(photo("a"))
    on_the_first_card = talk.session.turn
    talk.gives(photo("b"))
    talk.gives(photo("c"))

    talk.moves(Answer(Tapped("done"), turn=on_the_first_card))

    assert [one["unique_id"] for one in talk.raw("photos")] == [
        "unique-a",
        "unique-b",
        "unique-c",
    ]
    assert talk.path == "papers"


def test_done_tapped_twice_does_not_answer_the_next_question() -> None:
    talk = Talk().until("photos").with_photos("a")
    turn = talk.session.turn

    talk.moves(Answer(Tapped("done"), turn=turn))
    outcome = talk.moves(Answer(Tapped("done"), turn=turn))

    assert outcome == Stale(at(talk.session))
    assert talk.path == "papers"


def test_parts_of_an_album_come_in_any_order_and_more_than_once() -> None:
    talk = Talk().until("photos")
    for name in ("c", "a", "c", "b", "a"):
        talk.gives(photo(name, album="7"))
    talk.taps("done")

    names = [one["unique_id"] for one in talk.raw("photos")]
    assert names == ["unique-c", "unique-a", "unique-b"]


def test_an_album_that_is_too_long_keeps_the_first_ones() -> None:
    talk = Talk().until("photos")

    outcomes = [talk.gives(photo(str(n), album="7")) for n in range(6)]

    enough = Refused(at(talk.session), Rejected("photos-enough", {"most": 4}))
    assert outcomes[4:] == [enough, enough]
    talk.taps("done")
    assert len(talk.raw("photos")) == 4


def test_a_late_part_of_an_album_joins_the_others() -> None:
    talk = Talk().until("photos")
    talk.gives(photo("a", album="7"))
    talk.taps("done")
    turn = talk.session.turn

    outcome = talk.gives(photo("b", album="7"))

    assert outcome == Asked(at(talk.session), noted="photos")
    assert (talk.path, talk.session.turn) == ("papers", turn)
    assert len(talk.raw("photos")) == 2


def test_a_late_part_too_many_is_refused_where_it_belongs() -> None:
    talk = Talk().until("photos")
    for n in range(4):
        talk.gives(photo(str(n), album="7"))
    talk.taps("done")

    outcome = talk.gives(photo("x", album="7"))

    rejected = Rejected("photos-enough", {"most": 4})
    assert outcome == Refused(at(talk.session), rejected, about="photos")


def test_a_part_of_another_album_is_an_answer_of_its_own() -> None:
    talk = Talk().until("photos")
    talk.gives(photo("a", album="7"))
    talk.taps("done")

    talk.gives(photo("b", album="8"))

    assert len(talk.draft["open"]) == 1
    assert len(talk.raw("photos")) == 1


def test_a_photo_in_reply_to_the_photo_question_is_added() -> None:
    talk = Talk().until("photos").with_photos("a")
    talk.taps("done")

    talk.moves(Answer(photo("b"), path="photos"))

    assert len(talk.raw("photos")) == 2
    assert talk.path == "papers"


def test_a_file_that_is_too_big_leaves_the_others() -> None:
    talk = Talk().until("photos").with_photos("a")

    outcome = talk.gives(SentDocument("f", "u", "big.jpg", "image/jpeg", 25_000_000))

    assert outcome == Refused(at(talk.session), Rejected("file-too-big", {"most": 20}))
    assert len(talk.draft["open"]) == 1


def test_photos_can_be_begun_anew() -> None:
    talk = Talk().until("photos").with_photos("a", "b")

    talk.taps("clear")

    assert talk.draft == {"open": []}


def test_ticks_survive_until_done() -> None:
    talk = Talk().until("tools")
    turn = talk.session.turn

    talk.taps("+straps")
    talk.taps("+saw")
    talk.taps("+saw")
    talk.taps("-straps")
    talk.moves(Answer(Tapped("+trolley"), turn=turn))
    talk.taps("done")

    assert talk.raw("tools") == ["saw", "trolley"]


def test_a_tap_in_an_earlier_view_of_the_list_counts() -> None:
    talk = Talk().until("lines.0.item")
    at_the_categories = talk.session.turn
    talk.taps("c.desks")
    talk.taps("p.desks.1")

    talk.moves(Answer(Tapped("c.chairs"), turn=at_the_categories))
    talk.moves(Answer(Tapped("i.D-2"), turn=at_the_categories))

    assert talk.raw("lines.0.item") == "D-2"
