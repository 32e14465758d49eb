"""What a client had with us: each request with its quote, its agreement and its report again."""

from handlers.context.callbacks import button
from handlers.context.context_protocols import PersonViewContext
from handlers.conversation.pages import Pages
from handlers.conversation.screen import Button, Screen
from handlers.views.client_home import PAGE, Matter, lines_of, matters
from handlers.words.catalogue import Say
from storage import request_lists

CARD_KEY = "history"


async def draw(ctx: PersonViewContext, page: int = 0) -> Screen:
    """Draw a page of the person's company, the newest first."""
    say, company_id = ctx.say, ctx.person.company_id
    if company_id is None:
        return Screen(say("help-newcomer"))
    pages = Pages(page, await request_lists.count_of_company(ctx.tx, company_id), PAGE)
    shown = await matters(ctx, company_id, pages.at)
    parts = [say("history-head"), *(lines_of(say, matter) for matter in shown)]
    if not shown:
        parts.append(say("home-nothing"))
    rows: list[tuple[Button, ...]] = [row for matter in shown if (row := _papers(say, matter))]
    if turns := pages.turns():
        parts.append(say("home-page", page=pages.at + 1, pages=pages.last + 1))
        rows.append(tuple(button(sign, "history", 0, more=str(to)) for to, sign in turns))
    return Screen("\n\n".join(parts), tuple(rows))


def _papers(say: Say, matter: Matter) -> tuple[Button, ...]:
    """Offer the quote, with its agreement where there is one, and the report."""
    found: list[Button] = []
    revision, job = matter.revision, matter.job
    if revision is not None and revision.media_id is not None:
        key = "quote-show-agreed" if revision.agreed_by else "quote-show"
        found.append(button(say.plain(key, number=revision.label), "quoted", revision.id))
    if job is not None and job.report_media_id is not None:
        words = say.plain("client-report", number=job.number)
        found.append(button(words, "report", job.id))
    return tuple(found)
