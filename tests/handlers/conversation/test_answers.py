"""One answer: taken, refused, repeated, out of date, or meant for another question."""

import pytest

from handlers.conversation.engine import (
    Answer,
    Asked,
    Cancel,
    Cancelled,
    Finished,
    Refused,
    Session,
    Stale,
    advance,
    begin,
    position,
)
from handlers.conversation.given import SentOther, SentVoice, Tapped, Typed
from handlers.conversation.kinds import Rejected
from tests.handlers.conversation.example import FACTS, Visit
from tests.handlers.conversation.example_person import ExamplePerson, at


def test_an_answer_is_kept_and_the_next_question_asked() -> None:
    person = ExamplePerson()

    outcome = person.says("Claire")

    assert outcome == Asked(at(person.session), noted="name")
    assert person.session == Session(
        Visit, {"name": "Claire"}, turn=1, last=("name", "Claire"), asked="phone"
    )


def test_a_refused_answer_changes_nothing() -> None:
    person = ExamplePerson().until("postcode")
    before = person.session

    outcome = person.says("BE-1000")

    assert outcome == Refused(at(before), Rejected("postcode-foreign", {"got": "text"}))
    assert person.session == before


@pytest.mark.parametrize(
    ("path", "given", "code", "got"),
    [
        ("name", SentOther("sticker"), "expected-text", "sticker"),
        ("access", Typed("par la fenêtre"), "expected-button", "text"),
        ("access", SentVoice("f", "u", 3), "expected-button", "voice"),
        ("floor", SentOther("video"), "expected-number", "video"),
        ("photos", Typed("non merci"), "expected-photo", "text"),
        ("photos", SentOther("video"), "expected-photo", "video"),
        ("place", Typed("ici"), "expected-place", "text"),
        ("earliest", SentOther("poll"), "expected-day", "poll"),
        ("reviewed", Typed("bof"), "expected-button", "text"),
    ],
)
def test_the_wrong_kind_of_answer_is_told_what_to_send(
    path: str, given: Typed, code: str, got: str
) -> None:
    person = ExamplePerson().until(path)

    assert person.gives(given) == Refused(at(person.session), Rejected(code, {"got": got}))


def test_typed_words_of_a_button_count_as_a_tap() -> None:
    person = ExamplePerson().until("access")

    person.says("  ESCALIER ")

    assert person.raw("access") == "stairs"


def test_without_words_a_label_is_only_text() -> None:
    person = ExamplePerson().until("access")

    _, outcome = advance(person.session, Answer(Typed("Escalier")), FACTS)

    assert isinstance(outcome, Refused)


@pytest.mark.parametrize(("said", "raw"), [("oui", True), ("OK", True), ("non", False)])
def test_yes_and_no_have_other_words(said: str, raw: bool) -> None:
    person = ExamplePerson().until("agreed")

    person.says(said)

    assert person.raw("agreed") is raw


def test_leaving_and_going_back_can_be_typed_where_words_are_no_answer() -> None:
    assert ExamplePerson().until("phone").says("Arrêter") == Cancelled()
    back = ExamplePerson().until("phone")
    back.says("retour")
    assert back.path == "name"


def test_the_name_of_a_button_is_an_answer_where_words_are_asked() -> None:
    person = ExamplePerson()

    person.says("Retour")

    assert person.raw("name") == "Retour"


def test_skipping_can_be_said() -> None:
    person = ExamplePerson().until("note")

    person.says("Non")

    assert person.raw("note") is None
    assert person.path == "reviewed"


def test_a_question_that_must_be_answered_cannot_be_skipped() -> None:
    person = ExamplePerson().until("agreed")

    assert person.taps("skip") == Refused(at(person.session), Rejected("not-offered"))


def test_an_old_button_does_nothing_and_asks_nothing() -> None:
    person = ExamplePerson().until("access")
    old = person.session.turn
    person.taps("stairs")
    before = person.session

    assert person.moves(Answer(Tapped("lift"), turn=old)) == Stale(at(before))
    assert person.session == before


@pytest.mark.parametrize("code", ["back", "cancel", "keep", "skip", "enough", "done", "send"])
def test_an_old_button_of_any_kind_does_nothing(code: str) -> None:
    person = ExamplePerson().until("lines.1.item")
    before = person.session

    assert person.moves(Answer(Tapped(code), turn=before.turn - 1)) == Stale(at(before))
    assert person.session == before


def test_a_double_tap_does_one_thing() -> None:
    person = ExamplePerson().until("access")
    turn = person.session.turn

    person.moves(Answer(Tapped("lift"), turn=turn))
    once = person.session
    person.moves(Answer(Tapped("lift"), turn=turn))

    assert person.session == once


def test_cancelling_leaves_the_session_to_whoever_keeps_it() -> None:
    person = ExamplePerson().until("access")
    before = person.session

    assert person.moves(Cancel()) == Cancelled()
    assert person.session == before


def test_after_the_end_every_answer_finds_the_value() -> None:
    person = ExamplePerson()
    value = person.finishes()

    assert person.says("hello?") == Finished(value)
    assert person.taps("send") == Finished(value)


def test_a_form_that_changed_under_a_question_takes_no_answer_for_another() -> None:
    person = ExamplePerson().until("access")
    told = Session(Visit, {"name": "Claire"}, turn=4, asked="access")

    session, outcome = advance(told, Answer(Tapped("lift"), turn=4), person.facts)

    assert outcome == Asked(at(session), unexpected=True)
    assert (at(session).path, session.turn, session.answers) == ("phone", 5, {"name": "Claire"})


def test_what_can_no_longer_stand_is_asked_again_before_it_is_sent() -> None:
    person = ExamplePerson().until("reviewed")
    person.facts["today"] = person.facts["today"].replace(month=12, day=2)

    outcome = person.taps("send")

    assert isinstance(outcome, Refused)
    assert (outcome.question.path, outcome.rejected.code) == ("earliest", "day-past")
    assert person.path == "earliest"
    kept = person.taps("keep")
    assert isinstance(kept, Refused)
    person.says("7/12/2026")
    assert isinstance(person.taps("send"), Finished)


def test_a_withdrawn_option_is_asked_again_before_it_is_sent() -> None:
    person = ExamplePerson().until("reviewed")
    person.facts["vans"] = [("van-2", "Le petit")]

    person.taps("send")

    assert person.path == "van"


def test_position_does_not_change_a_session() -> None:
    session = begin(Visit)

    assert position(session) == position(session)
    assert session == begin(Visit)
