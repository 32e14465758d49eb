"""Billing answers: an e-mail address, a VAT number (§10.1)."""

import re

from email_validator import EmailNotValidError, validate_email
from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.fr import siret, tva

from handlers.conversation.given import Given, Typed
from handlers.conversation.kind import Facts, Json, Kind, Rejected, reject
from handlers.conversation.signs import plain

LONGEST = 60
_PREFIX = re.compile(r"[^:\d]*\b(?:tva|vat)\b[^:\d]*?:?\s*(?=fr|\d)", re.IGNORECASE)
_MAILTO = re.compile(r"^(?:mailto|e-?mail|mail|courriel)\s*:\s*", re.IGNORECASE)


class Email(Kind[str]):
    """A well-formed e-mail address; its existence is not checked."""

    expects = "email"
    free_text = True

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        return self.load(given.text) if isinstance(given, Typed) else self.unexpected(given)

    def load(self, raw: Json) -> str | Rejected:
        text = _MAILTO.sub("", plain(str(raw))).strip("<>,; ")
        try:
            return validate_email(text, check_deliverability=False).normalized
        except EmailNotValidError:
            return reject("email-invalid")


class VatNumber(Kind[str]):
    """A French VAT number: FR, two check characters and the matching SIREN."""

    expects = "vat"
    free_text = True

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        return self.load(given.text) if isinstance(given, Typed) else self.unexpected(given)

    def load(self, raw: Json) -> str | Rejected:
        text = plain(str(raw))
        if len(text) > LONGEST:
            return reject("expected-vat", got="text")
        text = _PREFIX.sub("", text, count=1)
        if siret.is_valid(text):
            return reject("vat-siret")
        try:
            return f"FR{tva.validate(text)}"
        except InvalidChecksum:
            return reject("vat-check")
        except ValidationError:
            return reject("expected-vat", got="text")
