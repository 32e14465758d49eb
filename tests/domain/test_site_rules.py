"""What holds at a place, and what it means for the night, the town and the tax."""

from datetime import date, time
from decimal import Decimal

import pytest

from domain.job_preferences import Bound, JobPreferences, Pemd, WastePaper
from domain.json_fields import from_json
from domain.site_rules import (
    Box,
    ClientRole,
    Confidential,
    Opening,
    Permit,
    SiteEntry,
    SiteRules,
    Welfare,
    in_low_emission_zone,
    permit_by,
)


@pytest.mark.parametrize(
    ("start", "end", "night"),
    [
        (time(8), time(17), False),
        (time(7), time(19), False),
        (time(6, 30), time(15), False),  # most of it is day
        (time(5), time(7), True),  # before 07:00
        (time(5), time(9), True),  # half of it
        (time(21), time(6), True),
        (time(22), time(22, 30), True),
        (time(18), time(23), False),
        (time(19), time(23), True),
        (time(20), time(9), True),  # over midnight, with an hour of either day
        (time(12), time(11), False),  # nearly all day long
    ],
)
def test_hours_are_of_the_night_where_half_of_them_lie_outside_the_day(
    start: time, end: time, night: bool
) -> None:
    assert Opening(start, end).is_night is night
    assert SiteRules(hours=Opening(start, end)).is_night is night


def test_who_said_nothing_works_by_day() -> None:
    assert SiteRules().is_night is False


@pytest.mark.parametrize(
    ("role", "billed"),
    [
        (None, None),
        (ClientRole.OWNER, "owner"),
        (ClientRole.TENANT, "owner"),
        (ClientRole.AGENT, "owner"),
        (ClientRole.MAIN, "builder"),
        (ClientRole.SUB, "builder"),
    ],
)
def test_the_role_says_whom_the_bill_goes_to(role: ClientRole | None, billed: str | None) -> None:
    assert SiteRules(role=role).billed == billed


def test_a_town_wants_fifteen_days_and_a_site_the_days_it_said() -> None:
    first = date(2026, 12, 14)
    assert permit_by(first) == date(2026, 11, 29)
    assert SiteRules(names_days=2).names_by(first) == date(2026, 12, 12)
    assert SiteRules(names_days=0).names_by(first) is None
    assert SiteRules().names_by(first) is None


def test_the_zone_for_clean_vehicles_is_greater_paris() -> None:
    assert [
        one for one in ("75", "77", "92", "93", "94", "95", "69") if in_low_emission_zone(one)
    ] == [
        "75",
        "92",
        "93",
        "94",
    ]


def test_what_was_said_is_written_plainly_and_read_back() -> None:
    rules = SiteRules(
        Permit.US,
        Opening(time(7, 30), time(16)),
        SiteEntry.INDUCTION,
        3,
        coactivity=False,
        confidential=Confidential.ARCHIVES,
        lift_size=Box(110, 140, 210),
        vehicle_height=Decimal("1.90"),
        welfare=(Welfare.WATER, Welfare.CHANGING),
    )
    plain = rules.plain()

    assert plain == {
        "permit": "us",
        "hours": "07:30–16:00",
        "entry": "induction",
        "names_days": 3,
        "coactivity": False,
        "confidential": "archives",
        "lift_size": "110x140x210",
        "vehicle_height": "1.90",
        "welfare": ["water", "changing"],
    }
    assert from_json(SiteRules, plain) == rules
    assert from_json(SiteRules, None) == SiteRules()
    assert from_json(SiteRules, {**plain, "of_a_later_release": 1}) == rules


def test_wishes_are_written_plainly_and_read_back() -> None:
    wishes = JobPreferences(
        phases=3,
        reuse_contract=False,
        bounds=(),
        pemd=Pemd.UNKNOWN,
        budget=Decimal("12000.50"),
        decision=date(2026, 12, 1),
        papers=(WastePaper.CO2,),
    )
    plain = wishes.plain()

    assert plain == {
        "phases": 3,
        "reuse_contract": False,
        "bounds": [],
        "pemd": "unknown",
        "budget": "12000.50",
        "decision": "2026-12-01",
        "papers": ["co2"],
    }
    assert from_json(JobPreferences, plain) == wishes
    assert from_json(JobPreferences, {"bounds": ["no_resale"]}) == JobPreferences(
        bounds=(Bound.NO_RESALE,)
    )
    assert from_json(JobPreferences, None) == JobPreferences()


def test_sizes_and_hours_read_what_they_write() -> None:
    opening, box = Opening(time(21), time(6)), Box(600, 60, 210)
    assert Opening.from_text(str(opening)) == opening
    assert Box.from_text(str(box)) == box
