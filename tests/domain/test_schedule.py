"""The schedule says who is free, what is to be planned and what is in the way."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from domain.crews import Member
from domain.jobs import JobState
from domain.schedule import CREW_INCOMPLETE, Schedule, ScheduledJob, week_of
from tests.documents.schedules import (
    AWA,
    FATOU,
    FLEET,
    KARIM,
    MONDAY,
    MOUSSA,
    ROSTER,
    TRUCK,
    TUESDAY,
    VAN,
    away,
    day,
    job,
    week,
)


def rules(schedule: Schedule, of: ScheduledJob) -> list[str]:
    return [conflict.rule for conflict in schedule.conflicts(of)]


def names(members: list[Member]) -> list[str]:
    return [member.name.split()[0] for member in members]


@pytest.mark.parametrize("on", [MONDAY, date(2026, 12, 17), date(2026, 12, 20)])
def test_a_week_begins_on_monday(on: date) -> None:
    assert week_of(on) == tuple(MONDAY + timedelta(days=n) for n in range(7))


def test_who_has_a_job_or_is_away_is_not_free() -> None:
    shown = day(job(1, MONDAY, (AWA, MOUSSA), vehicle=VAN), absences=(away(KARIM, MONDAY, 7, 11),))

    assert names(shown.free_members(MONDAY)) == ["Fatou"]
    assert [vehicle.name for vehicle in shown.free_vehicles(MONDAY)] == ["Camion"]


def test_an_appointment_of_an_hour_leaves_somebody_free() -> None:
    shown = day(absences=(away(KARIM, MONDAY, 9, 10), away(AWA, MONDAY, 8, 12)))

    assert names(shown.free_members(MONDAY)) == ["Moussa", "Karim", "Fatou"]
    assert len(shown.absences_of(KARIM, MONDAY)) == 1


def test_nobody_is_free_outside_their_contract_and_no_van_that_is_out_of_service() -> None:
    leaving = replace(ROSTER[AWA], contract_end=MONDAY)
    coming = replace(ROSTER[MOUSSA], contract_start=TUESDAY)
    parked = replace(FLEET[VAN], out_from=MONDAY, out_until=MONDAY)
    shown = Schedule(week_of(MONDAY), (), {AWA: leaving, MOUSSA: coming}, {VAN: parked})

    assert names(shown.free_members(MONDAY)) == ["Awa"]
    assert names(shown.free_members(TUESDAY)) == ["Moussa"]
    assert (shown.free_vehicles(MONDAY), shown.free_vehicles(TUESDAY)) == ([], [parked])


def test_who_declined_is_free_again_and_the_job_lacks_somebody() -> None:
    of = job(1, MONDAY, (AWA, MOUSSA), declined=(MOUSSA,))
    shown = day(of)

    assert shown.of_member(MOUSSA, MONDAY) == []
    assert "Moussa" in names(shown.free_members(MONDAY))
    assert [(one.rule, one.params) for one in shown.conflicts(of)] == [
        (CREW_INCOMPLETE, {"count": 1})
    ]


def test_jobs_without_a_day_or_without_anybody_are_to_be_planned() -> None:
    undated, empty = job(1, None), job(2, MONDAY, state=JobState.DRAFT)
    planned, elsewhere = job(3, MONDAY, (AWA,)), job(4, MONDAY + timedelta(days=9))

    assert week(undated, empty, planned, elsewhere).unassigned == (undated, empty)


def test_somebody_and_a_van_in_two_places_at_once_are_in_the_way_on_that_day_alone() -> None:
    long = job(1, MONDAY, (AWA, MOUSSA), days=3, hours=48, vehicle=VAN)
    short = job(2, TUESDAY, (MOUSSA, KARIM), at=time(14), hours=6, vehicle=VAN)
    shown = week(long, short)

    assert rules(shown, long) == ["already_booked", "vehicle_already_booked"]
    assert [shown.is_against(long, on) for on in shown.days[:3]] == [False, True, False]


def test_jobs_one_after_the_other_are_not_in_the_way() -> None:
    morning = job(1, MONDAY, (AWA,), at=time(8), hours=4, vehicle=TRUCK)
    afternoon = job(2, MONDAY, (AWA,), at=time(12), hours=4, vehicle=TRUCK)

    assert rules(day(morning, afternoon), morning) == []
    assert [one.job.id for one in day(afternoon, morning).on(MONDAY)] == [1, 2]


def test_an_absence_is_in_the_way_of_a_job_until_it_is_done() -> None:
    of = job(1, MONDAY, (FATOU,))
    gone = (away(FATOU, MONDAY, 9, 10),)

    assert rules(day(of, absences=gone), of) == ["away"]
    done = replace(of, state=JobState.DONE)
    assert rules(day(done, absences=gone), done) == []


def test_who_left_the_roster_is_still_on_the_job_and_breaks_nothing() -> None:
    of = job(1, MONDAY, (AWA, MOUSSA), vehicle=VAN)
    shown = Schedule((MONDAY,), (of,), {AWA: ROSTER[AWA]}, {})

    assert [one.job.id for one in shown.of_member(AWA, MONDAY)] == [1]
    assert rules(shown, of) == []
