import json
from dataclasses import replace
from decimal import Decimal
from functools import cache
from hashlib import sha256

import pytest

from documents.report import ReportPhoto, render_report
from domain.outcomes import OutcomeWeights
from tests.documents.reading import pages_of, reader, text_of
from tests.documents.samples import AGREEMENT, REPORT, photo


@cache
def french() -> str:
    return text_of(render_report(REPORT))


def pictures_of(pdf: bytes) -> list[tuple[int, int]]:
    return [
        picture.image.size for page in reader(pdf).pages for picture in page.images if picture.image
    ]


@pytest.mark.parametrize(
    "mention",
    [
        "Compte rendu INT-2026-0001",
        "DATE 8 décembre 2026 DEVIS DEV-2026-0001 DEMANDE DEM-2026-0001",
        "Bâtir Ensemble SARL",
        "2 rue du Chemin-Vert 93000 Bobigny",
        "PRÉVU 08:00 7 décembre 2026",
        "EN ROUTE 07:31 7 décembre 2026",
        "ARRIVÉE 08:04 7 décembre 2026",
        "FIN 15:47 8 décembre 2026",
        "ÉQUIPE SUR PLACE 2 personnes",
        "HEURES D’INSERTION 27 h 30 en tout",
        "77,6 % Taux de réemploi 1 510 kg réemployés ÷ 1 946,5 kg au total",
        "95,8 % Taux de valorisation 1 865 kg réemployés, transformés ou recyclés ÷ 1 946,5 kg",
        "1 510 kg réemployé 77,6 %",
        "81,5 kg éliminé 4,2 %",
        "Poids d’après les bons de pesée ; part pesée : 74 %.",
        "Objet Unité Enlevés réemployé transformé recyclé éliminé",
        "Bureau droit 160x80, piètement acier u 20 16 3 1",
        "Moquette en dalles m² 32,5 20,5 12",
        "mobilier (DEA) 375,4 kg Point de reprise Mobilier Exemple",
        "Une armoire vissée au mur est restée sur place",
        "AVANT APRÈS",
        "Plateau nord 7 décembre 2026, 08:42",
        "SIRET 999 999 998 00019",
        "Page 2 sur 2",
    ],
)
def test_report_says_what_was_done(mention: str) -> None:
    assert mention in french()


def test_client_sees_how_many_came_but_no_names() -> None:
    shown = text_of(render_report(REPORT))
    assert "Moussa" not in shown
    assert "Exemplaire client" in shown


def test_internal_copy_names_the_crew() -> None:
    shown = text_of(render_report(replace(REPORT, for_client=False)))
    assert "2 personnes (Moussa, Fatou)" in shown
    assert "Exemplaire interne" in shown


def test_report_in_english() -> None:
    shown = text_of(render_report(replace(REPORT, language="en")))
    assert "Completion report INT-2026-0001" in shown
    assert "77.6% Reuse rate 1,510 kg reused ÷ 1,946.5 kg in all" in shown


def test_moments_nobody_noted_are_named_as_such() -> None:
    times = replace(REPORT.times, en_route_at=None, done_at=None)
    shown = text_of(render_report(replace(REPORT, times=times, person_hours=None)))
    assert "EN ROUTE – non noté" in shown
    assert "FIN – non noté" in shown
    assert "HEURES" not in shown


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("catalogue", "Poids estimés d’après notre catalogue ; aucun n’a été pesé."),
        ("scale", "Poids mesurés sur balance ; part pesée : 100 %."),
    ],
)
def test_source_of_weights_is_said(source: str, said: str) -> None:
    document = replace(REPORT, weights_from=source, measured_share=Decimal(1))  # type: ignore[arg-type]
    assert said in text_of(render_report(document))


def test_nothing_weighed_gives_no_rate() -> None:
    shown = text_of(render_report(replace(REPORT, outcome=OutcomeWeights())))
    assert "rien n’a été pesé ni compté Taux de réemploi" in shown


def test_photos_are_embedded_small_with_their_fingerprint() -> None:
    large = photo("before", "Grand hall", 90, (3000, 2000))
    pdf = render_report(replace(REPORT, photos=(large, *REPORT.photos)))
    assert sorted(pictures_of(pdf)) == [(600, 800)] * 2 + [(800, 600)] * 2 + [(1200, 800)]
    assert f"SHA-256 {sha256(large.data or b'').hexdigest()[:16]}…" in text_of(pdf)


def test_many_photos_are_made_smaller() -> None:
    photos = tuple(photo("before", f"Zone {n}", 30 * n, (1600, 1200)) for n in range(12))
    pdf = render_report(replace(REPORT, photos=photos))
    assert pictures_of(pdf) == [(800, 600)] * 12
    assert all(f"Zone {n} " in text_of(pdf) for n in range(12))
    assert pages_of(pdf) > 3


@pytest.mark.parametrize("data", [None, b"", b"no photo", b"\xff\xd8\xff\xe0" + bytes(40)])
def test_lost_or_broken_photo_leaves_a_named_gap(data: bytes | None) -> None:
    gap = ReportPhoto("after", "Cave", REPORT.times.planned_at, data)
    pdf = render_report(replace(REPORT, photos=(*REPORT.photos, gap)))
    assert "Photo illisible Cave 7 décembre 2026, 08:00" in text_of(pdf)
    assert len(pictures_of(pdf)) == len(REPORT.photos)


def test_report_without_photos_lines_or_notes() -> None:
    document = replace(REPORT, photos=(), lines=(), waste=(), notes="")
    shown = text_of(render_report(document))
    assert "Preuves en photos" not in shown
    assert "Où sont partis" not in shown
    assert "Remarques" not in shown


def test_signed_report_carries_who_received_the_site() -> None:
    shown = text_of(render_report(replace(REPORT, received=AGREEMENT)))
    assert "Chantier reçu Claire Moreau, Conductrice de travaux le 24 novembre 2026" in shown


def test_counts_travel_with_the_paper_for_machines() -> None:
    content = json.loads(reader(render_report(REPORT)).attachments["INT-2026-0001.json"][0])
    assert content["kg"] == {
        "reused": "1510",
        "transformed": "120",
        "recycled": "235",
        "disposed": "81.5",
    }
    assert content["lines"][3]["reused"] == "20.5"
    assert content["weights_from"] == "ticket"
    assert "Moussa" not in json.dumps(content)
