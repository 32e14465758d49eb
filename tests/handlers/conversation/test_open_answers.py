"""Answers that stay open: photos, ticks, a list leafed through."""

from handlers.conversation.engine import Answer, Asked, Refused, Stale
from handlers.conversation.given import SentDocument, Tapped
from handlers.conversation.kinds import Rejected
from tests.handlers.conversation.example_person import ExamplePerson, at, photo


def test_each_photo_keeps_the_question_open() -> None:
    person = ExamplePerson().until("photos")
    turn = person.session.turn

    person.gives(photo("a"))

    assert (person.path, person.session.turn) == ("photos", turn)
    assert "photos" in person.session.answers


def test_done_appears_after_the_first_photo() -> None:
    person = ExamplePerson().until("photos")
    assert "✔ Terminé" not in person.buttons

    person.gives(photo("a"))

    assert "✔ Terminé" in person.buttons


def test_done_on_the_card_of_an_earlier_photo_counts() -> None:
    person = ExamplePerson().until("photos")
    person.gives(photo("a"))
    on_the_first_card = person.session.turn
    person.gives(photo("b"))
    person.gives(photo("c"))

    person.moves(Answer(Tapped("done"), turn=on_the_first_card))

    assert [one["unique_id"] for one in person.raw("photos")] == [
        "unique-a",
        "unique-b",
        "unique-c",
    ]
    assert person.path == "papers"


def test_done_tapped_twice_does_not_answer_the_next_question() -> None:
    person = ExamplePerson().until("photos").with_photos("a")
    turn = person.session.turn

    person.moves(Answer(Tapped("done"), turn=turn))
    outcome = person.moves(Answer(Tapped("done"), turn=turn))

    assert outcome == Stale(at(person.session))
    assert person.path == "papers"


def test_parts_of_an_album_come_in_any_order_and_more_than_once() -> None:
    person = ExamplePerson().until("photos")
    for name in ("c", "a", "c", "b", "a"):
        person.gives(photo(name, album="7"))
    person.taps("done")

    names = [one["unique_id"] for one in person.raw("photos")]
    assert names == ["unique-c", "unique-a", "unique-b"]


def test_an_album_that_is_too_long_keeps_the_first_ones() -> None:
    person = ExamplePerson().until("photos")

    outcomes = [person.gives(photo(str(n), album="7")) for n in range(6)]

    enough = Refused(at(person.session), Rejected("photos-enough", {"most": 4}))
    assert outcomes[4:] == [enough, enough]
    person.taps("done")
    assert len(person.raw("photos")) == 4


def test_a_late_part_of_an_album_joins_the_others() -> None:
    person = ExamplePerson().until("photos")
    person.gives(photo("a", album="7"))
    person.taps("done")
    turn = person.session.turn

    outcome = person.gives(photo("b", album="7"))

    assert outcome == Asked(at(person.session), noted="photos")
    assert (person.path, person.session.turn) == ("papers", turn)
    assert len(person.raw("photos")) == 2


def test_a_late_part_too_many_is_refused_where_it_belongs() -> None:
    person = ExamplePerson().until("photos")
    for n in range(4):
        person.gives(photo(str(n), album="7"))
    person.taps("done")

    outcome = person.gives(photo("x", album="7"))

    rejected = Rejected("photos-enough", {"most": 4})
    assert outcome == Refused(at(person.session), rejected, about="photos")


def test_a_part_of_another_album_is_an_answer_of_its_own() -> None:
    person = ExamplePerson().until("photos")
    person.gives(photo("a", album="7"))
    person.taps("done")

    person.gives(photo("b", album="8"))

    assert len(person.draft["open"]) == 1
    assert len(person.raw("photos")) == 1


def test_a_photo_in_reply_to_the_photo_question_is_added() -> None:
    person = ExamplePerson().until("photos").with_photos("a")
    person.taps("done")

    person.moves(Answer(photo("b"), path="photos"))

    assert len(person.raw("photos")) == 2
    assert person.path == "papers"


def test_a_file_that_is_too_big_leaves_the_others() -> None:
    person = ExamplePerson().until("photos").with_photos("a")

    outcome = person.gives(SentDocument("f", "u", "big.jpg", "image/jpeg", 25_000_000))

    assert outcome == Refused(at(person.session), Rejected("file-too-big", {"most": 20}))
    assert len(person.draft["open"]) == 1


def test_photos_can_be_begun_anew() -> None:
    person = ExamplePerson().until("photos").with_photos("a", "b")

    person.taps("clear")

    assert person.draft == {"open": []}


def test_ticks_survive_until_done() -> None:
    person = ExamplePerson().until("tools")
    turn = person.session.turn

    person.taps("+straps")
    person.taps("+saw")
    person.taps("+saw")
    person.taps("-straps")
    person.moves(Answer(Tapped("+trolley"), turn=turn))
    person.taps("done")

    assert person.raw("tools") == ["saw", "trolley"]


def test_a_tap_in_an_earlier_view_of_the_list_counts() -> None:
    person = ExamplePerson().until("lines.0.item")
    at_the_categories = person.session.turn
    person.taps("c.desks")
    person.taps("p.desks.1")

    person.moves(Answer(Tapped("c.chairs"), turn=at_the_categories))
    person.moves(Answer(Tapped("i.D-2"), turn=at_the_categories))

    assert person.raw("lines.0.item") == "D-2"
