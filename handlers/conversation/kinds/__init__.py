"""Kinds of answer."""

from handlers.conversation.kind import OPEN, Facts, Kind, Option, Rejected, reject
from handlers.conversation.kinds.choice import Choice, Confirm, MultiChoice, code_of
from handlers.conversation.kinds.day import Day
from handlers.conversation.kinds.files import Documents, Photos, SentFile
from handlers.conversation.kinds.hour import Hours, Time, TimeSlot
from handlers.conversation.kinds.numbers import Integer, Quantity
from handlers.conversation.kinds.one_or_more import OneOrMore
from handlers.conversation.kinds.phone import Contact, Phone, show_phone
from handlers.conversation.kinds.pick import Pick, Picklist
from handlers.conversation.kinds.place import Location, MapPin, Postcode
from handlers.conversation.kinds.review import Review
from handlers.conversation.kinds.showing import Saying, Told
from handlers.conversation.kinds.text import Text

__all__ = [
    "OPEN",
    "Choice",
    "Confirm",
    "Contact",
    "Day",
    "Documents",
    "Facts",
    "Hours",
    "Integer",
    "Kind",
    "Location",
    "MapPin",
    "MultiChoice",
    "OneOrMore",
    "Option",
    "Phone",
    "Photos",
    "Pick",
    "Picklist",
    "Postcode",
    "Quantity",
    "Rejected",
    "Review",
    "Saying",
    "SentFile",
    "Text",
    "Time",
    "TimeSlot",
    "Told",
    "code_of",
    "reject",
    "show_phone",
]
