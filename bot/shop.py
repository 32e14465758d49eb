"""Reads once what every visit may look up: words, catalogue, prices, the company."""

from bot.settings import Settings
from domain.catalogue import shipped_catalogue
from domain.company import load_company
from domain.pricebook import shipped_price_books
from handlers.endings import ENDINGS
from handlers.shop import Shop
from handlers.words.catalogue import Words


def open_shop(settings: Settings, bot_username: str, words: Words | None = None) -> Shop:
    """Read the files; speak our own words unless others are given. Raises CompanyFaults."""
    return Shop(
        words=words or Words.load(),
        catalogue=shipped_catalogue(),
        prices=shipped_price_books(),
        company=load_company(settings.company_file.read_text(encoding="utf-8")),
        bot_username=bot_username,
        endings=ENDINGS,
        address_lookup_url=settings.address_lookup_url,
        admins=settings.admin_ids,
        coordinator_chat=settings.coordinator_chat_id,
    )
