"""The tables of routing are composed of what features declare, and nothing is declared in vain."""

import pytest

from bot.errands.errand_check import ErrandsDiffer, check_errands
from domain.people import RIGHTS, Action
from domain.reminders import ReminderKind
from handlers.context.feature import SubjectKind
from handlers.routing import menus
from handlers.routing.features import (
    CALLBACKS,
    COMMANDS,
    DEEP_LINKS,
    ERRANDS,
    FORM_ENDINGS,
    NameTaken,
    NoCheck,
    NoReminderHandler,
    check_reminders,
    check_rights,
    compose,
)

ASKED_IN_PASSING = {Action.SEE_FEED}  # by the group's /status, which no feature offers


def test_a_name_that_is_taken_twice_is_refused() -> None:
    with pytest.raises(NameTaken, match="go: jobs and quotes"):
        compose([("jobs", {"go": 1}), ("quotes", {"come": 2, "go": 3})])


def test_a_right_that_nobody_could_decide_on_its_subject_is_refused() -> None:
    with pytest.raises(NoCheck):
        check_rights([(Action.LEAD_JOB, SubjectKind.SITE)])


def test_a_kind_of_reminder_that_no_feature_sends_is_refused() -> None:
    check_reminders(ReminderKind)
    with pytest.raises(NoReminderHandler, match="eve"):
        check_reminders(set(ReminderKind) - {ReminderKind.EVE})


def test_every_right_is_asked_by_something() -> None:
    tables = (CALLBACKS, DEEP_LINKS, COMMANDS)
    asked = {entry.action for table in tables for entry in table.values()}
    asked |= {ending.action for _, ending in FORM_ENDINGS.values()}
    assert {*RIGHTS} == (asked | ASKED_IN_PASSING) - {None}


def test_menus_offer_only_commands_that_exist() -> None:
    offered = {*menus.ALONE, *menus.LEADING, *menus.GROUP, "books"}.union(*menus.STAFF.values())
    assert offered <= COMMANDS.keys()


def test_an_errand_that_nobody_does_is_refused_at_the_start() -> None:
    with pytest.raises(ErrandsDiffer, match="poster"):
        check_errands({*ERRANDS} - {"poster"})


def test_an_errand_that_no_feature_hands_over_is_refused_at_the_start() -> None:
    with pytest.raises(ErrandsDiffer, match="wash"):
        check_errands({*ERRANDS, "wash"})
