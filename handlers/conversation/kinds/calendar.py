"""Reading a day as people write it in French and English, day before month (§10.4)."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from importlib import import_module

from handlers.conversation.kind import Rejected, reject
from handlers.conversation.kinds.day_names import LANGUAGES, months, one_of, weekdays
from handlers.conversation.kinds.day_periods import DayChoice, read_period, read_soon
from handlers.conversation.kinds.day_spans import (
    read_after,
    read_alternatives,
    read_nth_weekday,
    read_span,
)
from handlers.conversation.kinds.day_weeks import (
    Days,
    next_weekday,
    read_in_days,
    read_week,
    read_weeks_ahead,
)
from handlers.conversation.signs import folded

LONGEST = 60
_SOON = {
    "aujourdhui": 0,
    "today": 0,
    "demain": 1,
    "tomorrow": 1,
    "ce matin": 0,
    "cet apres-midi": 0,
    "cet aprem": 0,
    "ce soir": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "apres-demain": 2,
    "apres demain": 2,
}
_NEXT = r"(?P<next>prochaine?|qui vient|next)"
_NUMERIC = re.compile(r"(\d{1,2})\s*[/. -]\s*(\d{1,2})(?:\s*[/. -]\s*(\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


_FROM = re.compile(
    r"(?:(?:dispo(?:nible)?|available)\s+)?(?:a\s+(?:partir|compter)\s+d[ue]|des|from"
    r"|starting(?:\s+(?:from|on))?|as\s+(?:of|from)|pour|for)\s+(?:le\s+|the\s+)?"
)
_BY = re.compile(
    r"(?:avant|au\s+plus\s+tard|jusqua?u?|dici(?:\s+(?:a|au))?|by|before|until|no\s+later\s+than|apres|after"
    r"|vers|autour\s+du|environ|around|about)\s+(?:le\s+|the\s+)?"
)
_AFTER = re.compile(r"apres|after")
_CLOCK = r"\d{1,2}\s*(?:h(?:eures?)?\s*(?:\d{2})?|:\d{2}|[ap]m)"
_HOUR = re.compile(
    rf"\s+(?:(?:a|at|vers|des|de|entre|from|around|avant|apres)\s+)?{_CLOCK}"
    rf"(?:\s*(?:-|a|et|to)\s*{_CLOCK})?$"
    r"|\s+(?:(?:dans\s+la|dans\s+l|en|in\s+the|le|au|a)\s*)?(?:matin(?:ee)?|l?apres[\s-]midi|aprem"
    r"|soir(?:ee)?|midi|morning|afternoon|evening|noon|night)$"
    r"|\s+(?:si\s+possible|svp|sil\s+vous\s+plait|please|if\s+possible)$"
)


def read_days(text: str, today: date) -> Days | DayChoice | Rejected:
    """Read the day or days that a text may mean, seen from today."""
    written = folded(text)
    if len(written) > LONGEST:
        return ()
    without_hour = _HOUR.sub("", _HOUR.sub("", written))
    start = _FROM.match(without_hour)
    for said in (written, without_hour, without_hour[start.end() if start else 0 :]):
        if (found := _read(said, today)) is not None:
            return found
    limit = _BY.match(without_hour)
    days = _read(without_hour[limit.end() :], today) if limit else None
    if limit and isinstance(days, tuple):
        return read_after(days) if _AFTER.match(limit[0]) else DayChoice(days, "which")
    return days or ()


def _read(text: str, today: date) -> Days | DayChoice | Rejected | None:
    return next((found for one in _READERS if (found := one(text, today)) is not None), None)


def guess_day(text: str, today: date) -> date | None:
    """Let dateparser read the rest; only to be offered, since it reads almost anything."""
    written = folded(text)
    if len(written) > LONGEST or not re.search(r"[^\W\d_]{3}", written):
        return None
    base = datetime(today.year, today.month, today.day)  # noqa: DTZ001 a wall day, as it wants
    try:
        found = _dateparser()(
            written,
            languages=[*LANGUAGES],
            settings={
                "PREFER_DATES_FROM": "future",
                "DATE_ORDER": "DMY",
                "RELATIVE_BASE": base,
                "REQUIRE_PARTS": ["day"],
            },
        )
    except (ValueError, OverflowError):  # years that no calendar has
        return None
    if not found or any(
        weekdays().get(word, found.weekday()) != found.weekday() for word in written.split()
    ):
        return None  # never a day that contradicts a weekday in the person's words
    return found.date()


def _soon(text: str, today: date) -> Days | None:
    if text == "day after tomorrow":
        return (today + timedelta(2),)
    return (today + timedelta(_SOON[text]),) if text in _SOON else None


def _iso(text: str, _today: date) -> Days | Rejected | None:
    found = _ISO.fullmatch(text)
    return _exact(int(found[1]), int(found[2]), int(found[3])) if found else None


def _numeric(text: str, today: date) -> Days | DayChoice | Rejected | None:
    weekday = _weekday_before().match(text)
    found = _NUMERIC.fullmatch(text, weekday.end() if weekday else 0)
    if not found:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3]
    days = _exact(_year(year), month, day) if year else _coming(month, day, today)
    return _agreed(days, weekday["weekday"] if weekday else None)


def _weekday(text: str, today: date) -> Days | DayChoice | None:
    """Take « lundi » for the next one; ask which where it is « lundi prochain »."""
    found = _weekday_pattern().fullmatch(text)
    if not found:
        return None
    first = next_weekday(weekdays()[found["day"]], today)
    if found["day"] in months():  # « mar » is also a month
        return DayChoice((first,), "which")
    return (first, first + timedelta(7)) if found["next"] or found["before"] else (first,)


def _weekday_number(text: str, today: date) -> Days | DayChoice | None:
    """Find the next month where « mardi 1er » agree; ask where it is not one of the next two."""
    found = _weekday_number_pattern().fullmatch(text)
    if not found:
        return None
    word, number = found["day"], int(found["n"])
    coming = _coming_numbers(number, today)
    if not coming:
        return None
    fits = [day for day in coming if word is None or day.weekday() == weekdays()[word]]
    if word is None:
        return DayChoice(coming[:2], "which")
    month = _coming(months()[word], number, today) if word in months() else ()
    if month and not isinstance(month, Rejected):
        return DayChoice((*sorted({*fits[:1], *month}),), "which")
    if fits and fits[0] in coming[:2]:
        return (fits[0],)
    return DayChoice((*_near(coming[0], weekdays()[word]), *fits[:1]), "weekday")


def _named(text: str, today: date) -> Days | DayChoice | Rejected | None:
    """Read « lundi 3 mars 2027 », "March 3"; of a weekday that does not fit, offer both days."""
    found = next((hit for pattern in _named_patterns() if (hit := pattern.fullmatch(text))), None)
    if not found:
        return None
    day, month, year = int(found["n"]), months()[found["month"]], found["year"]
    days = _exact(_year(year), month, day) if year else _coming(month, day, today)
    return _agreed(days, found["weekday"])


def _agreed(days: Days | Rejected, weekday: str | None) -> Days | DayChoice | Rejected:
    if weekday and not isinstance(days, Rejected) and days[0].weekday() != weekdays()[weekday]:
        return DayChoice(_near(days[0], weekdays()[weekday]), "weekday")
    return days


def _either(text: str, today: date) -> DayChoice | None:
    """Read « lundi 7 ou mardi 8 décembre » as days to choose from."""

    def read(part: str) -> Days | DayChoice | None:
        found = _read(part, today)
        return None if isinstance(found, Rejected) else found

    return read_alternatives(text, read)


_READERS: tuple[Callable[[str, date], Days | DayChoice | Rejected | None], ...] = (
    *(
        _soon,
        _iso,
        _numeric,
        read_week,
        read_in_days,
        _weekday,
        read_weeks_ahead,
        _weekday_number,
        _named,
    ),
    *(read_soon, read_period, read_nth_weekday, read_span, _either),
)


def _near(day: date, weekday: int) -> Days:
    """Return the day, and the nearest one that falls on that weekday."""
    return day, day + timedelta((weekday - day.weekday() + 3) % 7 - 3)


def _coming_numbers(number: int, today: date) -> Days:
    """List the next year's days with that number in their months."""
    months_ahead = [divmod(today.month - 1 + ahead, 12) for ahead in range(13)]
    days = [_exact(today.year + more, month + 1, number) for more, month in months_ahead]
    return tuple(day[0] for day in days if not isinstance(day, Rejected) and day[0] >= today)


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
def _weekday_pattern() -> re.Pattern[str]:
    day = f"(?P<day>{one_of(weekdays())})"
    return re.compile(rf"(?:(?:le|ce|on|this)\s+)?(?P<before>next\s+)?{day}\.?(?:\s+{_NEXT})?")


@cache
def _weekday_number_pattern() -> re.Pattern[str]:
    nxt = r"(?:next\s+|this\s+)?"
    day = (
        rf"(?:(?:le|on|ce)\s+)?{nxt}(?P<day>{one_of(weekdays())})\.?\s+"
        r"(?:prochain\s+)?(?:le\s+|the\s+)?"
    )
    number = r"(?P<n>\d{1,2})\s*(?:er|e|st|nd|rd|th)?"
    return re.compile(rf"(?:{day}|(?:le|the|on\s+the)\s+){number}(?:\s+prochain)?")


@cache
def _weekday_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:le|on)\s+)?(?:(?P<weekday>{one_of(weekdays())})\b\.?\s+)?(?:(?:le|the)\s+)?"
    )


@cache
def _named_patterns() -> tuple[re.Pattern[str], ...]:
    weekday = rf"(?:le\s+|on\s+)?(?:(?P<weekday>{one_of(weekdays())})\.?\s+)?(?:le\s+|the\s+)?"
    number, year = (
        r"(?P<n>\d{1,2})\s*(?:er|ere|eme|e|st|nd|rd|th)?",
        r"(?:\s+(?P<year>\d{4}|\d{2}))?",
    )
    month = rf"(?P<month>{one_of(months())})\.?"
    return (
        re.compile(rf"{weekday}{number}\s*(?:de\s+|of\s+)?{month}{year}"),
        re.compile(rf"{weekday}{month}\s+(?:the\s+)?{number}{year}"),
    )


@cache
def _dateparser() -> Callable[..., datetime | None]:
    """Load it when it is first wanted: it takes a tenth of a second."""
    return import_module("dateparser").parse  # type: ignore[no-any-return]
