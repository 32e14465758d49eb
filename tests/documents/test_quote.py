import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest

from documents.quote import (
    AnotherPaper,
    InventoryRow,
    TotalsDisagree,
    render_agreement,
    render_quote,
)
from documents.quote_page import quote_page
from domain.outcomes import OutcomeWeights
from tests.documents.reading import pages_of, reader, text_of
from tests.documents.samples import AGREEMENT, CLIENT, COMPANY, PHOTOS, QUOTE, agreed_pdf


@cache
def french() -> str:
    return text_of(render_quote(QUOTE))


@pytest.mark.parametrize(
    "mention",
    [
        # number, dates, author (§4.3)
        "Devis DEV-2026-0001",
        "DATE D’ÉMISSION 23 novembre 2026",
        "VALABLE JUSQU’AU 23 décembre 2026",
        "RÉVISION 1",
        "DEMANDE DEM-2026-0001",
        "ÉTABLI PAR Nadia Benali",
        # issuer
        "Ressources 93 (démonstration) · Association loi 1901, entreprise d'insertion",
        "1 rue de l'Exemple, 93000 Bobigny",
        "SIRET 999 999 998 00019",
        "RNA W930000000",
        "N° TVA FR11999999998",
        "Tél. 01 99 00 00 93",
        "devis@ressources93.example",
        # client and site
        "CLIENT Bâtir Ensemble SARL 14 avenue Jean-Jaurès 93500 Pantin",
        "SIRET 732 829 320 00074",
        "Contact : Claire Moreau 06 39 98 00 01 claire.moreau@batir.example",
        "Votre référence : CHANTIER-447",
        "CHANTIER 2 rue du Chemin-Vert 93000 Bobigny",
        "Accès : monte-charge, 20 m de portage, site vide",
        # service, start, duration
        "Débarras du 3e étage : mobilier de bureau, tri par matière, réemploi.",
        "DÉBUT PRÉVU 7 décembre 2026",
        "DURÉE ESTIMÉE 2 jours ouvrés",
        "ÉQUIPE 2 personnes",
        "TEMPS DE TRAVAIL 26 h 15 en tout",
        # price
        "Main-d’œuvre 26,25 h 32,00 € 840,00 €",
        "Déplacements 72 km 0,60 € 43,20 €",
        "Frais généraux 12 % de 1 390,24 € 166,83 €",
        "Avoir réemploi 1 631 kg −0,06 € −97,86 €",
        "Total HT 1 459,21 €",
        "TVA 20 % 291,84 €",
        "Total TTC 1 751,05 €",
        "1 631 kg réemployé 80 %",
        # inventory
        "Armoire haute à rideaux dépose soignée 12 u 14,4 m³ 780 kg C",
        "Moquette en dalles 32,5 m² 0,33 m³ 108 kg D",
        "Total 28,83 m³ 2 038 kg",
        # waste block
        "Art. L541-21-2-3 et D541-45-1 du code de l’environnement",
        "Quantité totale estimée : 407,4 kg",
        "Récépissé de transport de déchets n° 93-2026-0000, valable jusqu’au 1er janvier 2031.",
        "10 quai de l'Exemple, 93300 Aubervilliers (reprise du mobilier professionnel, REP) 0,00 €",
        "déchets résiduels (DIB) 32 kg à convenir 7,04 €",
        # conditions
        "Devis gratuit, valable jusqu’au 23 décembre 2026.",
        "Paiement à 30 jours après l’exécution",
        "Sans acompte.",
        "taux de refinancement de la BCE majoré de 10 points",
        "indemnité forfaitaire de recouvrement de 40,00 €",
        "Mutuelle de l'Exemple, contrat RC-93-000000, couverture France métropolitaine",
        "Réclamations : reclamations@ressources93.example",
        "Accès par la cour, gardien prévenu de 7 h à 12 h.",
        # signature and pages
        "Bon pour accord",
        "NOM FONCTION DATE SIGNATURE",
        "Page 1 sur 3",
        "Page 3 sur 3",
        # general conditions
        "Conditions générales MODÈLE — à faire valider par le juriste de l’entreprise",
        "1. Objet Nous faisons ce que décrit le devis",
        "12. Droit et litiges Le droit français s’applique.",
    ],
)
def test_quote_carries_every_mention(mention: str) -> None:
    assert mention in french()


def test_quote_in_english() -> None:
    shown = text_of(render_quote(replace(QUOTE, language="en")))
    for mention in (
        "Quote (devis) DEV-2026-0001",
        "ISSUED ON 23 November 2026",
        "26 h 15 in all",
        "Total incl. VAT €1,751.05",
        "−€97.86",
        "Waste management",
        "Page 3 of 3",
        "Translation. Only the French text is binding.",
        "General conditions TEMPLATE",
    ):
        assert mention in shown
    assert "Devis" not in shown
    assert "SIGNATURE" not in shown  # only the French one is signed


def test_the_french_text_is_no_translation() -> None:
    assert "Traduction" not in french()


def test_language_we_do_not_have_is_french() -> None:
    assert "Total TTC" in text_of(render_quote(replace(QUOTE, language="ta")))


def test_reverse_charge_has_no_vat_and_says_why() -> None:
    document = replace(
        QUOTE,
        reverse_charge=True,
        vat_mention="Autoliquidation : art. 283, 2 nonies du CGI <b>#mot</b>",
        vat_share=Decimal(0),
        vat_cents=0,
        total_incl_vat_cents=QUOTE.total_excl_vat_cents,
    )
    shown = text_of(render_quote(document))
    assert "TVA (autoliquidation) 0,00 €" in shown
    assert "Net à payer 1 459,21 €" in shown
    assert "Autoliquidation : art. 283, 2 nonies du CGI <b>#mot</b>" in shown
    assert "Total TTC" not in shown
    assert "autoliquidation" not in french().lower()


def test_accepted_quote_carries_the_agreement_instead_of_empty_lines() -> None:
    accepted = render_quote(QUOTE)
    agreed = agreed_pdf(QUOTE, replace(AGREEMENT, purchase_order="BC-447 <b>"))
    shown = text_of(agreed)
    assert "Claire Moreau, Conductrice de travaux le 24 novembre 2026, 10:12" in shown
    for fact in (
        f"Empreinte SHA-256 du document {sha256(accepted).hexdigest()}",
        "Nom Claire Moreau",
        "Fonction Conductrice de travaux",
        "Client Bâtir Ensemble SARL",
        "Date et heure (Paris) 24 novembre 2026, 10:12",
        "Porte sur Devis DEV-2026-0001, révision 1",
        "Total TTC 1 751,05 € Bon de commande BC-447 <b>",
        "Page 4 sur 4",
    ):
        assert fact in shown
    assert "SIGNATURE" not in shown
    assert "Bon de commande" not in text_of(agreed_pdf(QUOTE))


def test_the_accepted_paper_travels_inside_the_agreement_as_it_was() -> None:
    attachments = reader(agreed_pdf(QUOTE)).attachments
    accepted = render_quote(QUOTE)
    assert attachments["DEV-2026-0001.pdf"] == [accepted]
    assert json.loads(attachments["DEV-2026-0001.json"][0])["agreement"] == {
        "name": "Claire Moreau",
        "role": "Conductrice de travaux",
        "agreed_at": "2026-11-24T09:12:00+00:00",
        "sha256": sha256(accepted).hexdigest(),
        "purchase_order": None,
    }


def test_an_agreement_to_another_paper_is_not_printed() -> None:
    with pytest.raises(AnotherPaper):
        render_agreement(QUOTE, AGREEMENT, render_quote(QUOTE))


def test_photos_of_the_request_stand_in_an_annex() -> None:
    lost = replace(PHOTOS[0], data=None, caption="Photo 3")
    pdf = render_quote(replace(QUOTE, photos=(*PHOTOS, lost), photos_left_out=2))
    shown = text_of(pdf)
    assert "Annexe : photos de la demande" in shown
    assert "Photo 1 7 décembre 2026, 08:42" in shown
    assert "Photo illisible Photo 3" in shown
    assert "2 autres photos sont conservées avec la demande." in shown
    sizes = [picture.image.size for page in reader(pdf).pages for picture in page.images]  # type: ignore[union-attr]
    assert sizes == [(560, 420), (420, 560)]
    assert "Annexe" not in french()


def test_conditions_are_a_template_until_the_lawyer_approved_them() -> None:
    company = replace(COMPANY, terms_approved_on=date(2027, 1, 15))
    shown = text_of(render_quote(replace(QUOTE, company=company)))
    assert "Conditions approuvées le 15 janvier 2027." in shown
    assert "MODÈLE" not in shown
    assert "MODÈLE" in french()


def test_later_revisions_carry_their_suffix() -> None:
    pdf = render_quote(replace(QUOTE, number="DEV-2026-0001-2", revision=2))
    assert "Devis DEV-2026-0001-2" in text_of(pdf)
    assert list(reader(pdf).attachments) == ["DEV-2026-0001-2.json"]


def test_agreement_dates_the_paper_where_the_company_is() -> None:
    late = replace(AGREEMENT, agreed_at=datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    assert replace(QUOTE, accepted=late).dated_on == date(2026, 11, 25)
    assert QUOTE.dated_on == date(2026, 11, 23)
    overseas = replace(QUOTE, accepted=late, zone=ZoneInfo("America/Martinique"))
    assert overseas.dated_on == date(2026, 11, 24)
    assert "24 novembre 2026, 19:30" in text_of(render_quote(overseas))


@pytest.mark.parametrize(
    "change",
    [
        {"total_excl_vat_cents": 145922},
        {"vat_cents": 29185},
        {"total_incl_vat_cents": 175104},
        {"lines": QUOTE.lines[:-1]},
    ],
)
def test_sums_that_disagree_make_no_quote(change: dict[str, object]) -> None:
    with pytest.raises(TotalsDisagree):
        replace(QUOTE, **change)  # type: ignore[arg-type]


def test_start_may_be_open_and_texts_absent() -> None:
    bare = replace(CLIENT, siret=None, contact=None, phone=None, email=None, reference=None)
    document = replace(QUOTE, start_on=None, notes="", client=bare)
    shown = text_of(render_quote(document))
    assert "DÉBUT PRÉVU à convenir" in shown
    assert "Remarques" not in shown
    assert "Contact" not in shown


def test_forty_lines_go_over_pages_with_their_header() -> None:
    rows = tuple(
        InventoryRow(f"Objet {n}", Decimal(n), "u", Decimal(n), Decimal(10 * n), "B")
        for n in range(1, 41)
    )
    pdf = render_quote(replace(QUOTE, inventory=rows))
    shown = text_of(pdf)
    assert pages_of(pdf) == 4
    assert all(f"Objet {n} {n} u" in shown for n in range(1, 41))
    assert "Total 820 m³ 8 200 kg" in shown
    assert shown.count("Objet Quantité Unité") >= 2
    assert shown.count("Devis DEV-2026-0001") >= 3


def test_long_note_and_endless_word_do_not_lose_a_letter() -> None:
    note = "mot " * 400 + "W" * 300
    shown = text_of(render_quote(replace(QUOTE, notes=note)))
    assert shown.count("mot ") == 400
    assert shown.replace(" ", "").count("W" * 300) == 1


def test_deposit_capital_and_payment_at_once_are_said() -> None:
    company = replace(
        COMPANY,
        capital_cents=1_000_000,
        carrier=None,
        payment=replace(COMPANY.payment, days=0, deposit_percent=30),
    )
    shown = text_of(render_quote(replace(QUOTE, company=company)))
    assert "Acompte de 30 % du total TTC à la commande." in shown
    assert "au capital de 10 000,00 €" in shown
    assert "Paiement à l’exécution" in shown
    assert "Récépissé" not in shown


def test_hours_and_truck_are_explained_in_a_sentence() -> None:
    shown = text_of(render_quote(QUOTE))
    assert "26 h 15 de travail en tout : 2 personnes pendant 2 jours." in shown
    assert "3 trajets de camion pour" in shown


def test_one_day_and_one_person_are_singular() -> None:
    shown = text_of(render_quote(replace(QUOTE, days=1, crew=1)))
    assert "1 jour ouvré " in shown
    assert "1 personne " in shown


def test_quote_without_weights_or_waste_still_prints() -> None:
    document = replace(QUOTE, inventory=(), waste=(), outcome=OutcomeWeights())
    assert "Total TTC 1 751,05 €" in text_of(render_quote(document))


def test_rate_below_a_cent_is_shown_whole() -> None:
    line = replace(QUOTE.lines[0], unit_price_cents=Decimal("6.25"))
    shown = text_of(render_quote(replace(QUOTE, lines=(line, *QUOTE.lines[1:]))))
    assert "26,25 h 0,0625 € 840,00 €" in shown


def test_lines_travel_with_the_paper_for_machines() -> None:
    attachments = reader(render_quote(QUOTE)).attachments
    assert list(attachments) == ["DEV-2026-0001.json"]
    content = json.loads(attachments["DEV-2026-0001.json"][0])
    assert content["total_incl_vat_cents"] == 175105
    assert content["vat_category"] == "S"
    assert content["vat_percent"] == "20"
    assert content["buyer_siret"] == "73282932000074"
    assert content["site_address"] == ["2 rue du Chemin-Vert", "93000 Bobigny"]
    assert sum(line["amount_cents"] for line in content["lines"]) == 145921
    assert content["lines"][-1] == {
        "key": "reuse_credit",
        "label": "Avoir réemploi",
        "quantity": "1631",
        "unit": "kg",
        "quantity_in_words": "1 631 kg",
        "unit_price_cents": "-6",
        "amount_cents": -9786,
    }


def test_only_the_reuse_credit_is_set_off() -> None:
    page = cast(Any, quote_page(QUOTE, "x.json", {}))
    assert [row["label"] for row in page["lines"] if row["credit"]] == ["Avoir réemploi"]
