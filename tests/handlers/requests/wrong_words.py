"""What is typed by mistake to a kind of question, and why it is refused."""

LONG = "x" * 5_000
POSTAL = (
    ("ici", "too-short"),
    ("12345678", "needs-letter"),
    ("4 quai de la Marne", "postal-address-no-postcode"),
    ("x" * 201, "too-long"),
)
NAME = (
    (LONG, "too-long"),
    ("x" * 121, "too-long"),
    ("\x00\u202e", "empty"),
    ("12", "needs-letter"),
)
NOTE = ((LONG, "too-long"), ("\x00 \x07", "empty"))
BUTTON = (("peut-être", "expected-button"), (LONG, "expected-button"), ("2", "expected-button"))
NUMBER = (
    ("beaucoup", "expected-number"),
    ("12 ou 15", "expected-number"),
    ("1,5", "whole-number"),
    ("9" * 60, "expected-number"),
    ("5,000,000", "too-much"),
    (LONG, "expected-number"),
)
DAY = (
    ("31/02", "day-impossible"),
    ("12/13/2026", "day-impossible"),
    ("01/11/2026", "day-past"),
    ("01/01/2035", "day-too-far"),
    ("un de ces jours", "expected-day"),
    (LONG, "expected-day"),
)
FILE = (("je ne l’ai pas", "expected-document"), (LONG, "expected-document"))
SHORT_CODE = ("112", "phone-short-code")

MEASURE = (
    ("beaucoup", "expected-number"),
    ("12 ou 15", "expected-number"),
    ("-3", "too-little"),
    ("1,0005", "three-decimals"),
    ("5,000,000", "too-much"),
    (LONG, "expected-number"),
)
WORDS = ((LONG, "too-long"), ("\x00", "empty"), ("ab", "too-short"), ("1234", "needs-letter"))
PHONE = (
    SHORT_CODE,
    ("demain", "phone-invalid"),
    ("06 12 34 56", "phone-invalid"),
    ("+338 12 34 56 78", "phone-surcharged"),
    (LONG, "phone-invalid"),
)

SIRET = (
    ("732 829 320 00075", "siret-check"),
    ("00000000000000", "siret-check"),
    ("732 829 320", "siret-siren"),
    ("1234567820001", "siret-length"),
    ("FR44732829320", "siret-vat"),
    ("je ne sais pas", "expected-siret"),
    (LONG, "expected-siret"),
)
