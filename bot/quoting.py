"""The quote's PDF: made from the rows after the commit, kept by its hash, shown to the client."""

import asyncio
from dataclasses import dataclass

from bot.clock import Clock, real_now
from bot.documents.from_domain import inventory_rows, price_rows, waste_streams
from bot.documents.parties import Client
from bot.documents.parties import Site as SiteOnPaper
from bot.documents.quote import QuoteDocument, render_quote
from bot.documents.text import words_of_label
from domain.calendar import day_of
from handlers.clients import quotes as client_quotes
from handlers.estimating import kept
from handlers.shop import Shop
from handlers.words.catalogue import Say
from storage import media, people, quotes, requests
from storage.engine import Database
from storage.files import Files
from storage.people import ClientCompany, Person
from storage.quotes import Revision
from storage.requests import Request

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Papers:
    """The rows that a quote is made of."""

    revision: Revision
    request: Request
    company: ClientCompany
    person: Person


async def render_quote_pdf(
    db: Database, clock: Clock, files: Files, shop: Shop, revision_id: int
) -> None:
    """Make the PDF of a revision and show the quote to the client; a second time does nothing."""
    async with db.read(clock.now()) as work:
        revision = await quotes.get(work, revision_id)
        request = await requests.get(work, revision.request_id)
        company = await people.company(work, request.company_id)
        person = await people.get(work, request.person_id)
    if revision.media_id is not None:
        return
    say = shop.words.say(person.language)
    document = quote_document(shop, say, Papers(revision, request, company, person))
    content = await asyncio.to_thread(render_quote, document)
    sha256 = await files.keep(content)
    async with db.begin(clock.now(), real_now=real_now()) as work:
        media_id = await media.keep(
            work,
            key=f"quote:{revision.id}",
            sha256=sha256,
            name=f"{revision.label}.pdf",
            mime=PDF,
            size=len(content),
        )
        await quotes.change(work, revision, media_id=media_id)
        now = await quotes.get(work, revision.id)
        await client_quotes.ready(work, say, now, person.id)


def quote_document(shop: Shop, say: Say, papers: Papers) -> QuoteDocument:
    """Lay out a revision as it was priced; later changes of the price book do not touch it."""
    revision, request = papers.revision, papers.request
    figures = kept(revision.estimate)
    return QuoteDocument(
        number=revision.number,
        revision=revision.revision,
        request_number=request.number,
        issued_on=day_of(revision.issued_at, shop.zone),
        valid_until=revision.valid_until,
        language=say.lang,
        zone=shop.zone,
        company=shop.company,
        author=shop.company.name,
        client=client_on_paper(papers.company, papers.person),
        site=site_on_paper(say, request),
        work=option_on_paper(say, f"request-activity.{request.asked.activity}"),
        start_on=request.asked.earliest_on,
        days=figures.days,
        crew=figures.crew,
        person_hours=figures.hours,
        lines=price_rows(figures, say.lang),
        total_excl_vat_cents=figures.total_excl_vat_cents,
        vat_share=figures.vat_share,
        vat_cents=figures.vat_cents,
        reverse_charge=figures.reverse_charge,
        total_incl_vat_cents=figures.total_incl_vat_cents,
        inventory=inventory_rows(request.asked.lines, shop.catalogue, say.lang),
        outcome=figures.outcome,
        waste=waste_streams(figures, shop.company, say.lang),
        notes=request.asked.note or "",
    )


def client_on_paper(company: ClientCompany, person: Person) -> Client:
    return Client(
        name=company.name,
        siret=company.siret,
        contact=person.full_name,
        phone=person.phone,
    )


def site_on_paper(say: Say, request: Request) -> SiteOnPaper:
    site = request.asked.site
    access = say.plain(
        "pdf-access-words",
        floor=site.access.floor,
        lift=option_on_paper(say, f"request-lift.{site.access.lift}"),
        carry=int(site.access.carry_m),
    )
    return SiteOnPaper((site.address, site.postcode), access)


def option_on_paper(say: Say, key: str) -> str:
    """Say what was chosen; papers carry no pictures."""
    return words_of_label(say.plain(key))
