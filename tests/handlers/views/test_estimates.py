"""A price that was promised is kept whole: reading it back gives the same estimate."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from importlib.resources import files

from domain.activities import Activity
from domain.company import EXAMPLE
from domain.reference_kinds import Reference
from domain.site_rules import ClientRole, SiteRules
from domain.vat import VatCase
from handlers.context.reference_files import ReferenceFiles
from handlers.context.services import Services
from handlers.views.estimates import as_asked, estimate, vat_of
from storage.engine import Database
from storage.requests import Request
from tests.conftest import NOW
from tests.trade import client, request_of, services

_DATA = files("domain") / "data"
SHIPPED = {
    Reference.PRICES: (_DATA / "pricebook.toml").read_text("utf-8"),
    Reference.CATALOGUE: (_DATA / "catalogue.csv").read_text("utf-8"),
    Reference.COMPANY: EXAMPLE.read_text("utf-8"),
}


async def test_an_old_request_keeps_the_price_book_of_its_day(db: Database) -> None:
    """Kilometres cost 0.60 € until the end of the year and 0.90 € from then on; in Paris."""
    cheap = '{ value = "0.60",   unit = "EUR/km",  from = 2020-01-01, '
    dear = '{ value = "0.90",   unit = "EUR/km",  from = 2027-01-01, source = "new", '
    book = SHIPPED[Reference.PRICES]
    text = book.replace(cheap, f"{dear}estimate = true }}, {cheap}")
    assert text != book
    files = ReferenceFiles({**SHIPPED, Reference.PRICES: text}, "word,codes")
    here = replace(services(), reference_files=files)
    eve = datetime(2026, 12, 31, 22, 59, tzinfo=UTC)  # a minute before midnight in Paris
    rates = []
    for at in (eve, eve + timedelta(minutes=1)):
        async with db.begin(at) as tx:
            request = await request_of(tx, await client(tx))
            lines = {line.key: line for line in estimate(here, request).lines}
            rates.append(int(lines["kilometres"].rate_cents))

    assert rates == [60, 90]


async def test_the_tax_is_decided_from_the_request_and_what_was_said(db: Database) -> None:
    async with db.begin(NOW) as tx:
        person = await client(tx)
        loose = await request_of(tx, person)
        strip = await request_of(tx, person, activities=(Activity.SOFT_STRIP,))
    exempt = ReferenceFiles(
        {**SHIPPED, Reference.COMPANY: EXAMPLE.read_text("utf-8").replace(
            "[identity]", "[identity]\nvat_exempt = true")},
        "word,codes",
    )  # fmt: skip

    def decided(request: Request, where: Services, **said: str) -> str:
        found = vat_of(where, request, replace(as_asked(request), vat=said))
        return found.key if isinstance(found, VatCase) else f"? {found.question}"

    assert decided(loose, services()) == "movables"
    assert decided(loose, replace(services(), reference_files=exempt)) == "exempt"
    assert decided(strip, services()) == "? billed"
    assert decided(strip, services(), billed="owner") == "? home"
    assert decided(strip, services(), billed="builder", contract="single") == "mixed_subcontract"
    assert decided(said_by(strip, ClientRole.TENANT), services()) == "? home"
    assert decided(said_by(strip, ClientRole.SUB), services()) == "? contract"
    assert decided(said_by(strip, ClientRole.SUB), services(), billed="owner") == "? home"
    assert decided(said_by(loose, ClientRole.MAIN), services()) == "movables"


def said_by(request: Request, role: ClientRole) -> Request:
    return replace(request, asked=replace(request.asked, rules=SiteRules(role=role)))


async def test_work_at_night_takes_longer(db: Database) -> None:
    async with db.begin(NOW) as tx:
        day = await request_of(tx, await client(tx))
    site = day.asked.site
    dark = replace(site, access=replace(site.access, night=True))
    night = replace(day, asked=replace(day.asked, site=dark))
    by_day, by_night = estimate(services(), day), estimate(services(), night)
    added = by_night.minutes.access_factor - by_day.minutes.access_factor

    assert added == Decimal("0.25")
    assert by_night.hours > by_day.hours
