"""Papers to print in tests: an office clearance, whole and plausible."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256

from PIL import Image, ImageDraw

from documents.parties import AgreementBlock, Client, Picture, SiteBlock, WasteStream
from documents.quote import (
    DocumentLine,
    InventoryRow,
    QuoteDocument,
    render_agreement,
    render_quote,
)
from documents.report import Moment, ReportDocument, ReportPhoto, ReportRow, Times
from domain.company import example_company
from domain.outcomes import OutcomeWeights

COMPANY = example_company()

CLIENT = Client(
    name="Bâtir Ensemble SARL",
    siret="73282932000074",
    address=("14 avenue Jean-Jaurès", "93500 Pantin"),
    contact="Claire Moreau",
    phone="+33639980001",
    email="claire.moreau@batir.example",
    reference="CHANTIER-447",
)
SITE = SiteBlock(
    ("2 rue du Chemin-Vert", "93000 Bobigny"), "monte-charge, 20 m de portage, site vide"
)

LINES = (
    DocumentLine("labour", "Main-d’œuvre", "26,25 h", 3200, 84000, Decimal("26.25"), "h"),
    DocumentLine("vehicle", "Véhicule 20 m³ avec hayon", "2 j", 19000, 38000, Decimal(2), "day"),
    DocumentLine("kilometres", "Déplacements", "72 km", 60, 4320, Decimal(72), "km"),
    DocumentLine(
        "report", "Inventaire et rapport de traçabilité", "1 u", 12000, 12000, Decimal(1), "u"
    ),
    DocumentLine(
        "disposal.DEA", "Traitement : mobilier (DEA)", "0,375 t", 0, 0, Decimal("0.375"), "t"
    ),
    DocumentLine(
        "disposal.DIB", "Traitement : résiduels (DIB)", "0,032 t", 22000, 704, Decimal("0.032"), "t"
    ),
    DocumentLine(
        "overhead", "Frais généraux", "12 % de 1 390,24 €", None, 16683, Decimal("0.12"), "share"
    ),
    DocumentLine("reuse_credit", "Avoir réemploi", "1 631 kg", -6, -9786, Decimal(1631), "kg"),
)

INVENTORY = (
    InventoryRow("Bureau droit 160x80, piètement acier", Decimal(20), "u", Decimal("3.6"),
                 Decimal(800), "B"),
    InventoryRow("Fauteuil de bureau à roulettes", Decimal(25), "u", Decimal("10.5"),
                 Decimal(350), "B"),
    InventoryRow("Armoire haute à rideaux", Decimal(12), "u", Decimal("14.4"), Decimal(780), "C",
                 careful=True),
    InventoryRow("Moquette en dalles", Decimal("32.5"), "m²", Decimal("0.325"), Decimal(108),
                 "D"),
)  # fmt: skip

WASTE = (
    WasteStream(
        "mobilier (DEA)",
        Decimal("375.4"),
        "Point de reprise Mobilier Exemple, 10 quai de l'Exemple, 93300 Aubervilliers "
        "(reprise du mobilier professionnel, REP)",
        0,
    ),
    WasteStream("déchets résiduels (DIB)", Decimal(32), None, 704),
)


QUOTE = QuoteDocument(
    number="DEV-2026-0001",
    revision=1,
    request_number="DEM-2026-0001",
    issued_on=date(2026, 11, 23),
    valid_until=date(2026, 12, 23),
    language="fr",
    company=COMPANY,
    author="Nadia Benali",
    client=CLIENT,
    site=SITE,
    work="Débarras du 3e étage : mobilier de bureau, tri par matière, réemploi.",
    start_on=date(2026, 12, 7),
    days=2,
    crew=2,
    person_hours=Decimal("26.25"),
    trips=3,
    lines=LINES,
    total_excl_vat_cents=145921,
    vat_share=Decimal("0.20"),
    vat_cents=29184,
    reverse_charge=False,
    total_incl_vat_cents=175105,
    inventory=INVENTORY,
    outcome=OutcomeWeights(Decimal("1631.0"), Decimal("288.0"), Decimal("87.0"), Decimal("32.0")),
    waste=WASTE,
    notes="Accès par la cour, gardien prévenu de 7 h à 12 h.",
)

AGREEMENT = AgreementBlock(
    "Claire Moreau", "Conductrice de travaux", datetime(2026, 11, 24, 9, 12, tzinfo=UTC), "3f" * 32
)


def photo(
    moment: Moment, caption: str, hue: int, size: tuple[int, int] = (800, 600)
) -> ReportPhoto:
    """A drawn room: floor, wall and boxes (none left after)."""
    picture = Image.new("RGB", size, f"hsl({hue}, 25%, 82%)")
    pen = ImageDraw.Draw(picture)
    width, height = size
    pen.rectangle((0, height * 0.65, width, height), fill=f"hsl({hue}, 20%, 60%)")
    for n in range(4 if moment == "before" else 0):
        left = width * (0.08 + 0.22 * n)
        pen.rectangle(
            (left, height * (0.4 + 0.05 * (n % 2)), left + width * 0.17, height * 0.85),
            fill=f"hsl({(hue + 40 * n) % 360}, 35%, 45%)",
            outline="#333",
            width=4,
        )
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return ReportPhoto(moment, caption, datetime(2026, 12, 7, 7, 42, tzinfo=UTC), out.getvalue())


PHOTOS = tuple(
    Picture(f"Photo {n}", shot.taken_at, shot.data)
    for n, shot in enumerate((photo("before", "", 30), photo("before", "", 90, (600, 800))), 1)
)


def agreed_pdf(document: QuoteDocument, agreement: AgreementBlock = AGREEMENT) -> bytes:
    """Print the quote, and the agreement to exactly that print."""
    accepted = render_quote(document)
    agreed = replace(agreement, sha256=sha256(accepted).hexdigest())
    return render_agreement(document, agreed, accepted)


REPORT_LINES = tuple(
    ReportRow(label, unit, *(Decimal(count) for count in counts))
    for label, unit, counts in (
        ("Bureau droit 160x80, piètement acier", "u", (16, 3, 1, 0)),
        ("Fauteuil de bureau à roulettes", "u", (22, 0, 0, 3)),
        ("Armoire haute à rideaux", "u", (9, 0, 3, 0)),
        ("Moquette en dalles", "m²", ("20.5", 0, 0, 12)),
    )
)


REPORT = ReportDocument(
    job_number="INT-2026-0001",
    quote_number="DEV-2026-0001",
    request_number="DEM-2026-0001",
    reported_on=date(2026, 12, 8),
    language="fr",
    company=COMPANY,
    client=CLIENT,
    site=SITE,
    work="Débarras du 3e étage : mobilier de bureau, tri par matière, réemploi.",
    times=Times(
        datetime(2026, 12, 7, 7, 0, tzinfo=UTC),
        datetime(2026, 12, 7, 6, 31, tzinfo=UTC),
        datetime(2026, 12, 7, 7, 4, tzinfo=UTC),
        datetime(2026, 12, 8, 14, 47, tzinfo=UTC),
    ),
    crew=("Moussa", "Fatou"),
    person_hours=Decimal("27.5"),
    lines=REPORT_LINES,
    outcome=OutcomeWeights(Decimal(1510), Decimal(120), Decimal(235), Decimal("81.5")),
    weights_from="ticket",
    measured_share=Decimal("0.74"),
    waste=WASTE,
    photos=(
        photo("before", "Plateau nord", 30),
        photo("before", "Salle de réunion", 200, (600, 800)),
        photo("after", "Plateau nord", 30),
        photo("after", "Salle de réunion", 200, (600, 800)),
    ),
    notes="Une armoire vissée au mur est restée sur place, vue avec le gardien.",
)
