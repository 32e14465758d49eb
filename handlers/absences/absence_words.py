"""How an absence is said."""

from domain.absences import AbsencePeriod
from handlers.words.catalogue import Say


def period_words(say: Say, period: AbsencePeriod) -> str:
    """Say a day, half of one, or from one to another; plain text."""
    first, last = say.day(period.first), say.day(period.last)
    if period.half is not None:
        return say.plain(f"absence-half-{period.half}", day=first)
    if period.first == period.last:
        return first
    return say.plain("absence-from-to", first=first, last=last)
