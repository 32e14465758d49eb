"""Answers that come twice, and replies to older prompts."""

from handlers.conversation.engine import (
    Answer,
    Asked,
    Finished,
    Refused,
    Repeated,
    Stale,
    advance,
    begin,
)
from handlers.conversation.form import ask, form
from handlers.conversation.given import Typed
from handlers.conversation.kinds import Integer, Rejected, Text
from tests.handlers.conversation.example_person import ExamplePerson, at


@form("two")
class Two:
    """Two questions that may have the same words for an answer."""

    floor: int = ask(Integer(0, 9))
    note: str = ask(Text())


def test_the_same_words_after_a_doubtful_prompt_are_a_repeat() -> None:
    person = ExamplePerson(begin(Two))
    person.moves(Answer(Typed("3"), doubtful=True))

    assert person.says("3") == Repeated(at(person.session))
    assert person.session.answers == {"floor": 3}


def test_a_repeat_is_believed_the_second_time() -> None:
    person = ExamplePerson(begin(Two))
    person.moves(Answer(Typed("3"), doubtful=True))

    person.says("3")

    assert person.says("3") == Finished(Two(3, "3"))


def test_a_repeat_is_known_after_the_next_question_was_doubtful_too() -> None:
    person = ExamplePerson(begin(Two))
    person.moves(Answer(Typed("3"), doubtful=True))

    assert person.moves(Answer(Typed("3"), doubtful=True)) == Repeated(at(person.session))


def test_other_words_after_a_doubtful_prompt_are_an_answer() -> None:
    person = ExamplePerson(begin(Two))
    person.moves(Answer(Typed("3"), doubtful=True))

    assert person.says("4") == Finished(Two(3, "4"))


def test_the_same_words_without_doubt_are_an_answer() -> None:
    person = ExamplePerson(begin(Two))
    person.says("3")

    assert person.says("3") == Finished(Two(3, "3"))


def test_a_reply_to_the_prompt_itself_is_no_repeat() -> None:
    person = ExamplePerson(begin(Two))
    person.moves(Answer(Typed("3"), doubtful=True))

    outcome = person.moves(Answer(Typed("3"), path="note"))

    assert outcome == Finished(Two(3, "3"))


def test_a_reply_to_an_old_prompt_replaces_that_answer_and_keeps_the_place() -> None:
    person = ExamplePerson().until("access")
    turn = person.session.turn

    outcome = person.moves(Answer(Typed("Claire Martin"), path="name"))

    assert outcome == Asked(at(person.session), noted="name")
    assert (person.path, person.session.turn) == ("access", turn)
    assert person.raw("name") == "Claire Martin"


def test_a_reply_that_does_not_fit_leaves_the_old_answer() -> None:
    person = ExamplePerson().until("access")

    outcome = person.moves(Answer(Typed("12"), path="name"))

    assert outcome == Refused(at(person.session), Rejected("needs-letter"), about="name")
    assert person.raw("name") == "Claire Dubois"


def test_a_reply_that_changes_the_branch_moves_on_with_a_new_turn() -> None:
    person = ExamplePerson().until("floor")
    turn = person.session.turn

    person.moves(Answer(Typed("De plain-pied"), path="access"))

    assert (person.path, person.session.turn) == ("tools", turn + 1)


def test_a_reply_to_a_question_not_answered_yet_does_nothing() -> None:
    person = ExamplePerson().until("access")
    before = person.session

    assert person.moves(Answer(Typed("x"), path="note")) == Stale(at(before))
    assert person.session == before


def test_a_reply_that_leaves_a_choice_opens_that_question() -> None:
    person = ExamplePerson().until("reviewed")

    person.moves(Answer(Typed("lundi prochain"), path="earliest"))

    assert person.path == "earliest"
    assert person.buttons[:2] == ["lun. 30 nov.", "lun. 7 déc."]
    assert person.raw("earliest") == "2026-11-30"


def test_a_reply_whose_facts_are_not_loaded_asks_there_again() -> None:
    person = ExamplePerson().until("agreed")
    session, outcome = advance(
        person.session, Answer(Typed("demain"), path="earliest"), facts={}, say=person.say
    )

    assert outcome == Asked(at(session))
    assert at(session).path == "earliest"
