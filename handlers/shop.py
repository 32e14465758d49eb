"""What every visit may look up and none may change: words, catalogue, prices, who we are."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from domain.catalogue import Catalogue
from domain.company import Company
from domain.pricebook import PriceBooks
from handlers.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Shop:
    """Read once at the start."""

    words: Words
    catalogue: Catalogue
    prices: PriceBooks
    company: Company
    bot_username: str
    endings: Mapping[str, Callable[..., Awaitable[None]]]  # what each finished form brings about
    admins: frozenset[int] = frozenset()
    address_lookup_url: str = ""
    coordinator_chat: int | None = None  # the first value; the facts table may know a newer one
