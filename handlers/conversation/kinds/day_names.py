"""Months and weekdays as French and English name them."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from babel.dates import get_day_names, get_month_names

from handlers.conversation.signs import folded

LANGUAGES = ("fr", "en")
_SHORT_MONTHS = {"fev": 2, "juill": 7}  # what the catalogue of names does not have
_SHORT_WEEKDAYS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}


@cache
def months() -> dict[str, int]:
    return {**_names(get_month_names), **_SHORT_MONTHS}


@cache
def weekdays() -> dict[str, int]:
    """Map each name to its number, from Monday, 0, on."""
    return {**_names(get_day_names), **_SHORT_WEEKDAYS}


def one_of(names: Iterable[str]) -> str:
    """Return the alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _names(source: Callable[..., Mapping[Any, str]]) -> dict[str, int]:
    return {
        folded(name): number
        for lang in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in source(width, context="format", locale=lang).items()
    }
