"""Free words: names, addresses, notes."""

import unicodedata
from dataclasses import dataclass

from handlers.conversation.given import Given, Typed
from handlers.conversation.kind import Facts, Json, Kind, Rejected, reject
from handlers.conversation.signs import has_shape

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DROPPED = {"Cc", "Cs", "Cn", "Co"}


@dataclass(frozen=True)
class Text(Kind[str]):
    """Words of a bounded length, less control characters; `multiline` keeps line breaks (§10.4)."""

    at_least: int = 1
    at_most: int = 2000
    needs_letter: bool = False
    multiline: bool = False

    expects = "text"
    free_text = True

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Typed):
            return self.unexpected(given)
        text = clean(given.text, multiline=self.multiline)
        return self._fault(text) or text

    def load(self, raw: Json) -> str | Rejected:
        if not isinstance(raw, str):
            return reject("expected-text", got="other")
        return self._fault(raw) or raw

    def _fault(self, text: str) -> Rejected | None:
        if not any(map(has_shape, text)):
            return reject("empty")
        if len(text) > self.at_most:
            return reject("too-long", most=self.at_most, length=len(text))
        if len(text) < self.at_least:
            return reject("too-short", least=self.at_least)
        if self.needs_letter and not any(letter.isalpha() and has_shape(letter) for letter in text):
            return reject("needs-letter")
        return None


def clean(text: str, *, multiline: bool = False) -> str:
    """Drop control characters and marks that turn the writing around; tidy spaces."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(letter for letter in composed if _kept(letter))
    rows = [" ".join(row.split()) for row in kept.split("\n")]
    return "\n".join(rows).strip() if multiline else " ".join(row for row in rows if row)


def _kept(letter: str) -> bool:
    if letter in "\n\t":
        return True
    return letter not in _BIDI and unicodedata.category(letter) not in _DROPPED
