from datetime import date

from domain.crews import Certificate, Member, Vehicle

DAY = date(2026, 11, 30)


def test_a_certificate_holds_on_its_last_day() -> None:
    assert Certificate("SST", DAY).holds_on(DAY)
    assert not Certificate("SST", date(2026, 11, 29)).holds_on(DAY)
    assert Certificate("SST").holds_on(date.max)


def test_the_longest_running_certificate_of_a_kind_counts() -> None:
    old, new = Certificate("SST", date(2025, 1, 1)), Certificate("SST", date(2027, 1, 1))
    member = Member(1, "Ali", (old, Certificate("CACES_R489_3", DAY), new))

    assert member.certificate("SST") == new
    assert member.certificate("BS") is None


def test_missing_proof_is_no_proof() -> None:
    member = Member(1, "Ali", (Certificate("SST", DAY),))

    assert member.holds("SST", DAY)
    assert not member.holds("SST", date(2026, 12, 1))
    assert not member.holds("BS", DAY)


def test_a_car_licence_needs_no_certificate() -> None:
    assert Vehicle(1, "Kangoo", "van20").certificate is None
    assert Vehicle(2, "Midlum", "truck7_5", "C1").certificate == "LICENCE_C1"
