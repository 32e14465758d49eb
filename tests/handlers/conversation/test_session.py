"""Sessions are stored as plain JSON and come back as they were."""

import json

import pytest

from handlers.conversation.engine import (
    Answer,
    Asked,
    Back,
    Finished,
    Session,
    advance,
    begin,
    load_session,
    needs_of,
    position,
    session_from,
)
from handlers.conversation.form import ask, form, registry
from handlers.conversation.given import Typed
from handlers.conversation.kinds import Integer, Text
from tests.handlers.conversation.example import FACTS, FORMS, Visit
from tests.handlers.conversation.example_person import GOOD, ExamplePerson, at


def through_json(session: Session) -> Session:
    loaded = load_session(FORMS, json.loads(json.dumps(session.dump())))
    assert loaded is not None
    return loaded


def test_a_stored_session_comes_back_the_same_at_every_question() -> None:
    person = ExamplePerson()
    while not isinstance(position(person.session), Finished):
        loaded = through_json(person.session)
        assert loaded == person.session
        assert position(loaded) == position(person.session)
        person.session = loaded
        question = at(person.session)
        if question.ends and question.number > 1:
            person.taps("enough")
        for given in () if question.ends and question.number > 1 else GOOD[question.key]:
            person.gives(given)
            person.session = through_json(person.session)


def test_an_edit_is_resumed() -> None:
    person = ExamplePerson().until("siret")
    person.moves(Back())

    assert at(through_json(person.session)).editing


def test_a_form_that_is_gone_is_none() -> None:
    assert load_session({}, begin(Visit).dump()) is None


def test_answers_of_every_older_version_are_brought_up_to_date() -> None:
    old = {"surname": "Dubois", "floor": "3"}

    first = session_from(Visit, 1, old, 5)
    second = session_from(Visit, 2, {"name": "Dubois", "floor": "3"}, 5)

    assert first.answers == second.answers == {"name": "Dubois", "floor": 3}
    assert first.turn == 5


def test_answers_of_a_newer_version_are_taken_as_far_as_they_go() -> None:
    session = session_from(Visit, 9, {"name": "Dubois", "phone": {"new": "shape"}}, 5)

    assert at(session).path == "phone"


@form("moving")
class Before:
    """As it was asked."""

    name: str = ask(Text())
    age: int = ask(Integer(0, 120))


@form("moving")
class After:
    """As it is asked after a deploy: a question more in front, one fewer behind."""

    name: str = ask(Text())
    town: str = ask(Text())


def test_a_question_added_by_a_deploy_is_asked_before_an_answer_is_taken() -> None:
    session, _ = advance(begin(Before), Answer(Typed("Claire")), FACTS)

    resumed = load_session(registry(After), session.dump())
    assert resumed is not None
    after, outcome = advance(resumed, Answer(Typed("39")), FACTS)

    assert outcome == Asked(at(after), unexpected=True)
    assert (at(after).path, after.answers) == ("town", {"name": "Claire"})


@pytest.mark.parametrize(
    ("path", "needs"),
    [
        ("name", set()),
        ("earliest", {"today"}),
        ("lines.0.item", {"catalogue"}),
        ("lines.0.quantity", {"catalogue"}),
        ("van", {"vans"}),
        ("reviewed", {"today", "catalogue", "vans"}),
    ],
)
def test_a_question_names_the_facts_it_needs(path: str, needs: set[str]) -> None:
    assert needs_of(ExamplePerson().until(path).session) == needs


def test_a_reply_needs_the_facts_of_its_question_too() -> None:
    assert needs_of(ExamplePerson().until("agreed").session, "van") == {"vans"}


def test_a_finished_session_needs_nothing() -> None:
    person = ExamplePerson()
    person.finishes()

    assert needs_of(person.session) == frozenset()
