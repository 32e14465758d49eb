"""Reading when somebody is away: « jusqu’à jeudi », « du 14 au 18 », “Monday morning”."""

import re
from datetime import date, timedelta

from domain.absences import LONGEST, AbsencePeriod, DayHalf
from handlers.conversation.kind import Rejected, reject
from handlers.conversation.kinds.calendar import read_days
from handlers.conversation.kinds.day_periods import DayChoice
from handlers.conversation.signs import folded

FRIDAY = 4
_UNTIL = re.compile(
    r"(?:jusqua?u?|until|till|up to)\s+(?:le\s+|the\s+)?(.+?)(?:\s+(?:inclus|included))?"
)
_FROM_TO = re.compile(
    r"(?:(?:du|de|from)\s+)?(?:le\s+|the\s+)?(.+?)"
    r"\s*(?:\bau\b|\ba\b|\bjusquau\b|\bto\b|\buntil\b|-)\s*(?:le\s+|the\s+)?(.+)"
)
_MORNING = re.compile(r"\b(?:matin(?:ee)?|morning)\b")
_AFTERNOON = re.compile(r"\b(?:apres[\s-]?midi|aprem|afternoon)\b")
_THIS_WEEK = frozenset(
    {"cette semaine", "toute la semaine", "this-week", "this week", "all week", "the whole week"}
)
_FOREVER = frozenset({"", "?"})


def read_absence(text: str, today: date) -> AbsencePeriod | Rejected:
    """Read a period that is not over; what cannot be read, is past or too long is Rejected."""
    period = _read(folded(text).replace("toute la journee", "").strip(), today)
    if period is None:
        return reject("expected-absence", got="text")
    if period.last < period.first:
        return reject("absence-backwards")
    if period.last < today:
        return reject("day-past", day=period.last)
    if period.last - period.first > LONGEST:
        return reject("absence-long")
    return period


def _read(said: str, today: date) -> AbsencePeriod | None:
    if said in _THIS_WEEK:
        return AbsencePeriod(today, today + timedelta(max(FRIDAY - today.weekday(), 0)))
    if until := _UNTIL.fullmatch(said):
        last = _day(until[1], today)
        return AbsencePeriod(today, last) if last else None
    if half := _half(said):
        day = _day(_without_half(said), today)
        return AbsencePeriod(day, day, half) if day else None
    found = read_days(said, today)
    if isinstance(found, tuple) and len(found) == 1:
        return AbsencePeriod(found[0], found[0])
    if isinstance(found, DayChoice) and found.about == "period":
        return AbsencePeriod(found.days[0], found.days[-1])
    return _from_to(said, today)


def _from_to(said: str, today: date) -> AbsencePeriod | None:
    """Read « du lundi au mercredi »: the second day follows the first."""
    pair = _FROM_TO.fullmatch(said)
    first = _day(pair[1], today) if pair else None
    last = _day(pair[2], first) if pair and first else None
    return AbsencePeriod(first, last) if first and last else None


def _half(said: str) -> DayHalf | None:
    if _AFTERNOON.search(said):
        return DayHalf.AFTERNOON
    return DayHalf.MORNING if _MORNING.search(said) else None


def _without_half(said: str) -> str:
    left = _MORNING.sub("", _AFTERNOON.sub("", said))
    left = re.sub(r"\b(?:cet|cette|ce|this|in the|le|the)\b", "", left).strip()
    return left or "today"


def _day(said: str, today: date) -> date | None:
    found = read_days(said.strip(), today)
    days = found.days if isinstance(found, DayChoice) else found
    return days[0] if isinstance(days, tuple) and len(days) == 1 else None
