"""Usual answers: one tap answers a run of questions, and each can be changed afterwards."""

from datetime import date
from typing import Any

from domain.activities import Parking
from domain.catalogue import shipped_catalogue
from handlers.conversation.engine import Answer, Edit, Session, advance, begin
from handlers.conversation.form import usual_from
from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.render import render
from handlers.flows.request import Request
from handlers.words.catalogue import Words

SAY = Words.load().say("fr")
KNOWN: dict[str, Any] = {"catalogue": shipped_catalogue(), "today": date(2026, 11, 24)}


def at_floor() -> Session:
    place = {"address": "12 rue Hoche", "postcode": "93500"}
    return begin(Request, {"activities": ["clearance"], **place, "road": "detail"})


def at_road() -> Session:
    return begin(Request, {"activities": ["clearance"], "address": "12 rue Hoche, 93500 Pantin"})


def gives(session: Session, given: Given) -> Session:
    return advance(session, Answer(given), KNOWN, SAY)[0]


def path(session: Session) -> str:
    return getattr(session.stands, "path", "")


def test_one_tap_answers_a_run_of_questions() -> None:
    after = gives(at_floor(), Tapped("usual"))

    assert path(after) == "lines"
    assert after.answers == {
        **at_floor().answers,
        "floor": 0,
        "carry": 10,
        "parking": Parking.STREET,
        "occupied": False,
        "contact": "me",
    }


def test_the_road_has_a_usual_answer_too() -> None:
    after = gives(at_road(), Tapped("usual"))

    assert path(at_road()) == "road"
    assert path(after) == "lines"
    assert (after.answers["road"], after.answers["floor"]) == ("detail", 0)


def test_a_question_that_applies_now_and_then_is_never_guessed() -> None:
    usual = gives(at_floor(), Tapped("usual"))
    edited, _ = advance(usual, Edit("floor"), KNOWN, SAY)

    assert path(gives(edited, Typed("3"))) == "lift"


def test_the_button_stands_where_the_run_begins_and_not_in_an_edit() -> None:
    refused = advance(at_floor(), Answer(Typed("là-haut")), KNOWN, SAY)
    edited = advance(gives(at_floor(), Typed("2")), Edit("floor"), KNOWN, SAY)

    assert "🏠 Plain-pied, accès facile" in labels(*refused)
    assert "🏠 Plain-pied, accès facile" not in labels(*edited)


def labels(session: Session, outcome: Any) -> list[str]:
    screen = render(session, outcome, SAY, 1, KNOWN)
    return [button.text for row in screen.rows for button in row]


def test_a_question_without_usual_answers_has_none() -> None:
    assert usual_from(Request, "address") == {}
    assert path(gives(begin(Request), Tapped("usual"))) == "activities"
