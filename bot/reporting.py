"""The completion report: two PDFs made from the rows after the commit, ours with the names."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import get_args

from bot.clock import Clock, real_now
from bot.documents.figures import figures_of
from bot.documents.from_domain import destination, report_rows, stream_label
from bot.documents.parties import WasteStream
from bot.documents.report import Moment, ReportDocument, ReportPhoto, Times, render_report
from bot.photos import PATIENCE, contents
from bot.quoting import PDF, client_on_paper, site_on_paper, work_on_paper
from domain.calendar import day_of, to_utc
from domain.completion import CompletionReport, complete
from domain.destinations import RESIDUAL
from domain.jobs import Answer
from handlers import dossier as dossiers
from handlers import reports
from handlers.dossier import AFTER, BEFORE, Dossier
from handlers.flows.counting import sheet
from handlers.shop import Shop
from handlers.visit import GROUP_LANGUAGE
from handlers.words.catalogue import Say
from storage import jobs, media, people, quotes
from storage.engine import Database
from storage.files import Files
from storage.media import Medium
from storage.people import ClientCompany, Person
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Papers:
    """The rows that a report is made of."""

    dossier: Dossier
    company: ClientCompany
    person: Person
    quote_number: str
    report: CompletionReport
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class Proof:
    """One photo as it was received."""

    moment: Moment
    medium: Medium
    at: datetime


async def render_report_pdf(
    db: Database, clock: Clock, files: Files, shop: Shop, job_id: int, *, attempts: int = PATIENCE
) -> None:
    """Make both copies and send them; a second time does nothing. Raises PhotosOnTheWay."""
    async with db.read(clock.now()) as work:
        papers, proofs = await _gather(work, shop, job_id)
    if papers.dossier.job.report_media_id is not None:
        return
    media_of = [one.medium for one in proofs]
    number = papers.dossier.job.number
    pictures = await contents(files, media_of, attempts=attempts, paper=number)
    copies = []
    for language, for_client in ((papers.person.language, True), (GROUP_LANGUAGE, False)):
        say = shop.words.say(language)
        photos = _photos(say, proofs, pictures)
        document = report_document(shop, say, papers, photos, for_client=for_client)
        copies.append(await asyncio.to_thread(render_report, document))
    hashes = [await files.keep(content) for content in copies]
    async with db.begin(clock.now(), real_now=real_now()) as work:
        client_copy, team_copy = [
            await _keep(work, papers.dossier, kind, sha256, len(content))
            for kind, sha256, content in zip(("client", "team"), hashes, copies, strict=True)
        ]
        await reports.ready(work, shop, job_id, client_copy=client_copy, team_copy=team_copy)


async def _gather(work: Work, shop: Shop, job_id: int) -> tuple[Papers, list[Proof]]:
    dossier = await dossiers.load(work, job_id)
    attached = await media.attached(work, "job", job_id)
    proofs = [
        Proof(moment, medium, at)
        for moment in get_args(Moment)
        for purpose, medium, at in attached
        if purpose == moment
    ]
    counts = sheet(dossier.request.asked.lines, await jobs.counted(work, job_id))
    papers = Papers(
        dossier=dossier,
        company=await people.company(work, dossier.request.company_id),
        person=await people.get(work, dossier.request.person_id),
        quote_number=(await quotes.get(work, dossier.job.revision_id)).label,
        report=complete(
            counts,
            shop.catalogue,
            photos_before=dossier.proof.before,
            photos_after=dossier.proof.after,
        ),
        reported_at=work.now,
    )
    return papers, proofs


async def _keep(work: Work, dossier: Dossier, kind: str, sha256: str, size: int) -> int:
    return await media.keep(
        work,
        key=f"report:{dossier.job.id}:{kind}",
        sha256=sha256,
        name=f"{dossier.job.number}.pdf",
        mime=PDF,
        size=size,
    )


def report_document(
    shop: Shop, say: Say, papers: Papers, photos: Sequence[ReportPhoto], *, for_client: bool
) -> ReportDocument:
    """Lay out what was done; weights are the catalogue's, nothing has been weighed."""
    dossier, job = papers.dossier, papers.dossier.job
    plan = dossier.plan
    return ReportDocument(
        job_number=job.number,
        quote_number=papers.quote_number,
        request_number=dossier.request.number,
        reported_on=day_of(papers.reported_at, shop.zone),
        language=say.lang,
        zone=shop.zone,
        company=shop.company,
        client=client_on_paper(papers.company, papers.person),
        site=site_on_paper(say, dossier.request),
        work=work_on_paper(say, dossier.request),
        times=Times(
            to_utc(plan.start_on, plan.start_time, plan.zone),
            job.en_route_at,
            job.arrived_at,
            job.done_at,
        ),
        crew=tuple(one.name for one in dossier.crew if one.state is Answer.CONFIRMED),
        person_hours=None,
        lines=report_rows(papers.report, shop.catalogue, say.lang),
        outcome=papers.report.weights,
        weights_from="catalogue",
        measured_share=Decimal(0),
        waste=_waste(shop, papers.report, say.lang),
        photos=tuple(photos),
        for_client=for_client,
    )


def _photos(
    say: Say, proofs: Sequence[Proof], pictures: Sequence[bytes | None]
) -> list[ReportPhoto]:
    names = {BEFORE: say.plain("pdf-photos-before"), AFTER: say.plain("pdf-photos-after")}
    numbers: dict[str, int] = defaultdict(int)
    found = []
    for one, data in zip(proofs, pictures, strict=True):
        numbers[one.moment] += 1
        caption = f"{names[one.moment]} {numbers[one.moment]}"
        found.append(ReportPhoto(one.moment, caption, one.at, data))
    return found


def _waste(shop: Shop, report: CompletionReport, language: str) -> tuple[WasteStream, ...]:
    """Sum what was not reused or transformed by stream, with the place it goes to (§4.3)."""
    streams: dict[str, Decimal] = defaultdict(Decimal)
    for line in report.lines:
        streams[shop.catalogue.get(line.count.code).stream] += line.weights.recycled
        streams[RESIDUAL] += line.weights.disposed
    show = figures_of(language)
    return tuple(
        WasteStream(stream_label(stream, show), kg, destination(shop.company, stream))
        for stream, kg in sorted(streams.items())
        if kg
    )
