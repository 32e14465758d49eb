"""Puts together what every visit may look up."""

from importlib.resources import files
from pathlib import Path

from bot.settings import Settings
from domain.company import load_company
from domain.references import Reference
from handlers.endings import ENDINGS
from handlers.shelf import Shelf
from handlers.shop import Shop
from handlers.words.catalogue import Words

_DATA = files("domain") / "data"


def open_shop(settings: Settings, bot_username: str, words: Words | None = None) -> Shop:
    """Read the files; speak our own words unless others are given. Raises CompanyFaults."""
    return Shop(
        words=(words or Words.load()).telling(settings.zone),
        shelf=shipped_shelf(settings.company_file),
        bot_username=bot_username,
        endings=ENDINGS,
        address_lookup_url=settings.address_lookup_url,
        admins=settings.admin_ids,
        coordinator_chat=settings.coordinator_chat_id,
    )


def shipped_shelf(company: Path) -> Shelf:
    """Return the files that the bot comes with, and the company's own. Raises CompanyFaults."""
    identity = company.read_text("utf-8")
    load_company(identity)  # a start with a bad file should fail now, not at the first visit
    shipped = {
        Reference.PRICES: (_DATA / "pricebook.toml").read_text("utf-8"),
        Reference.CATALOGUE: (_DATA / "catalogue.csv").read_text("utf-8"),
        Reference.COMPANY: identity,
    }
    return Shelf(shipped, (_DATA / "synonyms.csv").read_text("utf-8"))
