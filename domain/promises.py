"""What a client may ask for that nothing in the program does: a person of the company keeps it."""

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from domain.job_preferences import Bound, JobPreferences, WastePaper


class Promise(StrEnum):
    """A thing delivered by hand; its code is that of the answer which asks for it."""

    REGISTER = "register"
    SLIPS = "slips"
    CO2 = "co2"
    CONVENTION = "convention"
    CERTIFICATE = "certificate"
    INSERTION = "insertion"


def is_kept(code: str, promises: Collection[Promise]) -> bool:
    """Tell whether an answer may be offered: the program keeps it, or the company says it does."""
    return code not in {*Promise} or code in promises


def kept_of(wishes: JobPreferences, promises: Collection[Promise]) -> JobPreferences:
    """Leave out of the wishes what nobody keeps: it is printed on no paper."""
    papers = tuple(WastePaper(paper) for paper in wishes.papers or () if is_kept(paper, promises))
    bounds = tuple(Bound(bound) for bound in wishes.bounds or () if is_kept(bound, promises))
    insertion = Promise.INSERTION in promises
    return replace(
        wishes,
        papers=papers or None,
        bounds=bounds or None,
        insertion_hours=wishes.insertion_hours if insertion else None,
        clause_officer=wishes.clause_officer if insertion else None,
    )
