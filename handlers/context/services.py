"""What every context may look up: words, the reference files, who we are."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from domain.catalogue import Catalogue
from domain.company import Company
from domain.pricebook import PriceBooks
from handlers.context.reference_files import ReferenceFiles
from handlers.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class FreshStart:
    """How a form is begun anew; one that is about `key` already is the rest of something."""

    begin: Callable[..., Awaitable[None]]
    key: str = ""

    def is_new(self, about: Mapping[str, Any] | None) -> bool:
        """Tell whether a draft of the form stands for nothing that was sent before."""
        return self.key not in (about or {})


@dataclass(frozen=True, slots=True)
class Services:
    """Put together at the start; only the reference files change."""

    words: Words
    reference_files: ReferenceFiles
    bot_username: str
    forms: Mapping[str, type[Any]]
    endings: Mapping[str, Callable[..., Awaitable[None]]]  # what each finished form brings about
    fact_loaders: Mapping[str, Callable[..., Awaitable[Any]]]  # by what questions' `needs` name
    beginnings: Mapping[str, FreshStart]  # the forms that can be begun anew
    admins: frozenset[int] = frozenset()
    address_lookup_url: str = ""
    coordinator_chat: int | None = None  # the first value; the facts table may know a newer one

    @property
    def request_form(self) -> type[Any]:
        """The form that requests are asked with; views word what was said as its questions."""
        return self.forms["request"]

    @property
    def catalogue(self) -> Catalogue:
        return self.reference_files.catalogue()

    @property
    def prices(self) -> PriceBooks:
        return self.reference_files.prices()

    @property
    def company(self) -> Company:
        return self.reference_files.company

    @property
    def zone(self) -> ZoneInfo:
        """Whose wall clock the trade goes by: the one our words tell."""
        return self.words.zone
