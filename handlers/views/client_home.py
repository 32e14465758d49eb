"""The client's home card: requests, quotes and jobs, where they stand, who must do what next."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.jobs import JobState
from domain.quotes import AGREED_CHANGE, QuoteState
from domain.requests import UNDECIDED, RequestState
from handlers.context.callbacks import button
from handlers.context.context_protocols import PersonViewContext
from handlers.conversation.pages import Pages
from handlers.conversation.screen import Button, Screen, Style
from handlers.views import findings
from handlers.views.survey_wording import survey_time
from handlers.words.catalogue import Markup, Say
from storage import (
    colleagues,
    jobs,
    people,
    quote_activity,
    quotes,
    request_lists,
    surveys,
)
from storage.jobs import Job
from storage.quotes import Revision
from storage.requests import Request
from storage.surveys import Survey

HOME = "home"
PAGE = 8
WISHED = {"renew": "renewal", AGREED_CHANGE: "revision"}
STYLES: Mapping[str, Style] = {"quote": "success"}
AWAITED = {
    RequestState.BRIEF: "rest",
    RequestState.SUBMITTED: "price",
    RequestState.ACCEPTED: "plan",
}


@dataclass(frozen=True, slots=True)
class Matter:
    """A request with all that came of it; `last_word` is the client's, ours, or nobody's."""

    request: Request
    revision: Revision | None = None
    job: Job | None = None
    last_word: bool | None = None
    survey: Survey | None = None

    @property
    def shown_job(self) -> Job | None:
        if self.job is None:
            return None
        agreed = self.request.state is RequestState.ACCEPTED
        cancelled = self.job.state is JobState.CANCELLED and agreed
        return self.job if self.job.published_at is not None or cancelled else None

    @property
    def awaits(self) -> str:
        """Name what is awaited, and so from whom; empty where nothing is."""
        if self.shown_job is not None:
            return self._of_job(self.shown_job)
        if self.last_word is False and self.request.state in UNDECIDED:
            return "answer"
        if self.request.state is RequestState.QUOTED and self.revision is not None:
            return self._of_quote(self.revision)
        return AWAITED.get(self.request.state, "")

    def _of_job(self, job: Job) -> str:
        if job.state is JobState.REPORTED:
            return "rate" if job.rating is None else ""
        return "" if job.state is JobState.CANCELLED else "work"

    def _of_quote(self, revision: Revision) -> str:
        if revision.wish is not None:
            return WISHED.get(revision.wish, "change")
        if revision.media_id is None:
            return "price"
        return {QuoteState.SENT: "quote", QuoteState.EXPIRED: "renew"}.get(revision.state, "")


async def draw(ctx: PersonViewContext, page: int = 0) -> Screen:
    """Draw a page of the card, in as many statements whatever there is."""
    say, company_id = ctx.say, ctx.person.company_id
    if company_id is None:
        return Screen(say("help-newcomer"))
    company = await people.company(ctx.tx, company_id)
    count = await request_lists.count_of_company(ctx.tx, company_id)
    pages = Pages(page, count, PAGE)
    listed = await matters(ctx, company_id, pages.at)
    parts = [
        say("home-client", company=company.name),
        *(lines_of(say, matter) for matter in listed),
    ]
    if not listed:
        parts.append(say("home-nothing"))
    rows: list[tuple[Button, ...]] = [
        (shown,) for matter in listed for shown in _buttons_of(say, matter)
    ]
    if turns := pages.turns():
        parts.append(say("home-page", page=pages.at + 1, pages=pages.last + 1))
        rows.append(tuple(button(sign, "home", 0, more=str(to)) for to, sign in turns))
    rows.append((button(say.plain("new-request"), "new", 0, style="primary"),))
    if await colleagues.leads(ctx.tx, ctx.person):
        rows[-1] += (button(say.plain("team-open"), "team", company_id),)
    return Screen("\n\n".join(parts), tuple(rows))


async def matters(ctx: PersonViewContext, company_id: int, page: int) -> list[Matter]:
    """Load a page of what a company has asked for, in as many statements whatever there is."""
    mine = await request_lists.of_company(ctx.tx, company_id, PAGE, page * PAGE)
    ids = [request.id for request in mine]
    revisions = await quotes.newest_of(ctx.tx, ids)
    planned = await jobs.of_requests(ctx.tx, ids)
    words = await quote_activity.last_words(ctx.tx, ids)
    visits = await surveys.of_requests(ctx.tx, ids)
    return [
        Matter(
            request,
            revisions.get(request.id),
            planned.get(request.id),
            words.get(request.id),
            visits.get(request.id),
        )
        for request in mine
    ]


def lines_of(say: Say, matter: Matter) -> str:
    """Say where a matter stands and who must act."""
    request, job = matter.request, matter.shown_job
    lines = [
        say("home-request", number=request.number, address=request.asked.site.address),
        say(f"request-state-{request.state}"),
    ]
    if matter.revision is not None and matter.revision.state is QuoteState.EXPIRED:
        lines[1] = say("revision-expired", number=matter.revision.label)
    if request.held and request.state is RequestState.SUBMITTED:
        lines.append(say("home-held", what=findings.names(say, request.held)))
    if matter.survey is not None:
        visit_at = survey_time(say, matter.survey)
        lines.append(say(f"home-survey-{matter.survey.state}", when=visit_at))
    if job is not None:
        state = Markup(say(f"client-state-{job.state}"))
        when, starts = job.start_on or "—", job.shape.first_start(job.start_time) or "—"
        lines.append(say("home-job", number=job.number, when=when, starts=starts, state=state))
    if matter.awaits:
        lines.append(say(f"home-awaits-{matter.awaits}"))
    return "\n".join(lines)


def _buttons_of(say: Say, matter: Matter) -> tuple[Button, ...]:
    """Open the card of the request; beside it, its quote where that waits for an answer."""
    opened = button(f"📦 {matter.request.number}", "mine", matter.request.id)
    revision = matter.revision
    if revision is None or matter.awaits not in {"quote", "renew"}:
        return (opened,)
    words, style = say.plain("quote-show", number=revision.label), STYLES.get(matter.awaits)
    return (opened, button(words, "quoted", revision.id, style=style))
