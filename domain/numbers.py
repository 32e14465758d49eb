"""Numbers that people read out on the phone: DEM-2026-0001."""

import re
from enum import StrEnum


class Series(StrEnum):
    """What is numbered, from 1 each year."""

    REQUEST = "DEM"
    QUOTE = "DEV"
    JOB = "INT"


def number(series: Series, year: int, count: int) -> str:
    """Write the number of the nth thing of a year; grows beyond four digits where it must."""
    return f"{series.value}-{year:04}-{count:04}"


def parse_number(text: str) -> tuple[Series, int, int] | None:
    """Read a number as people type it (any case, spaces around), or None."""
    found = re.fullmatch(r"\s*(DEM|DEV|INT)-(\d{4})-(\d{4,9})\s*", text.upper(), re.ASCII)
    if found is None:
        return None
    return Series(found[1]), int(found[2]), int(found[3])
