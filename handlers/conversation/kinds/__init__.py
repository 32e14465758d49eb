"""Kinds of answer."""

from handlers.conversation.kind import OPEN, Facts, Kind, Option, Rejected, reject
from handlers.conversation.kinds.billing import Email, VatNumber
from handlers.conversation.kinds.choice import Choice, Confirm, MultiChoice, code_of
from handlers.conversation.kinds.company import CompanyNumber, show_siret
from handlers.conversation.kinds.day import Day, warm_up
from handlers.conversation.kinds.files import Documents, Photos, SentFile
from handlers.conversation.kinds.hour import Hours, Time, TimeSlot
from handlers.conversation.kinds.inventory import Inventory
from handlers.conversation.kinds.inventory_state import Goods, Line
from handlers.conversation.kinds.numbers import Integer, Quantity
from handlers.conversation.kinds.one_or_more import OneOrMore
from handlers.conversation.kinds.paper import Paper
from handlers.conversation.kinds.phone import Contact, Phone, show_phone
from handlers.conversation.kinds.pick import Pick, Shelf
from handlers.conversation.kinds.place import Location, Place, Postcode
from handlers.conversation.kinds.review import Review
from handlers.conversation.kinds.showing import Saying, SitePhotos, Told
from handlers.conversation.kinds.signer import Signatory, Signer
from handlers.conversation.kinds.text import Text

__all__ = [
    "OPEN",
    "Choice",
    "CompanyNumber",
    "Confirm",
    "Contact",
    "Day",
    "Documents",
    "Email",
    "Facts",
    "Goods",
    "Hours",
    "Integer",
    "Inventory",
    "Kind",
    "Line",
    "Location",
    "MultiChoice",
    "OneOrMore",
    "Option",
    "Paper",
    "Phone",
    "Photos",
    "Pick",
    "Place",
    "Postcode",
    "Quantity",
    "Rejected",
    "Review",
    "Saying",
    "SentFile",
    "Shelf",
    "Signatory",
    "Signer",
    "SitePhotos",
    "Text",
    "Time",
    "TimeSlot",
    "Told",
    "VatNumber",
    "code_of",
    "reject",
    "show_phone",
    "show_siret",
    "warm_up",
]
