"""The quote's PDF: made from the rows after the commit, kept by its hash, shown to the client."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.errands.context import ErrandContext
from bot.errands.document_photos import contents
from bot.errands.made_file import PDF, MadeFile, hand_over
from documents.from_domain import inventory_rows, price_rows, waste_streams
from documents.parties import Client, Picture, SiteBlock
from documents.quote import QuoteDocument, render_quote
from documents.text import words_of_label
from domain.calendar import day_of
from domain.costing import Costing
from domain.gates import Verdict
from domain.hazards import UNREAD
from domain.inventory import Access
from domain.job_preferences import NO_WISHES, JobPreferences
from handlers.context.posts import short
from handlers.context.services import Services
from handlers.quotes import client_answer
from handlers.views import findings
from handlers.views.costing_source import costing_of
from handlers.views.particulars_wording import particulars_words
from handlers.views.site_wording import floors_words, paper_words
from handlers.words.catalogue import HOME, Say
from storage import events, hazard_decisions, media, people, quotes, requests
from storage.errands import Errand
from storage.files import FileStore
from storage.hazard_decisions import on_kind
from storage.media import Medium
from storage.people import ClientCompany, Person
from storage.quotes import Revision
from storage.requests import Request
from storage.transaction import Reading, Transaction

MOST_PHOTOS = 24  # two pages of thumbnails


LONGEST_CAPTION = 120  # letters of what a client wrote under a photo


@dataclass(frozen=True, slots=True)
class Shot:
    """One photo of the request as it was received."""

    medium: Medium
    at: datetime
    told: str = ""  # what the client wrote under it


@dataclass(frozen=True, slots=True)
class QuotePdfData:
    """The rows that a quote is made of; `author` wrote it, None where nobody is known."""

    revision: Revision
    request: Request
    company: ClientCompany
    person: Person
    costing: Costing
    author: str | None
    unread: Verdict | None  # what was decided on what nobody could read
    shots: tuple[Shot, ...]


async def render_quote_pdf(ctx: ErrandContext, errand: Errand) -> None:
    """Make the French PDF of a revision and show the quote; a second time does nothing.

    Raises PhotosOnTheWay.
    """
    async with ctx.read() as tx:
        papers = await gather(tx, int(errand.details["revision"]))
    revision = papers.revision
    if revision.media_id is not None:
        return
    document = await lay_out(ctx.files, ctx.services, papers, HOME, attempts=errand.attempts)
    content = await asyncio.to_thread(render_quote, document)

    async def give(tx: Transaction, ids: Sequence[int]) -> None:
        await quotes.change(tx, revision, media_id=ids[0])
        now = await quotes.get(tx, revision.id)
        say = ctx.services.words.say(papers.person.language)
        await client_answer.ready(tx, say, now, papers.person.id)

    made = MadeFile(f"quote:{revision.id}", f"{revision.label}.pdf", PDF, content)
    await hand_over(ctx, [made], give)


async def gather(tx: Reading, revision_id: int) -> QuotePdfData:
    """Load what a paper of this revision shows. Raises Unknown."""
    revision = await quotes.get(tx, revision_id)
    request = await requests.get(tx, revision.request_id)
    attached = await media.attached(tx, "request", request.id)
    told = await media.told_by_medium(tx, "request", request.id)
    return QuotePdfData(
        revision=revision,
        request=request,
        company=await people.company(tx, request.company_id),
        person=await people.get(tx, request.person_id),
        costing=await costing_of(tx, revision, request),
        author=await _author(tx, revision),
        unread=on_kind(await hazard_decisions.of_request(tx, request.id), UNREAD),
        shots=tuple(
            Shot(medium, at, told.get(medium.id, ""))
            for _, medium, at in attached
            if medium.kind == "photo" and at <= revision.issued_at
        ),
    )


async def _author(tx: Reading, revision: Revision) -> str | None:
    actor = await events.author_of(tx, "quote_sent", "request", revision.request_id, revision.label)
    person = await people.find(tx, actor) if actor else None
    return (person.display_name or None) if person else None


async def lay_out(
    files: FileStore, services: Services, papers: QuotePdfData, language: str, *, attempts: int
) -> QuoteDocument:
    """Write the paper in a language, with its photos. Raises PhotosOnTheWay."""
    shots = papers.shots[:MOST_PHOTOS]
    media_of = [shot.medium for shot in shots]
    pictures = await contents(files, media_of, attempts=attempts, paper=papers.revision.label)
    return quote_document(services, services.words.say(language), papers, pictures)


def quote_document(
    services: Services, say: Say, papers: QuotePdfData, pictures: Sequence[bytes | None]
) -> QuoteDocument:
    """Lay out a revision as it was priced; later changes of the price book do not touch it."""
    revision, request = papers.revision, papers.request
    figures = revision.estimate
    return QuoteDocument(
        number=revision.label,
        revision=revision.revision,
        request_number=request.number,
        issued_on=day_of(revision.issued_at, services.zone),
        valid_until=revision.valid_until,
        language=say.lang,
        zone=services.zone,
        company=services.company,
        author=papers.author or services.company.name,
        client=client_on_paper(papers.company, papers.person, request.asked.wishes),
        site=site_on_paper(say, request, papers.costing.access),
        work=work_on_paper(say, request),
        start_on=request.asked.earliest_on,
        days=figures.days,
        crew=figures.crew,
        person_hours=figures.hours,
        trips=figures.trips,
        lines=price_rows(figures, say.lang),
        total_excl_vat_cents=figures.total_excl_vat_cents,
        vat_share=figures.vat_share,
        vat_cents=figures.vat_cents,
        reverse_charge=figures.reverse_charge,
        total_incl_vat_cents=figures.total_incl_vat_cents,
        inventory=inventory_rows(papers.costing.lines, services.catalogue, say.lang),
        outcome=figures.outcome,
        waste=waste_streams(figures, services.company, say.lang),
        vat_mention=say.plain(figures.vat.mention) if figures.vat.mention else "",
        notes=_notes(say, services, papers),
        vat_category=figures.vat.category,
        photos=_pictures(say, papers.shots, pictures),
        photos_left_out=len(papers.shots) - len(pictures),
    )


def _pictures(
    say: Say, shots: Sequence[Shot], pictures: Sequence[bytes | None]
) -> tuple[Picture, ...]:
    shown = zip(shots[: len(pictures)], pictures, strict=True)
    return tuple(
        Picture(_caption(say, n, shot), shot.at, data) for n, (shot, data) in enumerate(shown, 1)
    )


def _caption(say: Say, n: int, shot: Shot) -> str:
    words = say.plain("pdf-photo-of-request", n=n)
    return f"{words} · {short(shot.told, LONGEST_CAPTION)}" if shot.told else words


def client_on_paper(
    company: ClientCompany, person: Person, wishes: JobPreferences = NO_WISHES
) -> Client:
    return Client(
        name=company.name,
        siret=company.siret,
        address=tuple(filter(None, [wishes.bill_address or company.address])),
        contact=person.full_name,
        phone=person.phone,
        email=wishes.bill_email,
        reference=wishes.bill_reference,
    )


def site_on_paper(say: Say, request: Request, access: Access | None = None) -> SiteBlock:
    """Word the site as the client said it, or as a revision corrected it."""
    site = request.asked.site
    access = access or site.access
    words = say.plain(
        "pdf-access-words",
        floor=floors_words(request.asked, access.floor),
        lift=say.plain(f"pdf-lift-words.{access.lift}"),
        carry=int(access.carry_m),
    )
    return SiteBlock((site.address, site.town), words)


def work_on_paper(say: Say, request: Request) -> str:
    """List the activities without the pictures of their buttons."""
    keys = (f"request-activities.{activity}" for activity in request.asked.activities)
    return ", ".join(option_on_paper(say, key) for key in keys)


def _notes(say: Say, services: Services, papers: QuotePdfData) -> str:
    """Say what was asked beside the work; what nobody could read is in the price or left out."""
    asked = papers.request.asked
    told = [
        *particulars_words(say, asked.particulars),
        *paper_words(say, services.request_form, asked, services.company.promises),
    ]
    key = "pdf-left-out" if papers.unread is Verdict.EXCLUDE else "pdf-included"
    unread = say.plain(key, what=", ".join(asked.unread)) if asked.unread else ""
    why = findings.reasons(say, papers.revision.unseen)
    unseen = say.plain("pdf-unseen", reasons=why) if why else ""
    return "\n".join([*map(_without_pictures, told), *filter(None, [asked.note, unread, unseen])])


def _without_pictures(told: str) -> str:
    """« 🪵 Bois traité : 🌳 Non » is « Bois traité : Non »."""
    return ": ".join(map(words_of_label, told.split(": ")))


def option_on_paper(say: Say, key: str) -> str:
    """Say what was chosen; papers carry no pictures."""
    return words_of_label(say.plain(key))
