"""The SIRET of a client company (§10.1)."""

import re

from stdnum import luhn
from stdnum.fr import siren, siret

from handlers.conversation.given import Given, Typed
from handlers.conversation.kind import Facts, Json, Kind, Rejected, reject
from handlers.conversation.signs import plain
from handlers.words.catalogue import Say

SIRET, SIREN = 14, 9
LONGEST = 40
_PREFIX = re.compile(r"(?:n[°o]|num[ée]ro)?(?:de)?siret(?:n[°o]|num[ée]ro)?:?", re.IGNORECASE)


class CompanyNumber(Kind[str]):
    """A SIRET: 14 digits with valid check digits, including La Poste's exception."""

    expects = "siret"
    free_text = True

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        return read_siret(given.text) if isinstance(given, Typed) else self.unexpected(given)

    def load(self, raw: Json) -> str | Rejected:
        return read_siret(raw) if isinstance(raw, str) else reject("expected-siret", got="other")

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return show_siret(str(raw))


def read_siret(text: str) -> str | Rejected:
    """Read a written SIRET; each mistake has its own rejection."""
    written = _PREFIX.sub("", re.sub(r"[\s.\-/_]", "", plain(text)))
    if re.fullmatch(r"(?i)fr\w{2}\d{9}", written):
        return reject("siret-vat")
    if not re.fullmatch(r"\d+", written, re.ASCII) or len(written) > LONGEST:
        return reject("expected-siret", got="text")
    if len(written) == SIREN and siren.is_valid(written):
        return reject("siret-siren")
    if len(written) != SIRET:
        return reject("siret-length", length=len(written))
    return written if _valid(written) else reject("siret-check")


def show_siret(number: str) -> str:
    """Format it as « 732 829 320 00074 », with no-break spaces."""
    return "\u00a0".join((number[:3], number[3:6], number[6:9], number[9:]))


def _valid(number: str) -> bool:
    if not number.strip("0") or not siren.is_valid(number[:SIREN]):
        return False
    return bool(siret.is_valid(number) or luhn.is_valid(number))
