"""What a file says against the roster that is kept."""

from datetime import date
from decimal import Decimal

from domain.crews import Certificate, CrewRole, Member
from domain.roster import (
    FieldChange,
    KeptVehicle,
    MemberEntry,
    RosterChange,
    RosterEntries,
    VehicleEntry,
    is_minor,
    roster_changes,
)

UNTIL, LATER = date(2027, 6, 1), date(2029, 6, 1)
AWA = Member(
    1,
    "Awa Traoré",
    (Certificate("SST", UNTIL),),
    roles=frozenset({CrewRole.HANDLER, CrewRole.DRIVER}),
    phone="+33639980011",
)
AWA_TOO = Member(2, "Awa Traoré", phone="+33639980012")
VAN = KeptVehicle(7, VehicleEntry("Fourgon", "van12", "AB-123-CD", Decimal(12)))


def changes(*said: MemberEntry | VehicleEntry) -> tuple[RosterChange, ...]:
    members = tuple(one for one in said if isinstance(one, MemberEntry))
    vehicles = tuple(one for one in said if isinstance(one, VehicleEntry))
    return roster_changes(RosterEntries(members, vehicles), (AWA, AWA_TOO), (VAN,))


def test_who_has_the_phone_is_meant_and_what_is_not_said_stays() -> None:
    said = MemberEntry("Awa T.", "+33639980011", weekly_hours=Decimal(26))

    assert changes(said) == (
        RosterChange(
            said,
            1,
            (
                FieldChange("name", "Awa Traoré", "Awa T."),
                FieldChange("weekly_hours", Decimal(35), Decimal(26)),
            ),
        ),
    )


def test_a_renewed_certificate_differs_and_the_order_of_roles_does_not() -> None:
    said = MemberEntry(
        "Awa Traoré",
        "+33639980011",
        roles=(CrewRole.DRIVER, CrewRole.HANDLER),
        certificates=(Certificate("SST", LATER),),
    )

    assert changes(said)[0].changes == (FieldChange("SST", UNTIL, LATER),)


def test_a_name_that_two_bear_says_nobody_and_an_unknown_phone_is_somebody_new() -> None:
    named, new = MemberEntry("awa traore"), MemberEntry("Binta", "+33639980099")

    assert [change.id for change in changes(named, new)] == [None, None]


def test_a_vehicle_is_known_by_its_plate() -> None:
    same = VehicleEntry("Fourgon", "van12", "AB-123-CD", Decimal("12.0"))
    moved = VehicleEntry("Master blanc", plate="AB-123-CD", payload=Decimal(1100))

    assert changes(same) == ()
    assert changes(moved)[0].changes == (
        FieldChange("name", "Fourgon", "Master blanc"),
        FieldChange("payload", None, Decimal(1100)),
    )


def test_eighteen_is_counted_to_the_day() -> None:
    assert is_minor(date(2008, 11, 30), date(2026, 11, 29))
    assert not is_minor(date(2008, 11, 29), date(2026, 11, 29))
