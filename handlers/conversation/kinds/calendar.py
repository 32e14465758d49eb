"""Reading a day as people write it in French and English, day before month (§10.4)."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from importlib import import_module

from babel.dates import get_day_names, get_month_names

from handlers.conversation.kind import Rejected, reject
from handlers.conversation.signs import plain

Days = tuple[date, ...]  # one where it is sure, several to choose from, none where unreadable

LONGEST = 40
WORKING_DAYS = 5
_LANGUAGES = ("fr", "en")
_SOON = {
    "aujourdhui": 0,
    "today": 0,
    "demain": 1,
    "tomorrow": 1,
    "apres-demain": 2,
    "apres demain": 2,
}
_NEXT = r"(?P<next>prochaine?|qui vient|next)"
_NUMERIC = re.compile(r"(\d{1,2})\s*[/. -]\s*(\d{1,2})(?:\s*[/. -]\s*(\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_WEEK = re.compile(r"(?:semaine|sem|week|wk|s|w)\s*\.?\s*(\d{1,2})(?:\s+(\d{4}))?")
_IN_DAYS = re.compile(r"(?:dans|in)\s+(\d{1,3})\s+(jours?|days?|semaines?|weeks?)")


def read_days(text: str, today: date) -> Days | Rejected:
    """Read the day or days that a text may mean, seen from today."""
    written = _plain(text)
    if len(written) <= LONGEST:
        for reader in (_soon, _iso, _numeric, _week, _in_days, _weekday, _named):
            if (found := reader(written, today)) is not None:
                return found
    return ()


def guess_day(text: str, today: date) -> date | None:
    """Let dateparser read the rest; only to be offered, since it reads almost anything."""
    written = _plain(text)
    if len(written) > LONGEST or not re.search(r"[^\W\d_]{3}", written):
        return None
    base = datetime(today.year, today.month, today.day)  # noqa: DTZ001 a wall day, as it wants
    try:
        found = _dateparser()(
            written,
            languages=[*_LANGUAGES],
            settings={
                "PREFER_DATES_FROM": "future",
                "DATE_ORDER": "DMY",
                "RELATIVE_BASE": base,
                "REQUIRE_PARTS": ["day"],
            },
        )
    except (ValueError, OverflowError):  # years that no calendar has
        return None
    return found.date() if found else None


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", plain(text).casefold())
    kept = "".join(one for one in folded if not unicodedata.combining(one))
    return " ".join(re.sub(r"[’'`]", "", kept).replace(",", " ").split()).strip(" .!")


def _soon(text: str, today: date) -> Days | None:
    if text == "day after tomorrow":
        return (today + timedelta(2),)
    return (today + timedelta(_SOON[text]),) if text in _SOON else None


def _iso(text: str, _today: date) -> Days | Rejected | None:
    found = _ISO.fullmatch(text)
    return _exact(int(found[1]), int(found[2]), int(found[3])) if found else None


def _numeric(text: str, today: date) -> Days | Rejected | None:
    found = _NUMERIC.fullmatch(text)
    if not found:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3]
    return _exact(_year(year), month, day) if year else _coming(month, day, today)


def _week(text: str, today: date) -> Days | Rejected | None:
    """Offer the working days of an ISO week, of this year or the next."""
    found = _WEEK.fullmatch(text)
    if not found:
        return None
    week = int(found[1])
    years = [int(found[2])] if found[2] else [today.year, today.year + 1, today.year + 2]
    for year in years:
        try:
            monday = date.fromisocalendar(year, week, 1)
        except ValueError:
            continue
        left = tuple(monday + timedelta(n) for n in range(WORKING_DAYS))
        if found[2] or left[-1] >= today:
            return tuple(day for day in left if day >= today) or left
    return reject("day-impossible")


def _in_days(text: str, today: date) -> Days | None:
    found = _IN_DAYS.fullmatch(text)
    if not found:
        return None
    return (today + timedelta(int(found[1]) * (7 if found[2][0] in "sw" else 1)),)


def _weekday(text: str, today: date) -> Days | None:
    """Take « lundi » for the next one; ask which where it is « lundi prochain »."""
    found = _weekday_pattern().fullmatch(text)
    if not found:
        return None
    wanted = _weekdays()[found["day"]]
    ahead = (wanted - today.weekday() - 1) % 7 + 1
    first = today + timedelta(ahead)
    return (first, first + timedelta(7)) if found["next"] or found["before"] else (first,)


def _named(text: str, today: date) -> Days | Rejected | None:
    """Read « lundi 3 mars 2027 », "March 3"; a weekday that does not fit is pointed out."""
    found = next((hit for pattern in _named_patterns() if (hit := pattern.fullmatch(text))), None)
    if not found:
        return None
    day, month, year = int(found["n"]), _months()[found["month"]], found["year"]
    days = _exact(_year(year), month, day) if year else _coming(month, day, today)
    weekday = found["weekday"]
    if weekday and not isinstance(days, Rejected) and days[0].weekday() != _weekdays()[weekday]:
        return reject("day-weekday", day=days[0])
    return days


def _exact(year: int, month: int, day: int) -> Days | Rejected:
    try:
        return (date(year, month, day),)
    except ValueError:
        return reject("day-impossible")


def _coming(month: int, day: int, today: date) -> Days | Rejected:
    """Find the next such day; the 29th of February may be years away."""
    for year in range(today.year, today.year + 9):
        days = _exact(year, month, day)
        if not isinstance(days, Rejected) and days[0] >= today:
            return days
    return reject("day-impossible")


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


@cache
def _names(source: Callable[..., dict[int, str]]) -> dict[str, int]:
    widths = ("wide", "abbreviated")
    return {
        _plain(name): number
        for lang in _LANGUAGES
        for width in widths
        for number, name in source(width, context="format", locale=lang).items()
    }


def _months() -> dict[str, int]:
    return _names(get_month_names)


def _weekdays() -> dict[str, int]:
    return _names(get_day_names)


def _one_of(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


@cache
def _weekday_pattern() -> re.Pattern[str]:
    day = f"(?P<day>{_one_of(_weekdays())})"
    return re.compile(rf"(?:(?:le|ce|on|this)\s+)?(?P<before>next\s+)?{day}\.?(?:\s+{_NEXT})?")


@cache
def _named_patterns() -> tuple[re.Pattern[str], ...]:
    weekday = rf"(?:le\s+|on\s+)?(?:(?P<weekday>{_one_of(_weekdays())})\.?\s+)?(?:le\s+|the\s+)?"
    number, year = (
        r"(?P<n>\d{1,2})\s*(?:er|ere|eme|e|st|nd|rd|th)?",
        r"(?:\s+(?P<year>\d{4}|\d{2}))?",
    )
    month = rf"(?P<month>{_one_of(_months())})\.?"
    return (
        re.compile(rf"{weekday}{number}\s*(?:de\s+|of\s+)?{month}{year}"),
        re.compile(rf"{weekday}{month}\s+(?:the\s+)?{number}{year}"),
    )


@cache
def _dateparser() -> Callable[..., datetime | None]:
    """Load it when it is first wanted: it takes a tenth of a second."""
    return import_module("dateparser").parse  # type: ignore[no-any-return]
