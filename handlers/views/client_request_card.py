"""The client's card of one request, from first to last: where it stands and all that came of it."""

from domain.jobs import BY_CLIENT, JobState
from domain.message_intents import MessageIntent
from domain.requests import RequestState
from handlers.context.callbacks import button
from handlers.conversation.screen import Button, ButtonRows, Screen, Style
from handlers.views import client_job_card, quote_card
from handlers.views.client_home import Matter, lines_of
from handlers.words.catalogue import Say
from storage import day_wishes, jobs, quotes, request_thread, surveys
from storage.jobs import Job
from storage.quotes import Revision
from storage.requests import Request
from storage.transaction import Reading


def card_key(request_id: int) -> str:
    return f"matter:{request_id}"


async def draw(tx: Reading, say: Say, request: Request) -> Screen:
    """Draw the card with our question, where one is open, and what can be done now."""
    revision = await quotes.newest(tx, request.id)
    job = await jobs.of_request(tx, request.id)
    thread = await request_thread.thread(tx, request.id)
    last_word = not thread[-1].waits if thread else None
    survey = await surveys.find(tx, request.id)
    matter = Matter(request, revision, job, last_word, survey)
    parts = [lines_of(say, matter)]
    rows: list[tuple[Button, ...]] = []
    if last_word is False:
        parts.append(say("client-question", number=request.number, text=thread[-1].text))
        rows.append((button(say.plain("client-reply"), "reply", request.id, style="primary"),))
    if request.asked.brief:
        rows.append((button(say.plain("rest-tell"), "rest", request.id, style="primary"),))
    if revision is not None and revision.media_id is not None:
        parts += quote_card.agreed_words(say, revision)
        rows += _quote_rows(tx, say, revision, matter)
    if matter.shown_job is not None:
        rows += _job_rows(say, matter.shown_job)
    if job is not None and request.state is RequestState.ACCEPTED:
        wish = await day_wishes.pending(tx, job.id)
        if wish is not None and matter.shown_job is not None:
            parts.append(
                say("home-day-asked" if wish.by_client else "home-day-offered", day=wish.day)
            )
        if acts := change_acts(say, job):
            rows.append(tuple(acts.values()))
        if last_word is not False:
            rows.append((button(say.plain("client-write"), "write", request.id),))
    return Screen("\n\n".join(parts), tuple(rows))


def _quote_rows(tx: Reading, say: Say, revision: Revision, matter: Matter) -> ButtonRows:
    """Open the quote, and the agreement where there is one; an answer can be taken back in time."""
    key = "quote-show-agreed" if revision.agreed_by else "quote-show"
    style: Style | None = "success" if matter.awaits == "quote" else None
    shown = button(say.plain(key, number=revision.label), "quoted", revision.id, style=style)
    return ((shown,), *quote_card.answered_rows(say, revision, tx.now))


def change_acts(say: Say, job: Job) -> dict[MessageIntent, Button]:
    """Offer another day once one was told, and to cancel, until we are there."""
    if job.state not in BY_CLIENT:
        return {}
    cancel = {MessageIntent.CANCEL: button(say.plain("cancel-open"), "cancelown", job.id)}
    if job.state is JobState.DRAFT:
        return cancel
    return {MessageIntent.CHANGE: button(say.plain("day-another"), "otherday", job.id)} | cancel


def _job_rows(say: Say, job: Job) -> ButtonRows:
    rows: list[tuple[Button, ...]] = []
    if job.report_media_id is not None:
        rows.append((button(say.plain("client-report", number=job.number), "report", job.id),))
    if client_job_card.awaits_rating(job):
        rows.append(client_job_card.stars(job))
    return tuple(rows)
