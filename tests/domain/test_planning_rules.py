"""One test for each planning rule, of the same name."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

from domain.calendar import PARIS, to_utc
from domain.crews import Certificate
from domain.planning import HARD, SOFT, Absence
from domain.windows import TimeWindow
from tests.domain.crew_cases import (
    ALI,
    BINTOU,
    CHEN,
    MONDAY,
    PLAN,
    VAN,
    broken,
    found,
    other,
    plan,
)

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


def test_a_sound_plan_breaks_no_rule() -> None:
    assert found(PLAN) == ()


def test_every_rule_has_its_test() -> None:
    tests = "".join(
        module.read_text("utf-8")
        for module in Path(__file__).parent.glob("test_planning_*rules.py")
    )

    for rule in (*HARD, *SOFT):
        assert f"def test_{rule.__name__}(" in tests


def test_already_booked() -> None:
    clash = {"name": "Bintou", "on": MONDAY, "job": 2, "number": "INT-2026-0002"}

    assert broken("already_booked", PLAN, other(crew=(2, 3))) == [clash]
    assert broken("already_booked", PLAN, other(crew=(3, 4))) == []
    # 08:00 to 15:30: seven hours and a break; windows are half-open.
    assert broken("already_booked", PLAN, other(crew=(2,), start_time=time(15, 30))) == []
    assert broken("already_booked", PLAN, other(crew=(2,), start_time=time(15, 29))) == [clash]


def test_already_booked_on_a_later_day_is_named_once() -> None:
    three_days = plan(days=3, hours=Decimal(42))
    two_days = other(crew=(2,), start_on=TUESDAY, days=2, hours=Decimal(14))

    assert broken("already_booked", three_days, two_days) == [
        {"name": "Bintou", "on": TUESDAY, "job": 2, "number": "INT-2026-0002"}
    ]


def test_a_job_does_not_clash_with_its_own_earlier_plan() -> None:
    assert found(PLAN, plan(start_time=time(9), crew=(1, 2, 3))) == ()


def test_vehicle_already_booked() -> None:
    def taken(vehicle: int) -> list[dict[str, object]]:
        elsewhere = replace(other(crew=(3, 4)), vehicle=vehicle)
        return broken("vehicle_already_booked", PLAN, elsewhere)

    assert taken(1) == [{"name": "Kangoo", "on": MONDAY, "job": 2, "number": "INT-2026-0002"}]
    assert taken(2) == []


def test_away() -> None:
    afternoon = TimeWindow(to_utc(TUESDAY, time(14), PARIS), to_utc(TUESDAY, time(18), PARIS))

    def days(member: int) -> list[dict[str, object]]:
        two_days = plan(days=2, hours=Decimal(28))
        return broken("away", two_days, absences=[Absence(member, afternoon)])

    assert days(2) == [{"name": "Bintou", "on": TUESDAY}]
    assert days(3) == []


def test_certificate_missing() -> None:
    asked = plan(certificates=frozenset({"SST", "CACES_R489_3"}))

    assert broken("certificate_missing", asked) == [
        {"name": "Ali", "certificate": "CACES_R489_3"},
        {"name": "Bintou", "certificate": "CACES_R489_3"},
        {"name": "Bintou", "certificate": "SST"},
    ]


def test_certificate_expired() -> None:
    two_days = plan(days=2, hours=Decimal(28), crew=(1,), certificates=frozenset({"SST"}))

    def until(last: date) -> list[dict[str, object]]:
        ali = replace(ALI, certificates=(Certificate("SST", last),))
        return broken("certificate_expired", two_days, change=[ali])

    assert until(TUESDAY) == []
    assert until(MONDAY) == [{"name": "Ali", "certificate": "SST", "on": MONDAY}]


def test_a_renewed_certificate_counts_and_one_without_end_never_expires() -> None:
    asked = plan(crew=(1,), certificates=frozenset({"SST"}))
    old = Certificate("SST", date(2020, 1, 1))

    for newer in (Certificate("SST", MONDAY), Certificate("SST")):
        ali = replace(ALI, certificates=(old, newer))
        assert broken("certificate_expired", asked, change=[ali]) == []


def test_contract_ended() -> None:
    two_days = plan(days=2, hours=Decimal(28))

    def ends(on: date) -> list[dict[str, object]]:
        return broken("contract_ended", two_days, change=[replace(BINTOU, contract_end=on)])

    assert ends(TUESDAY) == []
    assert ends(MONDAY) == [{"name": "Bintou", "on": MONDAY}]


def test_too_many_hours_a_day() -> None:
    over = broken("too_many_hours_a_day", plan(hours=Decimal("20.5"), crew=(1, 2)))

    assert over == [
        {"name": name, "on": MONDAY, "hours": Decimal("10.25"), "limit": 10}
        for name in ("Ali", "Bintou")
    ]
    assert broken("too_many_hours_a_day", plan(hours=Decimal(20), crew=(1, 2))) == []


def test_hours_of_a_quote_are_shared_by_crew_and_days() -> None:
    assert broken("too_many_hours_a_day", plan(hours=Decimal(60), crew=(1, 2, 3), days=2)) == []
    assert len(broken("too_many_hours_a_day", plan(hours=Decimal(60), crew=(1, 2), days=2))) == 4


def test_hours_of_other_jobs_on_the_day_are_added() -> None:
    evening = other(crew=(2, 3), start_time=time(16), hours=Decimal(7))

    assert broken("too_many_hours_a_day", PLAN, evening) == [
        {"name": "Bintou", "on": MONDAY, "hours": Decimal("10.5"), "limit": 10}
    ]


def test_hours_of_a_night_belong_to_both_days() -> None:
    night = plan(start_time=time(20), hours=Decimal(16))  # 20:00 to 04:30
    morning = other(crew=(2,), start_on=TUESDAY, start_time=time(14), hours=Decimal(8))

    assert broken("too_many_hours_a_day", night, morning) == [
        {"name": "Bintou", "on": TUESDAY, "hours": Decimal("12.24"), "limit": 10}
    ]  # fmt: skip


def test_span_too_long() -> None:
    late = other(crew=(2,), start_time=time(19), hours=Decimal(2))

    assert broken("span_too_long", plan(hours=Decimal(8)), late) == []
    assert broken("span_too_long", plan(start_time=time(7, 45), hours=Decimal(8)), late) == [
        {"name": "Bintou", "on": MONDAY, "hours": Decimal("13.25"), "limit": Decimal(13)}
    ]


def test_rest_too_short() -> None:
    late = other(crew=(2,), start_time=time(15), hours=Decimal(6))  # until 21:30

    assert broken("rest_too_short", plan(start_on=TUESDAY, start_time=time(8, 30)), late) == []
    assert broken("rest_too_short", plan(start_on=TUESDAY, start_time=time(8)), late) == [
        {"name": "Bintou", "on": TUESDAY, "hours": Decimal("10.5"), "limit": Decimal(11)}
    ]


def test_rest_is_real_time_when_the_clocks_change() -> None:
    saturday, sunday = date(2027, 3, 27), date(2027, 3, 28)  # 02:00 becomes 03:00
    late = other(crew=(2,), start_on=saturday, start_time=time(15), hours=Decimal(6))

    assert broken("rest_too_short", plan(start_on=sunday, start_time=time(8, 30)), late) == [
        {"name": "Bintou", "on": sunday, "hours": Decimal(10), "limit": Decimal(11)}
    ]


def test_too_many_hours_a_week() -> None:
    week = other(crew=(2,), days=4, hours=Decimal(39))
    friday = MONDAY + timedelta(days=4)

    assert broken("too_many_hours_a_week", plan(start_on=friday, hours=Decimal(18)), week) == []
    assert broken("too_many_hours_a_week", plan(start_on=friday, hours=Decimal(19)), week) == [
        {"name": "Bintou", "on": MONDAY, "hours": Decimal("48.5"), "limit": Decimal(48)}
    ]
    next_monday = MONDAY + timedelta(days=7)
    assert broken("too_many_hours_a_week", plan(start_on=next_monday), week) == []


def test_over_contract_hours() -> None:
    part_time = replace(BINTOU, weekly_hours=Decimal(20))
    three_days = plan(days=3, hours=Decimal(42))

    assert broken("over_contract_hours", three_days) == []
    assert broken("over_contract_hours", three_days, change=[part_time]) == [
        {"name": "Bintou", "on": MONDAY, "hours": Decimal(21), "limit": Decimal(20)}
    ]


def test_thirds_of_an_hour_do_not_add_up_to_overtime() -> None:
    part_time = replace(BINTOU, weekly_hours=Decimal(20))
    three_days = plan(days=3, crew=(1, 2, 3), hours=Decimal(60))

    assert broken("over_contract_hours", three_days, change=[part_time]) == []


def test_not_a_working_day() -> None:
    def begun(on: date) -> list[dict[str, object]]:
        return broken("not_a_working_day", plan(start_on=on))

    assert begun(date(2026, 11, 28)) == []  # a Saturday
    assert begun(date(2026, 11, 29)) == [{"on": date(2026, 11, 29)}]
    assert begun(date(2026, 12, 25)) == [{"on": date(2026, 12, 25)}]
    assert begun(date(2026, 8, 15)) == [{"on": date(2026, 8, 15)}]  # a Saturday and a holiday


def test_crew_too_small() -> None:
    assert broken("crew_too_small", plan(min_crew=3)) == [{"count": 2, "needed": 3}]
    assert broken("crew_too_small", plan(crew=())) == [{"count": 0, "needed": 2}]
    assert broken("crew_too_small", PLAN) == []


def test_no_leader() -> None:
    assert broken("no_leader", PLAN) == []
    assert broken("no_leader", plan(leader=None)) == []
    assert broken("no_leader", plan(leader=None, crew=(2, 3))) == [{}]
    assert broken("no_leader", plan(leader=2)) == [{}]  # may not lead
    assert broken("no_leader", plan(leader=4)) == [{}]  # is not on the crew


def test_vehicle_out_of_service() -> None:
    two_days = plan(days=2, hours=Decimal(28))

    def out(begin: date | None, end: date | None) -> list[dict[str, object]]:
        van = replace(VAN, out_from=begin, out_until=end)
        return broken("vehicle_out_of_service", two_days, vehicles=[van])

    assert out(None, None) == []
    assert out(TUESDAY, TUESDAY) == [{"vehicle": "Kangoo", "on": TUESDAY}]
    assert out(None, MONDAY) == [{"vehicle": "Kangoo", "on": MONDAY}]
    assert out(MONDAY, None) == [{"vehicle": "Kangoo", "on": MONDAY}]
    assert out(WEDNESDAY, None) == []
    assert out(None, MONDAY - timedelta(days=1)) == []
    assert broken("vehicle_out_of_service", plan(vehicle=None)) == []


def test_inspection_expired() -> None:
    two_days = plan(days=2, hours=Decimal(28))

    def inspected(until: date | None) -> list[dict[str, object]]:
        van = replace(VAN, inspected_until=until)
        return broken("inspection_expired", two_days, vehicles=[van])

    assert inspected(None) == []
    assert inspected(TUESDAY) == []
    assert inspected(MONDAY) == [{"vehicle": "Kangoo", "on": MONDAY}]


def test_no_driver() -> None:
    assert broken("no_driver", PLAN) == []
    assert broken("no_driver", plan(crew=(2, 4))) == [{"vehicle": "Kangoo"}]
    assert broken("no_driver", plan(vehicle=None, crew=(2, 4))) == []


def test_a_truck_needs_a_driver_with_its_licence() -> None:
    lapsed = replace(CHEN, certificates=(Certificate("LICENCE_C1", date(2026, 11, 29)),))
    truck = plan(vehicle=2, crew=(2, 3))

    assert broken("no_driver", truck) == []
    assert broken("no_driver", plan(vehicle=2)) == [{"vehicle": "Midlum"}]
    assert broken("no_driver", truck, change=[lapsed]) == [{"vehicle": "Midlum"}]


def test_no_first_aider() -> None:
    assert broken("no_first_aider", plan(crew=(2, 3))) == [{}]
    lapsed = replace(ALI, certificates=(Certificate("SST", MONDAY),))
    two_days = plan(days=2, hours=Decimal(28))
    assert broken("no_first_aider", two_days, change=[lapsed]) == [{}]


def test_all_broken_rules_are_told_hard_ones_first() -> None:
    hopeless = plan(crew=(2,), leader=None, start_on=date(2026, 11, 29), hours=Decimal(14))

    assert [(each.rule, each.hard) for each in found(hopeless)] == [
        ("too_many_hours_a_day", True),
        ("span_too_long", True),
        ("crew_too_small", True),
        ("no_leader", True),
        ("no_driver", True),
        ("not_a_working_day", False),
        ("no_first_aider", False),
    ]
