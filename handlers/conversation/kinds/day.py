"""A day, tapped or written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import Any

import holidays

from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.kind import (
    OPEN,
    Facts,
    Json,
    Kind,
    Open,
    Option,
    Rejected,
    reject,
)
from handlers.conversation.kinds.calendar import guess_day, read_days
from handlers.conversation.kinds.day_periods import DayChoice
from handlers.words.catalogue import Say

FARTHEST = timedelta(days=548)  # 18 months (§10.4)
SATURDAY = 5
MOST = 24  # buttons for the days of a period: a month of working days
_SENTENCES = {
    "period": "day-which-period",
    "span": "day-which-period",
    "soon": "day-which-soon",
    "weekday": "day-which-weekday",
}


@dataclass(frozen=True)
class Day(Kind[date]):
    """A day from today on, at most 18 months away; wants the fact "today", a date on our calendar.

    The next `buttons` working days can be tapped, from `notice` working days ahead.
    `after` gives, from the answers so far, the first day that will do, or None.
    `working` refuses weekends and public holidays of mainland France.
    """

    buttons: int = 6
    notice: int = 0
    after: Callable[[Any], date | None] | None = None
    working: bool = False

    expects = "day"
    needs = ("today",)
    columns = 3

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Typed | Tapped):
            return self.unexpected(given)
        text = given.text if isinstance(given, Typed) else given.code
        found = read_days(text, facts["today"])
        if isinstance(found, DayChoice):
            return self._choice(found, facts)
        if isinstance(found, Rejected):
            return found
        if not found:
            guess = guess_day(text, facts["today"])
            if guess is None or self._fault(guess, facts):
                return reject("expected-day", got="text")
            return {"open": [guess.isoformat()]}
        fits = [day.isoformat() for day in found if self._fault(day, facts) is None]
        if not fits:
            return self._fault(found[-1], facts)
        return fits[0] if len(found) == 1 else {"open": [*fits]}

    def _choice(self, choice: DayChoice, facts: Facts) -> Json | Rejected:
        """Begin the answer: the days that will do, of a period only those that people work on."""
        fits = [day for day in choice.days if self._fault(day, facts) is None]
        if not fits:
            return self._fault(choice.days[-1], facts)
        if choice.about in {"period", "soon", "span"}:
            fits = [day for day in fits if works_on(day)] or fits
            fits = fits[: self.buttons if choice.about == "soon" else MOST]
        said = fits if choice.about == "soon" else choice.days
        return {
            "open": [day.isoformat() for day in fits],
            "about": choice.about,
            "said": [said[0].isoformat(), said[-1].isoformat()],
        }

    def load(self, raw: Json) -> date | Rejected | Open:
        if isinstance(raw, dict):
            return OPEN if _offered(raw) else reject("day-impossible")
        return _date(raw) or reject("day-impossible")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        days = _offered(before) or islice(self._coming(facts), self.buttons)
        return [Option(day.isoformat(), text=day) for day in days]

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        if not isinstance(before, dict) or not (days := _offered(before)):
            return []
        said = before.get("said")
        first, last = map(_date, said) if isinstance(said, list) else (days[0], days[-1])
        return [say(_SENTENCES.get(str(before.get("about")), "day-which"), first=first, last=last)]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        day = _date(raw)
        return say.day(day) if day else ""

    def still(self, raw: Json, facts: Facts) -> Rejected | None:
        day = _date(raw)
        return self._fault(day, facts) if day and facts.get("today") else None

    def _coming(self, facts: Facts) -> Iterator[date]:
        return working_days(self._earliest(facts))

    def _earliest(self, facts: Facts) -> date:
        today: date = facts["today"]
        earliest = today
        if self.notice:
            earliest = next(islice(working_days(today + timedelta(1)), self.notice - 1, None))
        after = self.after(facts.so_far) if self.after else None
        return max(earliest, after) if after else earliest

    def _fault(self, day: date, facts: Facts) -> Rejected | None:
        today, earliest = facts["today"], self._earliest(facts)
        if day < today:
            return reject("day-past", day=day)
        if day < earliest:
            return reject("day-too-soon", day=day, earliest=earliest)
        if day > max(today + FARTHEST, earliest):
            return reject("day-too-far", day=day)
        return reject("day-off", day=day) if self.working and not works_on(day) else None


def works_on(day: date) -> bool:
    """Tell whether people work on that day in mainland France."""
    return day.weekday() < SATURDAY and day not in _holidays()


def working_days(first: date) -> Iterator[date]:
    """List the working days from that day on."""
    while True:
        if works_on(first):
            yield first
        first += timedelta(1)


@cache
def _holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("FR")


def _date(raw: Json) -> date | None:
    if not isinstance(raw, str):
        return None
    try:
        return date.fromisoformat(raw)
    except ValueError:
        return None


def _offered(before: Json) -> list[date]:
    days = before.get("open") if isinstance(before, dict) else None
    return [day for one in days if (day := _date(one))] if isinstance(days, list) else []
