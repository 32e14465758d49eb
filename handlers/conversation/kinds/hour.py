"""A time of day on the clock of the place of work, or from one to another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import TypeVar

from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.kind import Facts, Json, Kind, Option, Rejected, reject
from handlers.conversation.signs import plain

_WRITTEN = re.compile(r"(?:a|at)?\s*(\d{1,2})\s*(?:(?:h|heures?|:|\.)\s*(\d{2})?)?\s*(am|pm)?")
_FROM_TO = re.compile(
    r"(?:(?:de|entre|from|between)\b)?\s*(.+?)\s*(?:[-–—]|\b(?:a|et|to|and)\b)\s*(.+)"
)
_NAMED = {"midi": time(12), "noon": time(12), "minuit": time(0), "midnight": time(0)}


@dataclass(frozen=True, slots=True)
class Hours:
    """From a time of day to another one, which may be open."""

    start: time
    end: time | None = None

    @property
    def times(self) -> tuple[time, ...]:
        return (self.start,) if self.end is None else (self.start, self.end)

    @property
    def is_backwards(self) -> bool:
        return self.end is not None and self.end <= self.start


TimeOrHours = TypeVar("TimeOrHours", time, Hours)


@dataclass(frozen=True)
class _OnTheClock(Kind[TimeOrHours]):
    """Something told in times between two others, both included; the usual ones on `buttons`."""

    earliest: time = time(0)
    latest: time = time(23, 59)
    buttons: tuple[time, ...] = ()

    columns = 3

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Typed | Tapped):
            return self.unexpected(given)
        found = self.load(given.text if isinstance(given, Typed) else given.code)
        return found if isinstance(found, Rejected) else _written(found)

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [Option(f"{at:%H:%M}", text=at) for at in self.buttons]

    def load(self, raw: Json) -> TimeOrHours | Rejected:
        raise NotImplementedError

    def outside(self, at: time) -> Rejected | None:
        if self.earliest <= at <= self.latest:
            return None
        return reject("time-outside", earliest=self.earliest, latest=self.latest)


class Time(_OnTheClock[time]):
    """A time (§10.4)."""

    expects = "time"

    def load(self, raw: Json) -> time | Rejected:
        at = read_time(raw) if isinstance(raw, str) else None
        return reject("expected-time", got="text") if at is None else self.outside(at) or at


class TimeSlot(_OnTheClock[Hours]):
    """« 8h-12h », or a time alone (§10.4)."""

    expects = "slot"

    def load(self, raw: Json) -> Hours | Rejected:
        hours = read_hours(raw) if isinstance(raw, str) else None
        if hours is None:
            return reject("expected-slot", got="text")
        if fault := next(filter(None, map(self.outside, hours.times)), None):
            return fault
        return reject("slot-backwards") if hours.is_backwards else hours


def _written(told: time | Hours) -> str:
    times = told.times if isinstance(told, Hours) else (told,)
    return "–".join(f"{at:%H:%M}" for at in times)


def read_hours(text: str) -> Hours | None:
    """Read « 8h-12h », « 8h30-12h », "8:00–12:00", « de 8h à midi », and a time alone."""
    if (alone := read_time(text)) is not None:
        return Hours(alone)
    found = _FROM_TO.fullmatch(_folded(text))
    start, end = map(read_time, found.groups()) if found else (None, None)
    return None if start is None or end is None else Hours(start, end)


def read_time(text: str) -> time | None:
    """Read « 8h », « 8h30 », "08:30", "2 pm", « midi »."""
    written = _folded(text)
    if written in _NAMED:
        return _NAMED[written]
    found = _WRITTEN.fullmatch(written)
    if not found:
        return None
    hour, half = int(found[1]), found[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    minute = int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _folded(text: str) -> str:
    return plain(text).casefold().replace("à", "a").strip(" .")
