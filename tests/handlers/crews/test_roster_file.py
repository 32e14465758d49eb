"""Rosters as offices keep them: many shapes of headings and dates; each fault has its cell."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from domain.crews import Certificate, CrewRole
from domain.roster import MemberEntry, VehicleEntry
from handlers.crews.roster_file import RosterFault, RosterFile, read_roster

TODAY = date(2026, 11, 29)
KINDS = ("van12", "van20", "truck7_5", "truck19", "flatbed")
LEADER, HANDLER, DRIVER = CrewRole.LEADER, CrewRole.HANDLER, CrewRole.DRIVER


def read(*rows: Sequence[str]) -> RosterFile:
    return read_roster({"Feuille 1": tuple(enumerate(rows, 1))}, TODAY, KINDS)


def test_a_list_of_staff_with_a_title_above_and_days_in_three_shapes() -> None:
    file = read(
        ("Ressources 93 – Salariés au 01/11/2026",),
        (
            "NOM",
            "Prénom",
            "N° tel.",
            "Poste occupé",
            "Date d'entrée",
            "Fin CDDI",
            "H. hebdo",
            "SST",
        ),
        (
            "DIALLO",
            "Moussa",
            "06 39 98 00 11",
            "Chef d'équipe / chauffeur",
            "2025-03-01 00:00:00",
            "28/02/2027",
            "35",
            "15.06.2027",
        ),
        ("TRAORÉ", "Awa", "639980012", "Agent de manutention", "1er mars 2026", "", "26,5", ""),
    )

    assert file.faults == []
    assert file.members == [
        MemberEntry(
            "Moussa DIALLO",
            "+33639980011",
            (),
            (LEADER, DRIVER),
            date(2025, 3, 1),
            date(2027, 2, 28),
            Decimal(35),
            (Certificate("SST", date(2027, 6, 15)),),
        ),
        MemberEntry(
            "Awa TRAORÉ",
            "+33639980012",
            (),
            (HANDLER,),
            date(2026, 3, 1),
            None,
            Decimal("26.5"),
        ),
    ]


def test_an_english_list_with_languages_and_a_ticked_licence() -> None:
    file = read(
        ("Name", "Mobile", "Spoken languages", "Job title", "Driving licence", "CACES R489 cat. 3"),
        ("Olena K.", "+380 44 123 45 67", "Ukrainian, English", "Labourer", "x", "31/12/2027"),
        ("Tariq", "", "dari; French", "team leader", "no", ""),
    )

    assert file.faults == []
    olena, tariq = file.members
    assert (olena.languages, olena.roles) == (("uk", "en"), (HANDLER, DRIVER))
    assert olena.certificates == (Certificate("CACES_R489_3", date(2027, 12, 31)),)
    assert (tariq.languages, tariq.roles) == (("fa", "fr"), (LEADER,))


def test_vehicles_by_plate_with_tonnes_and_yes_or_no() -> None:
    file = read(
        ("Immat.", "Modèle", "Volume utile", "CU (kg)", "Hayon", "Prochain CT", "Permis"),
        ("ab 123 cd", "Fourgon 12 m3", "12", "1,1 t", "non", "03/2027", "B"),
        ("EF-456-GH", "Camion 20 m³ hayon", "20 m3", "800", "Oui", "12/03/2027", "permis B"),
    )

    assert [(fault.code, fault.row, fault.column) for fault in file.faults] == [
        ("day", 2, "Prochain CT")
    ]
    assert file.vehicles[1] == VehicleEntry(
        "EF-456-GH",
        "van20",
        "EF-456-GH",
        Decimal(20),
        Decimal(800),
        "B",
        tail_lift=True,
        inspected_until=date(2027, 3, 12),
    )
    assert (file.vehicles[0].plate, file.vehicles[0].kind) == ("AB-123-CD", "van12")
    assert file.vehicles[0].payload == Decimal(1100)


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("Tél", "12", "phone-short-code"),
        ("Tél", "demander à Awa", "phone-invalid"),
        ("Date de naissance", "01/01/2010", "minor"),
        ("Heures", "70", "hours"),
        ("Poste", "directeur de cirque", "role"),
        ("Langue", "elfique", "language"),
        ("SST", "valide", "day"),
        ("Fin de contrat", "bientôt", "day"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_row_and_column(
    heading: str, cell: str, code: str
) -> None:
    file = read(("Nom", heading), ("Awa", ""), ("Karim", cell))

    assert file.faults == [RosterFault(code, 3, heading, cell)]


def test_somebody_who_stands_there_twice_and_a_contract_that_ends_before_it_begins() -> None:
    file = read(
        ("Nom", "Téléphone", "Entrée", "Sortie"),
        ("Awa", "06 39 98 00 11", "01/02/2027", "01/01/2027"),
        ("Awa T.", "0639980011", "", ""),
        ("", "0639980013", "", ""),
    )

    assert [(fault.code, fault.row, fault.column) for fault in file.faults] == [
        ("upside-down", 2, "Sortie"),
        ("twice", 3, "Téléphone"),
        ("no-name", 4, "Nom"),
    ]


def test_a_vehicle_that_carries_nothing() -> None:
    file = read(("Véhicule", "Charge utile"), ("Camion", "0"))

    assert file.faults == [RosterFault("measure", 2, "Charge utile", "0")]


def test_a_file_without_headings_and_one_without_rows() -> None:
    assert read(("bonjour", "voici"), ("la", "liste")).faults == [RosterFault("no-header")]
    assert read(("Nom", "Téléphone")).faults == [RosterFault("empty")]


def test_a_sheet_that_is_no_roster_is_named() -> None:
    file = read_roster(
        {"Équipe": ((1, ("Nom",)), (2, ("Awa",))), "Notes": ((1, ("à voir",)),)}, TODAY, KINDS
    )

    assert (file.faults, file.passed_over) == ([], ["Notes"])


def test_figures_are_rounded_to_the_hundredth_and_a_long_name_is_cut() -> None:
    file = read(
        ("Véhicule", "Volume utile", "Charge utile"),
        ("C" * 200, "20,000000000000000", "1,1234567890123 t"),
    )
    people = read(("Nom", "H. hebdo"), ("Awa", "26,6666666666"), ("Ben", "0,0001"))

    [van] = file.vehicles
    assert (van.name, str(van.volume), van.payload) == ("C" * 80, "20", Decimal("1123.46"))
    assert people.members[0].weekly_hours == Decimal("26.67")
    assert [(fault.code, fault.row) for fault in people.faults] == [("hours", 3)]


def test_two_vehicles_of_one_name_are_one_too_many_whatever_their_plates() -> None:
    file = read(
        ("Véhicule", "Immatriculation"),
        ("Fourgon", "AB-123-CD"),
        ("fourgon", "EF-456-GH"),
        ("Camion", "AB-123-CD"),
    )

    assert [(fault.code, fault.row, fault.column) for fault in file.faults] == [
        ("twice", 3, "Véhicule"),
        ("twice", 4, "Immatriculation"),
    ]
