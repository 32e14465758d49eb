"""What every visit may look up: words, the reference files, who we are."""

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
class Services:
    """Put together at the start; only what stands on the shelf changes."""

    words: Words
    shelf: ReferenceFiles
    bot_username: str
    endings: Mapping[str, Callable[..., Awaitable[None]]]  # what each finished form brings about
    fact_loaders: Mapping[str, Callable[..., Awaitable[Any]]]  # by what questions' `needs` name
    admins: frozenset[int] = frozenset()
    address_lookup_url: str = ""
    coordinator_chat: int | None = None  # the first value; the facts table may know a newer one

    @property
    def catalogue(self) -> Catalogue:
        return self.shelf.catalogue()

    @property
    def prices(self) -> PriceBooks:
        return self.shelf.prices()

    @property
    def company(self) -> Company:
        return self.shelf.company

    @property
    def zone(self) -> ZoneInfo:
        """Whose wall clock the trade goes by: the one our words tell."""
        return self.words.zone
