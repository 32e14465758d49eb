"""Usual answers: one tap answers a run of questions, and each can be changed afterwards."""

from typing import Any

import pytest

from domain.activities import Parking
from handlers.conversation.engine import Answer, Asked, Edit, Session, advance, begin
from handlers.conversation.form import usual_from
from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.render import render
from handlers.requests.request_form import RequestForm
from handlers.words.catalogue import Words
from tests.handlers.conversation.usual_answers import KNOWN, SAY, labels

WAY: dict[str, Any] = {"carry": 10, "parking": "street", "occupied": False, "contact": "me"}
NOTHING_SPECIAL: dict[str, Any] = {
    "permit": "no",
    "hours": "08:00–17:00",
    "entry": "free",
    "noise": "any",
    "coactivity": False,
    "owned": True,
    "confidential": "none",
    "more": [],
}


def at_floor() -> Session:
    place = {"address": "12 rue Hoche", "postcode": "93500"}
    return begin(RequestForm, {"activities": ["clearance"], **place, "detail": "detail"})


def at_detail() -> Session:
    return begin(
        RequestForm, {"activities": ["clearance"], "address": "12 rue Hoche, 93500 Pantin"}
    )


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
        **NOTHING_SPECIAL,
    }


def test_who_goes_question_by_question_skips_the_rules_of_the_place_with_one_tap() -> None:
    asked = begin(RequestForm, {**gives(at_floor(), Typed("0")).answers, **WAY})
    screen = render(asked, Asked(asked.stands), SAY, 1, KNOWN)  # type: ignore[arg-type]
    after = gives(asked, Tapped("usual"))

    assert path(asked) == "permit"
    assert [button.text for row in screen.rows for button in row][3] == "⚡ Rien de particulier"
    assert path(after) == "lines"
    assert after.answers == {**asked.answers, **NOTHING_SPECIAL}


def test_a_topic_that_is_ticked_asks_its_own_questions_only() -> None:
    way = {**gives(at_floor(), Typed("0")).answers, **WAY, **NOTHING_SPECIAL}
    asked = begin(RequestForm, {name: one for name, one in way.items() if name != "more"})
    ticked = gives(asked, Tapped("+stairs"))
    after = gives(ticked, Tapped("done"))

    assert path(ticked) == "more"
    assert path(after) == "building"
    width = gives(after, Typed("B, escalier 2"))
    assert path(width) == "stairs_width"
    assert path(gives(width, Typed("120"))) == "lines"


def test_the_size_of_a_lift_can_be_told_where_there_is_one_only() -> None:
    way = {**at_floor().answers, "floor": 3, **WAY, **NOTHING_SPECIAL, "more": None}
    climbs, rides = (begin(RequestForm, {**way, "lift": one}) for one in ("none", "goods"))

    assert "🛗 Taille de l’ascenseur" not in "".join(labels(climbs, Asked(climbs.stands)))  # type: ignore[arg-type]
    assert "🛗 Taille de l’ascenseur" in "".join(labels(rides, Asked(rides.stands)))  # type: ignore[arg-type]


def test_the_road_has_a_usual_answer_too() -> None:
    after = gives(at_detail(), Tapped("usual"))

    assert path(at_detail()) == "detail"
    assert path(after) == "lines"
    assert (after.answers["detail"], after.answers["floor"]) == ("detail", 0)


def test_a_question_that_applies_now_and_then_is_never_guessed() -> None:
    usual = gives(at_floor(), Tapped("usual"))
    edited, _ = advance(usual, Edit("floor"), KNOWN, SAY)

    assert path(gives(edited, Typed("3"))) == "lift"


def test_the_button_stands_where_the_run_begins_and_not_in_an_edit() -> None:
    refused = advance(at_floor(), Answer(Typed("là-haut")), KNOWN, SAY)
    edited = advance(gives(at_floor(), Typed("2")), Edit("floor"), KNOWN, SAY)

    assert "🏠 Plain-pied, accès facile" in labels(*refused)
    assert "🏠 Plain-pied, accès facile" not in labels(*edited)


def test_a_question_without_usual_answers_has_none() -> None:
    assert usual_from(RequestForm, "address") == {}
    assert path(gives(begin(RequestForm), Tapped("usual"))) == "activities"


def test_the_tap_says_what_it_has_answered() -> None:
    asked = begin(RequestForm, {**gives(at_floor(), Typed("0")).answers, **WAY})
    after, outcome = advance(asked, Answer(Tapped("usual")), KNOWN, SAY)
    screen = render(after, outcome, SAY, 1, KNOWN)

    assert screen.text.startswith("✓ ⚡ Rien de particulier")
    assert "pas d’autre entreprise" in screen.text.partition("\n")[0]


def test_a_reserved_space_needs_a_permit_and_is_not_told_that_it_does_not() -> None:
    way = {**gives(at_floor(), Typed("0")).answers, **WAY, "parking": "reserved"}
    asked = begin(RequestForm, way)
    permitted = gives(asked, Tapped("us"))
    after = gives(permitted, Tapped("usual"))

    assert "⚡ Rien de particulier" not in labels(asked, Asked(asked.stands))  # type: ignore[arg-type]
    assert path(gives(asked, Tapped("usual"))) == "permit"
    assert (path(permitted), path(after)) == ("hours", "lines")
    assert after.answers["permit"] == "us"


def test_what_was_answered_otherwise_is_not_answered_anew() -> None:
    asked = begin(RequestForm, {**at_floor().answers, "hours": "07:00–19:00"})

    assert "🏠 Plain-pied, accès facile" not in labels(asked, Asked(asked.stands))  # type: ignore[arg-type]
    assert path(gives(asked, Tapped("usual"))) == "floor"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_question_says_what_the_button_means(lang: str) -> None:
    say = Words.load().say(lang)
    for key in ("request-detail", "request-floor", "request-permit", "request-hours"):
        assert say.plain(f"{key}.means") in say.plain(f"{key}.hint")
