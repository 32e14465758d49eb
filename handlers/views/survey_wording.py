"""When a visit of the site is, in words."""

from handlers.words.catalogue import Say
from storage.surveys import Slot, Survey


def survey_time(say: Say, survey: Survey) -> str:
    """Say when the visit is, with the end where it has one; a dash while nothing is chosen."""
    return slot_words(say, survey.booked) if survey.booked else "—"


def slot_words(say: Say, slot: Slot) -> str:
    """« mar. 1 déc. 2026, 08:00–12:00 »."""
    end = f"–{say.time(slot.ends_at)}" if slot.ends_at else ""
    return say.instant(slot.starts_at) + end
