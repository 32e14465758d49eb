"""Periods and « as soon as possible » where a day is asked: days to choose from."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from handlers.conversation.kinds.day_names import months, one_of, weekdays

WEEK = timedelta(7)
LONGEST = timedelta(62)  # of days from one to another
_SOON = re.compile(
    r"(?:le\s+)?plus\s+(?:tot|vite|rapidement|rapide)\s+possible|(?:des|aussitot)\s+que\s+possible"
    r"|au\s+plus\s+(?:vite|tot)|asap|(?:as\s+)?soon(?:est)?(?:\s+as\s+possible)?|a\.s\.a\.p"
    r"|(?:tres\s+|cest\s+|its\s+)?urgent|des\s+que\s+vous\s+pouvez|as\s+soon\s+as\s+you\s+can"
    r"|(?:tres\s+)?rapidement|tout\s+de\s+suite|immediatement|right\s+away|immediately"
    r"|(?:nimporte\s+quand|peu\s+importe|any\s+day|no\s+preference|flexible)"
    r"|quand\s+vous\s+(?:pouvez|voulez)|whenever(?:\s+you\s+(?:can|like))?|any\s*time"
)
_DAYS = {"start": (1, 10), "middle": (11, 20), "end": (21, 0), "whole": (1, 0)}  # 0: the last
_WEEKDAYS = {"start": (0, 1), "middle": (1, 3), "end": (3, 4), "whole": (0, 4)}  # from Monday
_PART_WORDS = {
    "start": r"(?:(?:au\s+)?debut|(?:at\s+the\s+)?(?:beginning|start)|early)",
    "middle": r"(?:(?:a\s+la\s+)?mi|(?:au\s+)?milieu|(?:in\s+the\s+)?mid(?:dle)?)",
    "end": r"(?:(?:(?:a\s+)?la\s+|en\s+)?fin|(?:at\s+the\s+)?end|late)",
    "whole": r"(?:(?:dans\s+le\s+)?courant|en|au\s+cours|pendant|sometime\s+in|during|in)",
}


@dataclass(frozen=True, slots=True)
class DayChoice:
    """Days that a text may mean; `about` says how they came.

    A "period" has the ends that were written, a "span" only some day within what was named.
    """

    days: tuple[date, ...]
    about: Literal["which", "period", "soon", "weekday", "span"]


def read_soon(text: str, today: date) -> DayChoice | None:
    """Read « dès que possible » as the days from today on."""
    if not _SOON.fullmatch(text):
        return None
    return DayChoice(tuple(today + timedelta(n) for n in range(21)), "soon")


def read_period(text: str, today: date) -> DayChoice | None:
    """Read « fin décembre », « 14-18 décembre », « semaine prochaine » as days to choose from."""
    for first, last in _periods(text, today):
        if last >= today:
            start = max(first, today)
            return DayChoice(
                tuple(start + timedelta(n) for n in range((last - start).days + 1)), "period"
            )
    return None


def _periods(text: str, today: date) -> Iterator[tuple[date, date]]:
    """List what a text may mean, year after year, the nearest first."""
    week, month, named = (pattern.fullmatch(text) for pattern in _period_patterns())
    if week:
        monday = today - timedelta(today.weekday())
        yield _of_week(monday + WEEK * bool(week["next"] or week["after"]), _part(week["part"]))
    elif month:
        first = today.replace(day=1)
        if month["next"] or month["after"]:
            first = (first + timedelta(31)).replace(day=1)
        yield _of_month(first.year, first.month, _part(month["part"]))
    elif named:
        for year in _years(named["year"], today):
            yield _of_month(year, months()[named["month"]], _part(named["part"]))
    elif of_day := _week_of_day().fullmatch(text):
        for year in _years(of_day["year"], today):
            yield from _around(of_day, year)
    elif found := next((hit for one in _range_patterns() if (hit := one.fullmatch(text))), None):
        for year in _years(found["year"], today):
            yield from _range(found, year)


def _range(found: re.Match[str], year: int) -> Iterator[tuple[date, date]]:
    until = _month(found["month"])
    since = _month(found["since"]) if found["since"] else until
    try:
        first = date(year - (since > until), since, int(found["first"]))
        last = date(year, until, int(found["last"]))
    except ValueError:
        return
    if timedelta() < last - first < LONGEST:
        yield first, last


def _around(found: re.Match[str], year: int) -> Iterator[tuple[date, date]]:
    try:
        day = date(year, _month(found["month"]), int(found["n"]))
    except ValueError:
        return
    yield _of_week(day - timedelta(day.weekday()), "whole")


def _month(word: str) -> int:
    return int(word) if word.isdecimal() else months()[word]


def _of_week(monday: date, part: str) -> tuple[date, date]:
    first, last = _WEEKDAYS[part]
    return monday + timedelta(first), monday + timedelta(last)


def _of_month(year: int, month: int, part: str) -> tuple[date, date]:
    first, last = _DAYS[part]
    return date(year, month, first), date(year, month, last or monthrange(year, month)[1])


def _part(word: str | None) -> str:
    """Tell which part of a month or week a word names; the whole without a word."""
    return next(
        (part for part, words in _PART_WORDS.items() if word and re.fullmatch(words, word)),
        "whole",
    )


def _years(written: str | None, today: date) -> tuple[int, ...]:
    if written:
        return (int(written) + (2000 if len(written) == 2 else 0),)
    return (today.year, today.year + 1)


@cache
def _period_patterns() -> tuple[re.Pattern[str], ...]:
    """Return those of a week and a month seen from today, and of a month by its name."""
    joined = "|".join(_PART_WORDS.values())
    part = rf"(?:(?:vers\s+(?:la\s+)?)?(?P<part>{joined})[\s-]*(?:(?:of|de|du|d)\s+)?)?"
    this = r"(?:(?:ce|cette|le|la|this|the)\s+)?(?P<next>next\s+)?"
    after = r"(?P<after>\s+(?:prochaine?|qui\s+vient))?"
    month = rf"(?:mois\s+de\s+)?d?(?P<month>{one_of(months())})\.?"
    return (
        re.compile(rf"{part}{this}(?:semaine|week){after}"),
        re.compile(rf"{part}{this}(?:mois|month){after}"),
        re.compile(rf"{part}{month}(?:\s+(?P<year>\d{{4}}))?"),
    )


_YEAR = r"(?:[\s/]+(?P<year>\d{4}))?"


@cache
def _week_of_day() -> re.Pattern[str]:
    month = rf"(?P<month>{one_of(months())}|\d{{1,2}})\.?"
    return re.compile(
        rf"(?:dans\s+|in\s+)?(?:la\s+|the\s+)?(?:semaine|week)\s+(?:du|of|commencing|beginning)\s+(?:the\s+|lundi\s+|monday\s+)?"
        rf"(?P<n>\d{{1,2}})(?:er|st|nd|rd|th)?[\s/]+(?:of\s+)?{month}{_YEAR}"
    )


@cache
def _range_patterns() -> tuple[re.Pattern[str], ...]:
    weekday = rf"(?:(?:{one_of(weekdays())})\.?\s+)?(?:the\s+)?"
    begin = rf"(?:(?:du|de|entre\s+le|entre|from|between|les?)\s+)?{weekday}"
    to = rf"\s*(?:-|\b(?:au|a|et\s+le|et|to|and|until|jusquau)\b)\s*{weekday}"
    first, last = (rf"(?P<{name}>\d{{1,2}})(?:er|st|nd|rd|th)?" for name in ("first", "last"))
    since, month = (rf"(?P<{name}>{one_of(months())})\.?" for name in ("since", "month"))
    return (
        re.compile(rf"{begin}{first}(?:\s+{since})?{to}{last}\s+(?:of\s+)?{month}{_YEAR}"),
        re.compile(rf"{begin}{month}\s+{first}{to}(?:{since}\s+)?{last}{_YEAR}"),
        re.compile(
            rf"{begin}{first}(?:/(?P<since>\d{{1,2}}))?{to}{last}/(?P<month>\d{{1,2}}){_YEAR}",
            re.ASCII,
        ),
    )
