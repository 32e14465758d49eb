"""Weeks and days counted from today: « semaine 51 », « mardi en huit », "in ten days"."""

import re
from datetime import date, timedelta
from functools import cache

from handlers.conversation.kind import Rejected, reject
from handlers.conversation.kinds.day_names import one_of, weekdays

Days = tuple[date, ...]  # one where it is sure, several to choose from, none where unreadable
WORKING_DAYS = 5
_WEEKS_SAID_IN_DAYS = frozenset({"8", "15"})  # « dans quinze jours » is two weeks, more or less
_WEEK = re.compile(
    r"(?:(?P<part>debut|early|fin|late|end\s+of)\s+(?:de\s+)?|(?:courant|pendant|en|in|during|dans)\s+)?"
    r"(?:la\s+|the\s+)?(?:semaine|sem|week|wk|s|w)\s*\.?\s*(?:n°?\s*)?(?P<n>\d{1,2})"
    r"(?:\s+(?:de\s+|of\s+)?(?P<year>\d{4}))?"
)
_IN_DAYS = re.compile(r"(?:dans|in)\s+(\d{1,3})\s+(jours?|days?|semaines?|weeks?)")


def read_week(text: str, today: date) -> Days | Rejected | None:
    """Offer the working days of an ISO week, of this year or the next."""
    found = _WEEK.fullmatch(text)
    if not found:
        return None
    week, written = int(found["n"]), found["year"]
    years = [int(written)] if written else [today.year, today.year + 1, today.year + 2]
    for year in years:
        try:
            monday = date.fromisocalendar(year, week, 1)
        except ValueError:
            continue
        left = tuple(monday + timedelta(n) for n in range(WORKING_DAYS))
        if found["part"]:
            left = left[:2] if found["part"] in {"debut", "early"} else left[3:]
        if written or left[-1] >= today:
            return tuple(day for day in left if day >= today) or left
    return reject("day-impossible")


def read_in_days(text: str, today: date) -> Days | None:
    """Read « dans 3 jours », "in ten days" as one day."""
    found = _IN_DAYS.fullmatch(text)
    if not found or (found[1] in _WEEKS_SAID_IN_DAYS and found[2][0] in "jd"):
        return None
    return (today + timedelta(int(found[1]) * (7 if found[2][0] in "sw" else 1)),)


def read_weeks_ahead(text: str, today: date) -> Days | None:
    """Read « mardi en huit », "Tuesday week", « lundi de la semaine prochaine »."""
    found = next((hit for one in _ahead_patterns() if (hit := one.fullmatch(text))), None)
    if not found:
        return None
    wanted, weeks = weekdays()[found["day"]], found["weeks"]
    if "semaine" in weeks or "next" in weeks:
        return (today + timedelta(7 - today.weekday() + wanted),)
    ahead = timedelta(14 if weeks in {"quinze", "15", "fortnight"} else 7)
    first = next_weekday(wanted, today) + ahead
    return (first - timedelta(7), first) if wanted == today.weekday() else (first,)


def next_weekday(wanted: int, today: date) -> date:
    """Return the next such day after today."""
    return today + timedelta((wanted - today.weekday() - 1) % 7 + 1)


@cache
def _ahead_patterns() -> tuple[re.Pattern[str], ...]:
    day = rf"(?P<day>{one_of(weekdays())})\.?"
    next_week = r"(?:(?:de\s+)?(?:la\s+)?semaine\s+prochaine|(?:of\s+)?next\s+week)"
    return (
        re.compile(rf"(?:le\s+)?{day}\s+en\s+(?P<weeks>huit|8|quinze|15)"),
        re.compile(rf"(?:le\s+|on\s+)?{day}\s+(?P<weeks>week|fortnight|{next_week})"),
        re.compile(rf"an?\s+(?P<weeks>week|fortnight)\s+(?:on|from)\s+{day}"),
    )
