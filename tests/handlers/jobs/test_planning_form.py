"""The planning form, answer by answer, without a database."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from handlers.conversation.engine import (
    Answer,
    Asked,
    Finished,
    Refused,
    Session,
    advance,
    begin,
    position,
)
from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.render import render
from handlers.conversation.screen import Screen
from handlers.conversation.vocabulary import needed_keys
from handlers.jobs.planning_form import PlanningForm, ids
from handlers.routing.form_endings import FORMS
from handlers.words.catalogue import Words
from tests.domain.candidate_cases import BENCH, MONDAY

WORDS = Words.load()
SAY = WORDS.say("fr")
KNOWN: dict[str, Any] = {"today": date(2026, 11, 23), "candidates": BENCH}


def give(session: Session, *givens: Given) -> tuple[Session, Any]:
    outcome: Any = None
    for given in givens:
        session, outcome = advance(session, Answer(given), KNOWN, SAY)
    return session, outcome


def shown(session: Session, outcome: Any = None) -> Screen:
    stands = position(session)
    assert not isinstance(stands, Finished)
    return render(session, outcome or Asked(stands), SAY, 1, KNOWN)


def labels(screen: Screen) -> list[str]:
    return [button.text for row in screen.rows for button in row]


@pytest.mark.parametrize("form", ["planning", "joining"])
@pytest.mark.parametrize("lang", WORDS.languages)
def test_every_sentence_of_the_forms_is_said(form: str, lang: str) -> None:
    assert needed_keys(FORMS[form]) <= WORDS.keys(lang)


def test_the_working_days_that_the_client_offered_can_be_tapped() -> None:
    assert labels(shown(begin(PlanningForm)))[:5] == [
        "lun. 14 déc.",
        "mar. 15 déc.",
        "mer. 16 déc.",
        "jeu. 17 déc.",
        "ven. 18 déc.",
    ]


def test_days_gone_by_are_not_offered_and_a_missed_deadline_offers_what_comes() -> None:
    late = KNOWN | {"today": date(2026, 12, 17)}
    session = begin(PlanningForm)
    first = position(session)
    assert not isinstance(first, Finished)
    assert labels(render(session, Asked(first), SAY, 1, late))[:2] == [
        "jeu. 17 déc.",
        "ven. 18 déc.",
    ]
    missed = KNOWN | {"today": date(2026, 12, 21)}
    assert labels(render(session, Asked(first), SAY, 1, missed))[0] == "lun. 21 déc."


def test_a_day_may_be_written_outside_of_the_offer_but_not_in_the_past() -> None:
    session, _ = give(begin(PlanningForm), Typed("23/12/2026"))
    assert session.answers["day"] == "2026-12-23"
    _, outcome = give(begin(PlanningForm), Typed("23/11/2025"))
    assert isinstance(outcome, Refused)
    assert outcome.rejected.code == "day-past"


def test_an_hour_is_tapped_or_written() -> None:
    for given in (Tapped("07:30"), Typed("7h30")):
        session, _ = give(begin(PlanningForm), Tapped("2026-12-14"), given)
        assert session.answers["hour"] == "07:30"
    _, outcome = give(begin(PlanningForm), Tapped("2026-12-14"), Typed("22h"))
    assert isinstance(outcome, Refused)


def test_who_cannot_come_is_marked_with_the_reason_and_who_may_lead_with_a_star() -> None:
    session, _ = give(begin(PlanningForm), Tapped("2026-12-14"), Tapped("07:30"))
    assert labels(shown(session))[:4] == [
        "☐ Ali ★",
        "☐ ⛔ Bintou · INT-2026-0009",
        "☐ Chen",
        "☐ Driss ★",
    ]
    later, _ = give(begin(PlanningForm), Tapped("2026-12-14"), Tapped("13:00"))
    assert labels(shown(later))[1] == "☐ ⛔ Bintou · plus de 10 h"


def test_only_those_chosen_who_may_lead_are_offered_to_lead() -> None:
    session, _ = give(
        begin(PlanningForm),
        *(Tapped(code) for code in ("2026-12-14", "07:30", "+1", "+3", "done")),
    )
    assert labels(shown(session))[0] == "Ali"
    assert "Driss" not in labels(shown(session))
    _, outcome = give(session, Tapped("4"))
    assert isinstance(outcome, Refused)


def test_a_vehicle_on_another_job_is_marked() -> None:
    taps = ("2026-12-14", "07:30", "+1", "+3", "done", "skip")
    session, _ = give(begin(PlanningForm), *(Tapped(code) for code in taps))
    assert labels(shown(session))[:2] == ["⛔ Camion", "Fourgon"]


def test_the_finished_form_is_the_plan() -> None:
    taps = ("2026-12-14", "07:30", "+1", "+3", "done", "1", "2")
    _, outcome = give(begin(PlanningForm), *(Tapped(code) for code in taps))
    assert outcome == Finished(PlanningForm(MONDAY, time(7, 30), ("1", "3"), "1", "2"))
    assert ids(outcome.value.crew) == (1, 3)


def test_one_thing_is_asked_again_with_the_rest_as_it_was() -> None:
    answers: dict[str, Any] = {
        "day": "2026-12-14",
        "hour": "07:30",
        "crew": ["1", "3"],
        "leader": None,
        "vehicle": "2",
    }
    session = replace(begin(PlanningForm, answers), editing="crew")
    screen = shown(session)
    assert "☑ Ali ★" in labels(screen)
    assert any("Ali, Chen" in label for label in labels(screen))  # keep as it was
    _, outcome = give(session, Tapped("-3"), Tapped("+4"), Tapped("done"))
    assert outcome == Finished(PlanningForm(MONDAY, time(7, 30), ("1", "4"), None, "2"))
