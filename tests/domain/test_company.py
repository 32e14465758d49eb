import csv
import tomllib
from dataclasses import replace
from datetime import date

import pytest

from domain.company import EXAMPLE, Company, CompanyFaults, example_company, load_company
from domain.fields import vat_key


def faults_of(text: str) -> dict[str, str]:
    with pytest.raises(CompanyFaults) as caught:
        load_company(text)
    return {fault.field: fault.problem for fault in caught.value.faults}


def example_with(old: str, new: str) -> str:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


def test_example_is_complete_and_clearly_invented() -> None:
    company = example_company()
    assert "démonstration" in company.name
    assert company.siret == "99999999800019"
    assert company.siren == "999999998"
    assert company.vat_number == "FR11999999998"
    assert company.phone == "+33199000093"
    assert company.contact == "Nadia"
    assert company.email.endswith(".example")
    assert company.payment.recovery_fee_cents == 4000
    assert company.carrier is not None
    assert company.carrier.valid_until == date(2031, 1, 1)
    assert company.capital_cents is None


def test_every_missing_field_is_named_at_once() -> None:
    assert set(faults_of("")) == {
        "identity.name",
        "identity.legal_form",
        "identity.address",
        "identity.siret",
        "identity.registration",
        "identity.vat_number",
        "identity.phone",
        "identity.email",
        "identity.complaints",
        "insurance.insurer",
        "insurance.contract",
        "insurance.area",
        "payment.days",
        "payment.deposit_percent",
        "payment.recovery_fee_eur",
        "payment.late_points",
        "destinations",
    }


def test_conditions_are_approved_on_a_day_or_not_at_all() -> None:
    assert example_company().terms_approved_on is None
    approved = example_with("# [terms]\n# approved_on", "[terms]\napproved_on")
    assert load_company(approved).terms_approved_on == date(2027, 1, 15)
    assert set(faults_of(approved.replace("2027-01-15", "'bientôt'"))) == {"terms.approved_on"}
    assert faults_of(approved.replace("approved_on =", "approved =")) == {
        "terms.approved_on": "missing",
        "terms.approved": "not a known field",
    }


def test_faults_of_different_tables_come_together() -> None:
    text = example_with("days = 30", "days = 90").replace("RC-93-000000", " ")
    assert set(faults_of(text)) == {"payment.days", "insurance.contract"}


def test_message_is_one_line_per_fault() -> None:
    text = example_with("days = 30", "days = true").replace('kind = "recyclage', 'genre = "')
    with pytest.raises(CompanyFaults) as caught:
        load_company(text)
    assert str(caught.value).splitlines() == [
        "payment.days: must be a whole number from 0 to 60",
        "destinations[3].kind: missing",
        "destinations[3].genre: not a known field",
    ]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("999 999 998 00019", "999 999 998 00018", "identity.siret"),
        ("999 999 998 00019", "00000000000000", "identity.siret"),
        ("999 999 998 00019", "1234567820001", "identity.siret"),
        ("FR11999999998", "FR12999999998", "identity.vat_number"),
        ("FR11999999998", "FR44732829320", "identity.vat_number"),
        ("FR11999999998", "DE123456789", "identity.vat_number"),
        ("+33 1 99 00 00 93", "bonjour", "identity.phone"),
        ("+33 1 99 00 00 93", "12", "identity.phone"),
        ("devis@ressources93.example", "devis chez nous", "identity.email"),
        ("devis@ressources93.example", "a@b@c.fr", "identity.email"),
        ('["1 rue de l\'Exemple", "93000 Bobigny"]', "[]", "identity.address"),
        ('["1 rue de l\'Exemple", "93000 Bobigny"]', '["a", 3]', "identity.address"),
        ('name = "Ressources 93 (démonstration)"', "name = 93", "identity.name"),
        ("Ressources 93 (démonstration)", "R" * 81, "identity.name"),
        ("RNA W930000000", "RCS Bobigny 999 999 998", "identity.capital_eur"),
        ("recovery_fee_eur = 40 ", "recovery_fee_eur = 39 ", "payment.recovery_fee_eur"),
        ("2031-01-01", '"2031-01-01"', "carrier.valid_until"),
        ("2031-01-01", "2031-01-01T10:00:00", "carrier.valid_until"),
        ('streams = ["DEA"]', 'streams = ["dea"]', "destinations[1].streams"),
        ("[payment]", "[[payment]]", "payment"),
        ("[identity]", 'colour = "green"\n[identity]', "colour"),
    ],
)
def test_invalid_field_is_named(old: str, new: str, field: str) -> None:
    assert set(faults_of(example_with(old, new))) == {field}


def test_text_that_is_no_toml() -> None:
    assert list(faults_of("name = ")) == ["file"]


def test_la_poste_and_a_key_with_letters_are_accepted() -> None:
    text = example_with("999 999 998 00019", "35600000049837")
    company = load_company(text.replace("FR11999999998", "FRK7356000000"))
    assert (company.siret, company.vat_number) == ("35600000049837", "FRK7356000000")


def test_company_of_the_trade_register_prints_its_capital() -> None:
    text = example_with("RNA W930000000", "RCS Bobigny 999 999 998")
    company = load_company(text.replace("# capital_eur", "capital_eur"))
    assert company.capital_cents == 1_000_000


def test_carrier_receipt_and_website_may_be_absent() -> None:
    raw = EXAMPLE.read_text(encoding="utf-8")
    start, end = raw.index("[carrier]"), raw.index("# Where the streams")
    company = load_company((raw[:start] + raw[end:]).replace('website = "', '# website = "'))
    assert (company.carrier, company.website) == (None, None)


def test_each_stream_of_the_catalogue_has_a_destination() -> None:
    company = example_company()
    with (EXAMPLE.parent / "catalogue.csv").open(encoding="utf-8", newline="") as rows:
        streams = {row["stream"] for row in csv.DictReader(rows)}
    assert {stream for stream in streams if company.destination(stream) is None} == set()


def test_unknown_stream_has_no_destination() -> None:
    assert example_company().destination("PLUTONIUM") is None


def test_company_is_a_value() -> None:
    assert replace(example_company()) == example_company()
    assert isinstance(example_company(), Company)


@pytest.mark.parametrize(("siren", "key"), [("732829320", 44), ("130025265", 7)])
def test_vat_keys_of_the_reference(siren: str, key: int) -> None:
    assert vat_key(siren) == key


def test_example_has_no_field_the_program_ignores() -> None:
    assert set(tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))) == {
        "identity",
        "insurance",
        "payment",
        "promises",
        "carrier",
        "destinations",
    }
