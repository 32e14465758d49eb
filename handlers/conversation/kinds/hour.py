"""A time of day on the clock of the place of work."""

# ruff: noqa: ARG002 every kind is given the same

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.kind import Facts, Json, Kind, Option, Rejected, reject
from handlers.words.catalogue import Say

_WRITTEN = re.compile(r"(?:a|at)?\s*(\d{1,2})\s*(?:(?:h|heures?|:|\.)\s*(\d{2})?)?\s*(am|pm)?")
_NAMED = {"midi": time(12), "noon": time(12), "minuit": time(0), "midnight": time(0)}


@dataclass(frozen=True)
class Time(Kind[time]):
    """A time between two others, both included; the usual ones on `buttons` (§10.4)."""

    earliest: time = time(0)
    latest: time = time(23, 59)
    buttons: tuple[time, ...] = ()

    expects = "time"
    columns = 3

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Typed | Tapped):
            return self.unexpected(given)
        at = read_time(given.text if isinstance(given, Typed) else given.code)
        if at is None:
            return reject("expected-time", got="text")
        return self._fault(at) or f"{at:%H:%M}"

    def load(self, raw: Json) -> time | Rejected:
        at = read_time(raw) if isinstance(raw, str) else None
        return reject("expected-time", got="other") if at is None else self._fault(at) or at

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [Option(f"{at:%H:%M}", text=at) for at in self.buttons]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return str(raw)

    def _fault(self, at: time) -> Rejected | None:
        if self.earliest <= at <= self.latest:
            return None
        return reject("time-outside", earliest=self.earliest, latest=self.latest)


def read_time(text: str) -> time | None:
    """Read « 8h », « 8h30 », "08:30", "2 pm", « midi »."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("à", "a").strip(" .")
    if plain in _NAMED:
        return _NAMED[plain]
    found = _WRITTEN.fullmatch(plain)
    if not found:
        return None
    hour, half = int(found[1]), found[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    minute = int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
