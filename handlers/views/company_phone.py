"""Whom to call: the telephone of the company file, and who answers it."""

from domain.company import Company
from handlers.conversation.kinds.phone import show_phone
from handlers.words.catalogue import Say


def number(company: Company) -> str:
    """Write the number as it is dialled."""
    return show_phone(company.phone)


def call_words(say: Say, company: Company) -> str:
    """Say whom to call; HTML. Without a name in the file, the company answers."""
    who = company.contact or company.name
    return say("help-call", who=who, phone=number(company))
