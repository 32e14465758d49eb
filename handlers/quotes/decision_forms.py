"""Forms of decisions: ruling, refusal, agreement, order, change, renewal, decline."""

from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Any

from domain.gates import Verdict
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Choice, Day, SentFile, Text
from handlers.quotes.order_kind import PurchaseOrder
from handlers.quotes.postal_address_kind import PostalAddress
from handlers.quotes.signer_kind import Signatory, Signer


class RefusalReason(StrEnum):
    """Why the company does not take a request (§2.4, §6.1)."""

    HAZARD = "hazard"
    OUT_OF_SCOPE = "out_of_scope"
    TOO_FAR = "too_far"
    NO_CAPACITY = "no_capacity"
    OTHER = "other"


class DeclineReason(StrEnum):
    """Why a client does not take a quote."""

    PRICE = "price"
    DATE = "date"
    OTHER_FIRM = "other_firm"
    PROJECT_STOPPED = "project_stopped"
    OTHER = "other"


@form("ruling", version=1)
class RulingForm:
    """A coordinator's decision on hazards, with its reason."""

    verdict: Verdict = ask(Choice(Verdict, columns=1))
    reason: str = ask(Text(at_least=3, at_most=500, needs_letter=True))


@form("refusal", version=1)
class RefusalForm:
    """Why the company refuses the request."""

    reason: RefusalReason = ask(Choice(RefusalReason))
    words: str | None = ask(Text(at_most=500), optional=True)


def is_new(so_far: Any) -> bool:
    """Tell whether the signer did not sign before."""
    return so_far.name.role is None


@form("agreement", version=1)
class AgreementForm:
    """Who agrees to the quote; earlier signers are offered as buttons.

    The postal address is asked where no request and no agreement has told it.
    """

    name: Signatory = ask(Signer())
    role: str | None = ask(Text(at_most=120, needs_letter=True), when=is_new)
    address: str = ask(PostalAddress())


@form("order", version=1)
class OrderForm:
    """The client's purchase order, by its number or as a file."""

    paper: SentFile | str = ask(PurchaseOrder())


@form("change", version=1)
class ChangeForm:
    """What the client wants changed in a quote."""

    text: str = ask(Text(at_least=2, at_most=1000))


@form("renewal", version=1)
class RenewalForm:
    """New dates for an expired quote."""

    earliest: date = ask(Day(notice=2))
    deadline: date = ask(Day(after=attrgetter("earliest")))


@form("decline", version=1)
class DeclineForm:
    """Why the client declines."""

    reason: DeclineReason = ask(Choice(DeclineReason))
    words: str | None = ask(Text(at_most=500), optional=True)
