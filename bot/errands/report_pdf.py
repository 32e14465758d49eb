"""The completion report: two PDFs made from the rows after the commit, ours with the names."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import get_args

from bot.errands.context import ErrandContext
from bot.errands.document_photos import contents
from bot.errands.made_file import PDF, MadeFile, hand_over
from bot.errands.quote_pdf import client_on_paper, site_on_paper, work_on_paper
from documents.figures import figures_of
from documents.from_domain import destination, report_rows, stream_label
from documents.parties import WasteStream
from documents.report import Moment, ReportDocument, ReportPhoto, Times, render_report
from domain.calendar import day_of, to_utc
from domain.completion import CompletionReport, complete
from domain.destinations import RESIDUAL
from domain.jobs import CrewAnswer
from handlers.context.services import Services
from handlers.jobs import completion_report
from handlers.jobs.count_codes import count_lines
from handlers.views import job_views
from handlers.views.job_views import AFTER, BEFORE, JobView
from handlers.words.catalogue import GROUP_LANGUAGE, Say
from storage import jobs, media, people, quotes
from storage.errands import Errand
from storage.media import Medium
from storage.people import ClientCompany, Person
from storage.transaction import Reading, Transaction


@dataclass(frozen=True, slots=True)
class ReportPdfData:
    """The rows that a report is made of."""

    job_view: JobView
    company: ClientCompany
    person: Person
    quote_number: str
    report: CompletionReport
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class ProofPhotos:
    """One photo as it was received."""

    moment: Moment
    medium: Medium
    at: datetime


async def render_report_pdf(ctx: ErrandContext, errand: Errand) -> None:
    """Make both copies and send them; a second time does nothing. Raises PhotosOnTheWay."""
    async with ctx.read() as tx:
        papers, proofs = await _gather(tx, ctx.services, int(errand.details["job"]))
    job = papers.job_view.job
    if job.report_media_id is not None:
        return
    media_of = [proof.medium for proof in proofs]
    pictures = await contents(ctx.files, media_of, attempts=errand.attempts, paper=job.number)
    made = []
    for kind, language in (("client", papers.person.language), ("team", GROUP_LANGUAGE)):
        say = ctx.services.words.say(language)
        photos = _photos(say, proofs, pictures)
        document = report_document(ctx.services, say, papers, photos, for_client=kind == "client")
        content = await asyncio.to_thread(render_report, document)
        made.append(MadeFile(f"report:{job.id}:{kind}", f"{job.number}.pdf", PDF, content))

    async def give(tx: Transaction, ids: Sequence[int]) -> None:
        client_copy, team_copy = ids
        await completion_report.ready(
            tx, ctx.services, job.id, client_copy=client_copy, team_copy=team_copy
        )

    await hand_over(ctx, made, give)


async def _gather(
    tx: Reading, services: Services, job_id: int
) -> tuple[ReportPdfData, list[ProofPhotos]]:
    job_view = await job_views.load(tx, job_id)
    attached = await media.attached(tx, "job", job_id)
    proofs = [
        ProofPhotos(moment, medium, at)
        for moment in get_args(Moment)
        for purpose, medium, at in attached
        if purpose == moment
    ]
    counts = count_lines(job_view.request.asked.lines, await jobs.counted(tx, job_id))
    papers = ReportPdfData(
        job_view=job_view,
        company=await people.company(tx, job_view.request.company_id),
        person=await people.get(tx, job_view.request.person_id),
        quote_number=(await quotes.get(tx, job_view.job.revision_id)).label,
        report=complete(
            counts,
            services.catalogue,
            photos_before=job_view.proof.before,
            photos_after=job_view.proof.after,
        ),
        reported_at=tx.now,
    )
    return papers, proofs


def report_document(
    services: Services,
    say: Say,
    papers: ReportPdfData,
    photos: Sequence[ReportPhoto],
    *,
    for_client: bool,
) -> ReportDocument:
    """Lay out what was done; weights are the catalogue's, nothing has been weighed."""
    job_view, job = papers.job_view, papers.job_view.job
    plan = job_view.plan
    return ReportDocument(
        job_number=job.number,
        quote_number=papers.quote_number,
        request_number=job_view.request.number,
        reported_on=day_of(papers.reported_at, services.zone),
        language=say.lang,
        zone=services.zone,
        company=services.company,
        client=client_on_paper(papers.company, papers.person),
        site=site_on_paper(say, job_view.request),
        work=work_on_paper(say, job_view.request),
        times=Times(
            to_utc(plan.start_on, plan.start_time, plan.zone),
            job.en_route_at,
            job.arrived_at,
            job.done_at,
        ),
        crew=tuple(member.name for member in job_view.crew if member.state is CrewAnswer.CONFIRMED),
        person_hours=None,
        lines=report_rows(papers.report, services.catalogue, say.lang),
        outcome=papers.report.weights,
        weights_from="catalogue",
        measured_share=Decimal(0),
        waste=_waste(services, papers.report, say.lang),
        photos=tuple(photos),
        for_client=for_client,
    )


def _photos(
    say: Say, proofs: Sequence[ProofPhotos], pictures: Sequence[bytes | None]
) -> list[ReportPhoto]:
    names = {BEFORE: say.plain("pdf-photos-before"), AFTER: say.plain("pdf-photos-after")}
    numbers: dict[str, int] = defaultdict(int)
    found = []
    for photos, data in zip(proofs, pictures, strict=True):
        numbers[photos.moment] += 1
        caption = f"{names[photos.moment]} {numbers[photos.moment]}"
        found.append(ReportPhoto(photos.moment, caption, photos.at, data))
    return found


def _waste(services: Services, report: CompletionReport, language: str) -> tuple[WasteStream, ...]:
    """Sum what was not reused or transformed by stream, with the place it goes to (§4.3)."""
    streams: dict[str, Decimal] = defaultdict(Decimal)
    for line in report.lines:
        streams[services.catalogue.get(line.count.code).stream] += line.weights.recycled
        streams[RESIDUAL] += line.weights.disposed
    show = figures_of(language)
    return tuple(
        WasteStream(stream_label(stream, show), kg, destination(services.company, stream))
        for stream, kg in sorted(streams.items())
        if kg
    )
