"""What is written again as answers of the form comes out as the same request."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from domain.activities import Activity
from domain.communes import Pin
from domain.inventory import Condition
from domain.job_preferences import JobPreferences
from domain.site_rules import (
    SiteRules,
)
from domain.survey import AsbestosSurvey, CutOff
from handlers.conversation.form import usual_from
from handlers.conversation.session import begin, load_session
from handlers.conversation.walk import walk
from handlers.inventory.inventory_state import DraftLine, InventoryDraft
from handlers.requests.prefill import all_of, brief_of, site_of
from handlers.requests.request_form import RequestForm, inventory_of
from handlers.requests.submission import asked as taken
from handlers.routing.form_endings import FORMS
from storage.request_content import RequestContent
from tests.handlers.requests.request_contents import (
    DAYS,
    DOOR,
    EVERY_RULE,
    EVERY_WISH,
    EVERYTHING,
    PANTIN,
    PLAIN,
)


@pytest.mark.parametrize(
    "asked",
    [
        PLAIN,
        EVERYTHING,
        replace(PLAIN, site=replace(PANTIN, address="Portail vert", pin=Pin(48.89, 2.41))),
        replace(PLAIN, activities=(Activity.SOFT_STRIP,), lines=(DOOR,), cut_off=CutOff.NO,
                asbestos=AsbestosSurvey.NO),
    ],
    ids=["plain", "everything", "pin", "fixed"],
)  # fmt: skip
def test_the_same_as_last_time_is_the_same(asked: RequestContent) -> None:
    again = walk(RequestForm, {**all_of(asked), **DAYS, "reviewed": True}).value

    assert taken(again) == asked


def test_everything_that_can_be_said_is_said_once_here() -> None:
    silent = {
        field.name for field in fields(JobPreferences) if getattr(EVERY_WISH, field.name) is None
    }
    assert silent == {"decision"}  # a day is of one time
    assert None not in {getattr(EVERY_RULE, field.name) for field in fields(SiteRules)}


def test_the_day_of_a_decision_is_not_told_again() -> None:
    wishes = replace(EVERY_WISH, decision=date(2026, 12, 1))
    again = walk(
        RequestForm, {**all_of(replace(EVERYTHING, wishes=wishes)), **DAYS, "reviewed": True}
    ).value
    assert taken(again) == EVERYTHING


def test_a_known_place_brings_its_rules_but_no_wishes() -> None:
    place = site_of(EVERYTHING)
    assert place["more"] == ["lift", "stairs", "vehicle", "welfare"]
    assert set(place).isdisjoint(field.name for field in fields(JobPreferences))
    rules = replace(EVERY_RULE, other_floors=None).plain()
    assert {name: place[name] for name in rules} == rules
    assert place["floor"] == [3, 1]


def test_what_was_told_before_there_were_rules_is_asked_for_them() -> None:
    old = replace(PLAIN, rules=SiteRules())
    session = begin(RequestForm, all_of(old))
    assert getattr(session.stands, "path", None) == "permit"
    after = {**session.answers, **usual_from(RequestForm, "permit")}
    assert getattr(begin(RequestForm, after).stands, "path", None) == "role"


def test_only_photos_days_and_words_are_asked_again() -> None:
    session = begin(RequestForm, all_of(EVERYTHING))
    assert getattr(session.stands, "path", None) == "photos"


def test_a_brief_request_is_asked_from_the_way_in_on() -> None:
    session = begin(RequestForm, brief_of(replace(PLAIN, brief=True, lines=())))

    assert getattr(session.stands, "path", None) == "floor"
    assert session.walked.find("earliest") is None  # it stands behind what is missing
    assert session.answers["photos"] is None  # those that were sent are not asked for again


FILE = {"file_id": "f", "unique_id": "u", "size": 3}
DOORS = InventoryDraft(
    (DraftLine("POR-02", Decimal(2)),)
).finished()  # part of a building, and not marked
WAY = {"floor": 0, "carry": 10, "parking": "dock", "occupied": False}


def test_a_draft_of_the_release_before_keeps_its_answers_about_fixed_items() -> None:
    answers = {
        "activity": "soft_strip",
        "address": "12 rue Hoche",
        "postcode": "93500",
        **WAY,
        "lines": DOORS,
        "asbestos": "yes",
        "asbestos_file": [FILE],
        "cut_off": "n_a",
    }
    old = {"form": "request", "version": 1, "turn": 9, "answers": answers}
    session = load_session(FORMS, old)
    assert session is not None
    beside = all_of(replace(PLAIN, activities=(Activity.SOFT_STRIP,)))
    told = walk(RequestForm, {**beside, **session.answers, **DAYS, "reviewed": True}).value

    assert told.activities == (Activity.SOFT_STRIP,)
    assert (told.asbestos, len(told.asbestos_file)) == (AsbestosSurvey.YES, 1)


def test_what_is_part_of_a_building_by_nature_is_asked_about_whatever_the_mark() -> None:
    row = replace(
        PLAIN, lines=(replace(DOOR, fixed=False),), asbestos=AsbestosSurvey.YES, cut_off=CutOff.NO
    )
    told = walk(RequestForm, {**all_of(row), **DAYS, "reviewed": True}).value

    assert (told.asbestos, told.cut_off) == (AsbestosSurvey.YES, CutOff.NO)


def test_a_line_marked_after_the_question_what_is_fixed_is_fixed_and_careful() -> None:
    both = (Activity.CLEARANCE, Activity.CAREFUL_REMOVAL)
    first = all_of(replace(PLAIN, activities=both))
    desk = DraftLine("BUR-01", Decimal(2), fixed=True)
    later = InventoryDraft((DraftLine("SIE-03", Decimal(4), Condition.C), desk)).finished()
    answers = {**first, "lines": later, "asbestos": "yes", "cut_off": "no"}
    told = walk(RequestForm, {**answers, **DAYS, "reviewed": True}).value

    assert [(line.fixed, line.careful) for line in inventory_of(told)] == [
        (False, False),
        (True, True),
    ]
