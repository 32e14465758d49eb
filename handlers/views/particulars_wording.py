"""What a client asks, in words: the activities, and the answers to what only some of them ask."""

from collections.abc import Iterable, Iterator

from domain.activities import Activity
from domain.particulars import Particulars
from domain.people import SiteContact
from handlers.conversation.kinds.phone import show_phone
from handlers.words.catalogue import Say


def activities_words(say: Say, activities: Iterable[Activity]) -> str:
    """List activities as they stand on their buttons; plain."""
    return " + ".join(say.plain(f"request-activities.{activity}") for activity in activities)


def particulars_words(say: Say, told: Particulars) -> Iterator[str]:
    """Write an answer a line, with what it means for the job; plain."""
    if told.glass:
        yield say.plain(f"request-glass.{told.glass}")
    if told.wood_length_m is not None:
        key = "told-wood-flatbed" if told.needs_flatbed else "told-wood"
        yield say.plain(key, metres=say.number(told.wood_length_m))
    if told.wood_treated:
        treated = say.plain(f"request-wood_treated.{told.wood_treated}")
        yield say.plain("told-treated", treated=treated)
    if told.handling:
        words = say.plain(f"request-handling.{told.handling}")
        where = told.handling_to
        yield say.plain("told-handling", what=words, where=where) if where else words
    if told.transform:
        yield say.plain("told-transform", words=told.transform)


def opener_words(say: Say, contact: SiteContact) -> str:
    """Say who opens on site and their number, which phones make a link of; HTML."""
    return say("told-opener", name=contact.name, phone=show_phone(contact.phone))
