"""Spans of days named without their ends: « après Noël », « d’ici 15 jours », Q1 2027."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Literal

from handlers.conversation.kinds.approximate import as_told
from handlers.conversation.kinds.day_names import months, one_of, weekdays
from handlers.conversation.kinds.day_periods import DayChoice

WEEK = timedelta(7)
FORTNIGHT = timedelta(14)
_FRIDAY = 4
_THE = r"(?:l[ae]s?\s+|l(?=[aeiouy])|du\s+|des\s+|de\s+la\s+|the\s+)?"
# Each feast with its days: the month and day of the first, and of the last.
_FEASTS: tuple[tuple[str, tuple[int, int], tuple[int, int]], ...] = (
    (r"(?:reveillon(?:\s+de\s+noel)?|christmas\s+eve)", (12, 24), (12, 24)),
    (r"(?:noel|christmas(?:\s+day)?|xmas)", (12, 25), (12, 25)),
    (r"(?:saint[\s-]sylvestre|new\s+years?\s+eve)", (12, 31), (12, 31)),
    (r"(?:jour\s+de\s+lan|nouvel\s+an|premier\s+de\s+lan|new\s+years?(?:\s+day)?)", (1, 1), (1, 1)),
    (r"(?:epiphanie|epiphany)", (1, 6), (1, 6)),
    (r"(?:toussaint|all\s+saints(?:\s+day)?)", (11, 1), (11, 1)),
    (r"(?:fetes(?:\s+de\s+fin\s+dannee)?|holidays|festive\s+season)", (12, 24), (1, 1)),
    (r"(?:vacances\s+(?:de|a)\s+noel|christmas\s+(?:holidays|break))", (12, 19), (1, 3)),
)
_BETWEEN = re.compile(
    r"(?:entre|between)\s+(?:(?:noel|christmas|xmas)\s+(?:et|and)\s+(?:le\s+|the\s+)?"
    r"(?:jour\s+de\s+lan|nouvel\s+an|new\s+years?(?:\s+(?:eve|day))?)|(?:les\s+|the\s+)(?:deux\s+)?"
    r"(?:fetes|holidays))"
)
_WITHIN = re.compile(
    r"(?:dici(?:\s+(?:a|au))?|sous|dans\s+les|within|in\s+the\s+next|over\s+the\s+next|les|the\s+next)"
    r"\s+(?:l[ae]s?\s+|the\s+next\s+|prochains?\s+|an?\s+|une?\s+)?(?P<many>\d{1,3})?\s*(?:prochains?\s+)?(?P<unit>"
    r"jours?|days?|semaines?|weeks?|mois|months?|quinzaine|huitaine|fortnight)(?:\s+prochains?)?"
)
_AHEAD = re.compile(
    r"(?:dans|in|en)\s+(?:environ\s+|about\s+)?(?:an?\s+|une?\s+)?(?:(?P<many>\d{1,2})\s+)?(?P<unit>mois"
    r"|months?|quinzaine|fortnight)(?:\s+environ)?|(?:dans|in)\s+(?P<idiom>8|15)\s+(?:jours|days)"
)
_AFTER_NEXT = re.compile(
    r"(?:the\s+)?week\s+after\s+next|(?:la\s+)?semaine\s+(?:en\s+quinze|dapres\s+la\s+prochaine)"
)
_EACH = {"quinzaine": 15, "fortnight": 14, "huitaine": 8}
_ORDERS = {
    **dict.fromkeys(("premiere", "premier", "1ere", "1re", "1er", "first", "1st"), 1),
    **dict.fromkeys(("deuxieme", "seconde", "second", "2e", "2eme", "2nde", "2nd"), 2),
    **dict.fromkeys(("troisieme", "3e", "3eme", "third", "3rd"), 3),
    **dict.fromkeys(("quatrieme", "4e", "4eme", "fourth", "4th"), 4),
    **dict.fromkeys(("derniere", "dernier", "last"), 0),
}
_QUARTER = re.compile(
    r"(?:(?:le|au|the|in|en)\s+)?(?:(?:the\s+)?(?:[tq]\s?(?P<n>[1-4])|(?P<order>[a-z0-9]+)\s+"
    r"(?:trimestre|quarter)))(?:\s+(?:de\s+|of\s+)?(?P<year>\d{4}))?"
)
_YEAR = re.compile(
    r"(?:(?:a\s+la|la|a\s+l|vers\s+la|au|en|at\s+the|in|courant)\s*)?(?:(?P<part>debut|early|(?:the\s+)?"
    r"(?:beginning|start)|mi|milieu|mid|fin|late|(?:the\s+)?end|courant)[\s-]+(?:(?:de|of)\s*)?)?"
    r"(?:(?:l|d|the\s+)?(?P<word>annee|year)(?P<after>\s+prochaine)?|(?P<year>20\d\d)"
    r"|(?P<next>next\s+year))"
)
_YEAR_PARTS = {
    **dict.fromkeys(("debut", "early", "beginning", "start"), ((1, 1), (1, 31))),
    **dict.fromkeys(("mi", "milieu", "mid"), ((6, 15), (7, 15))),
    **dict.fromkeys(("fin", "late", "end"), ((12, 10), (12, 31))),
}
_SEASONS = {
    r"printemps|spring": ((3, 21), (6, 20)),
    r"ete|summer": ((6, 21), (9, 20)),
    r"automne|autumn|fall": ((9, 21), (12, 20)),
    r"hiver|winter": ((12, 21), (3, 20)),
}
Span = tuple[date, date]


def read_span(text: str, today: date) -> DayChoice | None:
    """Read a span that is not over yet as days to choose from; None where it names none."""
    said = as_told_in_parts(text)
    for reader in _READERS:
        coming = (span for span in reader(said, today) if span[1] >= today)
        if span := next(coming, None):
            first = max(span[0], today)
            days = (first + timedelta(n) for n in range((span[1] - first).days + 1))
            return DayChoice(tuple(days), "span")
    return None


def read_nth_weekday(text: str, today: date) -> tuple[date, ...] | None:
    """Read « premier lundi de décembre », “last Friday of the month”: one certain day."""
    found = _nth_weekday().fullmatch(text)
    if not found:
        return None
    for year, month in _months_meant(found["month"], today):
        days = [date(year, month, n + 1) for n in range(monthrange(year, month)[1])]
        fits = [day for day in days if day.weekday() == weekdays()[found["day"]]]
        day = fits[_ORDERS[found["order"]] - 1]
        if day >= today:
            return (day,)
    return None


def read_alternatives(
    text: str, read: Callable[[str], tuple[date, ...] | DayChoice | None]
) -> DayChoice | None:
    """Read « lundi 7 ou mardi 8 décembre »; the first alternatives take the last one's month."""
    parts = re.split(r"\s+(?:ou(?:\s+bien)?|or)\s+", text)
    if len(parts) < 2:
        return None
    month = re.search(
        rf"(?:\s+|/)(?:{one_of(months())}|\d{{1,2}})\.?(?:[\s/]+\d{{4}})?$", parts[-1]
    )
    days: set[date] = set()
    about: Literal["which", "span"] = "which"
    for part in parts:
        bare = month and re.fullmatch(r"(?:[a-z. ]*\s)?\d{1,2}(?:er|st|nd|rd|th)?", part)
        whole = f"{part}{month[0]}" if month and bare else ""
        found = (read(whole) if whole else None) or read(part)
        if not found:
            return None
        days |= {*(found.days if isinstance(found, DayChoice) else found)}
        if isinstance(found, DayChoice) and found.about != "which":
            about = "span"
    return DayChoice(tuple(sorted(days)), about)


def read_after(days: tuple[date, ...]) -> DayChoice:
    """Read « après le 15 décembre » as the days that follow it."""
    return DayChoice(tuple(days[-1] + timedelta(n + 1) for n in range(FORTNIGHT.days)), "span")


def as_told_in_parts(text: str) -> str:
    """Write « dans deux semaines » with its number in digits."""
    found = re.fullmatch(r"(.*?\b)(\w+)(\s+(?:jours?|days?|semaines?|weeks?|mois|months?).*)", text)
    if not found:
        return text
    number = {"un": "1", "une": "1", "a": "1", "one": "1"}.get(found[2]) or as_told(found[2])
    return f"{found[1]}{number}{found[3]}" if number.isdecimal() else text


def _feasts(text: str, today: date) -> Iterator[Span]:
    """Yield the days before, after or around a feast, of this season and the next."""
    if _BETWEEN.fullmatch(text):
        for year in (today.year - 1, today.year, today.year + 1):
            yield date(year, 12, 26), date(year, 12, 31)
        return
    for name, begins, ends in _FEASTS:
        found = re.fullmatch(rf"(?:(?P<lead>{_LEADS})\s+)?{_THE}{name}", text)
        if not found:
            continue
        for year in (today.year - 1, today.year, today.year + 1):
            first = date(year, *begins)
            last = date(year + (ends < begins), *ends)
            yield _beside(found["lead"] or "", first, last)


_LEADS = (
    r"apres|juste\s+apres|after|right\s+after|avant|juste\s+avant|before|dici|by|pour|for|a|at|pendant"
    r"|durant|during|over|vers|around|autour\s+de"
)


def _beside(lead: str, first: date, last: date) -> Span:
    day = timedelta(1)
    if lead.endswith(("apres", "after")):
        return last + day, last + FORTNIGHT
    if lead.endswith(("avant", "before")) or lead in {"dici", "by"}:
        return first - FORTNIGHT, first - day
    return (first, last) if last - first > WEEK else (first - 3 * day, last + 3 * day)


def _within(text: str, today: date) -> Iterator[Span]:
    """Yield the days from today on: « d’ici 15 jours », “within a fortnight”."""
    if found := _WITHIN.fullmatch(text):
        yield today, _later(today, int(found["many"] or 1), found["unit"])


def _ahead(text: str, today: date) -> Iterator[Span]:
    """Yield the week that « dans deux semaines » or « dans un mois » falls into."""
    if _AFTER_NEXT.fullmatch(text):
        yield _working_week(today + FORTNIGHT)
    elif found := _AHEAD.fullmatch(text):
        if found["idiom"]:
            yield _working_week(today + (WEEK if found["idiom"] == "8" else FORTNIGHT))
        else:
            yield _working_week(_later(today, int(found["many"] or 1), found["unit"]))


def _later(today: date, many: int, unit: str) -> date:
    if unit in _EACH:
        return today + timedelta(_EACH[unit])
    if unit.startswith(("mois", "month")):
        years, month = divmod(today.month - 1 + many, 12)
        year = today.year + years
        return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
    return today + (WEEK if unit.startswith(("sem", "week")) else timedelta(1)) * many


def _working_week(day: date) -> Span:
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(_FRIDAY)


def _parts_of_month(text: str, today: date) -> Iterator[Span]:
    """Yield « première semaine de décembre », “second half of January”."""
    found = _nth_part().fullmatch(text)
    if not found:
        return
    order = _ORDERS[found["order"]]
    for year, month in _months_meant(found["month"], today):
        end = monthrange(year, month)[1]
        if found["part"] in {"semaine", "week"}:
            first = 7 * order - 6 if order else end - 6
            yield date(year, month, first), date(year, month, min(first + 6, end))
        elif order in {0, 2}:
            yield date(year, month, 16), date(year, month, end)
        elif order == 1:
            yield date(year, month, 1), date(year, month, 15)


def _months_meant(word: str, today: date) -> Iterator[tuple[int, int]]:
    """Yield the coming months that a word means, the nearest first."""
    name = word.removeprefix("d") if word[1:2] in "ao" else word  # « d’octobre »
    if name in {"mois", "ce mois", "month", "this month"}:
        yield today.year, today.month
        return
    if (year := re.search(r"\d{4}$", name)) is not None:
        yield int(year[0]), months()[name[: year.start()].strip(" .")]
        return
    month = months()[name.strip(".")]
    yield from ((year, month) for year in (today.year, today.year + 1))


def _quarters(text: str, today: date) -> Iterator[Span]:
    found = _QUARTER.fullmatch(text)
    number = int(found["n"] or _ORDERS.get(found["order"] or "", 9)) if found else 9
    if not found or number > 4:
        return
    quarter = number or 4
    years = [int(found["year"])] if found["year"] else [today.year, today.year + 1]
    for year in years:
        last = quarter * 3
        yield date(year, last - 2, 1), date(year, last, monthrange(year, last)[1])


def _years(text: str, today: date) -> Iterator[Span]:
    """Yield « début 2027 », « fin d’année », “next year”."""
    found = _YEAR.fullmatch(text)
    if not found or (found["word"] and not (found["part"] or found["after"])):
        return
    part = _YEAR_PARTS.get((found["part"] or "").removeprefix("the "), ((1, 1), (12, 31)))
    ahead = bool(found["after"] or found["next"])
    years = [int(found["year"])] if found["year"] else [today.year + ahead, today.year + 1]
    for year in years:
        yield date(year, *part[0]), date(year, *part[1])


def _seasons(text: str, today: date) -> Iterator[Span]:
    for names, (begins, ends) in _SEASONS.items():
        lead = r"(?:(?:au|en|a\s+l|l|cet?|cette|in|this|next|the)\s*)*"
        words = rf"{lead}(?:{names})(?P<year>\s+\d{{4}})?"
        if found := re.fullmatch(words, text):
            told = [int(found["year"])] if found["year"] else [today.year - 1, today.year]
            for year in [*told, told[-1] + 1][: 1 if found["year"] else 3]:
                yield date(year, *begins), date(year + (ends < begins), *ends)


_READERS: tuple[Callable[[str, date], Iterator[Span]], ...] = (
    *(_feasts, _within, _ahead, _parts_of_month, _quarters, _years, _seasons),
)
_OF = r"\s+(?:(?:de|du|of)\s+)?(?:the\s+)?"


@cache
def _month_word() -> str:
    return rf"(?P<month>d?(?:{one_of(months())})\.?(?:\s+\d{{4}})?|(?:ce|this)\s+mois|mois|month)"


@cache
def _nth_part() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:dans|pendant|in|during|courant)\s+)?{_THE}(?P<order>{one_of(_ORDERS)})\s+"
        rf"(?P<part>semaine|week|quinzaine|moitie|half){_OF}{_month_word()}"
    )


@cache
def _nth_weekday() -> re.Pattern[str]:
    return re.compile(
        rf"{_THE}(?P<order>{one_of(_ORDERS)})\s+(?P<day>{one_of(weekdays())})\.?{_OF}{_month_word()}"
    )
