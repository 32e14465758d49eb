"""Puts together what every update may look up."""

from importlib.resources import files
from pathlib import Path

from bot.settings import Settings
from domain.company import load_company
from domain.reference_kinds import Reference
from handlers.context.reference_files import ReferenceFiles
from handlers.context.services import Services
from handlers.routing.features import FACT_LOADERS
from handlers.routing.form_endings import BEGINNINGS, ENDINGS, FORMS
from handlers.words.catalogue import Words

_DATA = files("domain") / "data"


def build_services(settings: Settings, bot_username: str, words: Words | None = None) -> Services:
    """Read the files; use our own words unless others are given. Raises CompanyFaults."""
    return Services(
        words=(words or Words.load()).telling(settings.zone),
        reference_files=shipped_reference_files(settings.company_file),
        bot_username=bot_username,
        forms=FORMS,
        endings=ENDINGS,
        beginnings=BEGINNINGS,
        fact_loaders=FACT_LOADERS,
        address_lookup_url=settings.address_lookup_url,
        admins=settings.admin_ids,
        coordinator_chat=settings.coordinator_chat_id,
    )


def shipped_reference_files(company: Path) -> ReferenceFiles:
    """Return the files that the bot comes with, and the company's own. Raises CompanyFaults."""
    identity = company.read_text("utf-8")
    load_company(identity)  # a start with a bad file should fail now, not at the first update
    shipped = {
        Reference.PRICES: (_DATA / "pricebook.toml").read_text("utf-8"),
        Reference.CATALOGUE: (_DATA / "catalogue.csv").read_text("utf-8"),
        Reference.COMPANY: identity,
    }
    return ReferenceFiles(shipped, (_DATA / "synonyms.csv").read_text("utf-8"))
