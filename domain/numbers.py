"""Numbers that people read out on the phone: DEM-2026-0001."""

from enum import StrEnum


class Series(StrEnum):
    """What is numbered, from 1 each year."""

    REQUEST = "DEM"
    QUOTE = "DEV"
    JOB = "INT"


def number(series: Series, year: int, count: int) -> str:
    """Write the number of the nth thing of a year; grows beyond four digits where it must."""
    return f"{series.value}-{year:04}-{count:04}"
