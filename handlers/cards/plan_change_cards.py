"""Those whom a change of a plan concerns hear what changed, and nothing else."""

from collections.abc import Iterable

from domain.jobs import CrewAnswer
from handlers.cards.job_cards import send_to_crew
from handlers.context.callbacks import button
from handlers.context.context_protocols import CardContext
from handlers.context.posts import post_of
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Screen
from handlers.views.job_views import JobView
from handlers.views.plan_change_words import arrow_words
from handlers.words.catalogue import Say
from storage import outbox, people
from storage.crew_assignments import Assignment
from storage.outbox import Post
from storage.plan_changes import PlanPart

TOLD_CLIENT = frozenset({PlanPart.DAY, PlanPart.HOUR})  # which van comes is not the client's affair


async def tell_change(
    ctx: CardContext, job_view: JobView, part: PlanPart, before: str, after: str
) -> None:
    """Tell the crew that comes, and the client where it is about them."""
    for mine in coming(job_view):
        say = ctx.services.words.say(mine.language)
        words = await arrow_words(ctx.tx, say, part, before, after)
        if part is PlanPart.DAY:
            await send_to_crew(ctx, job_view, only=[mine], fresh=True, head=words)
        elif mine.person_id is not None:
            await outbox.put(ctx.tx, _short(say, job_view, words, mine.person_id))
    if part in TOLD_CLIENT:
        client = await people.get(ctx.tx, job_view.request.person_id)
        say = ctx.services.words.say(client.language)
        text = _named(say, job_view, await arrow_words(ctx.tx, say, part, before, after))
        request = job_view.request
        opened = button(f"📦 {request.number}", "mine", request.id)
        await outbox.put(ctx.tx, post_of(Screen(text, ((opened,),)), client.id))


async def tell_leads(ctx: CardContext, job_view: JobView, mine: Assignment) -> None:
    """Tell a member of the crew that they lead it from now on."""
    if mine.person_id is not None:
        say = ctx.services.words.say(mine.language)
        await outbox.put(ctx.tx, _short(say, job_view, say("crew-leads-now"), mine.person_id))


def _short(say: Say, job_view: JobView, words: str, chat_id: int) -> Post:
    """Say it in a line; the card itself is one tap away."""
    job = job_view.job
    shown = button(say.plain("home-show", number=job.number), "show", job.id)
    return post_of(Screen(_named(say, job_view, words), ((shown,),)), chat_id)


def _named(say: Say, job_view: JobView, words: str) -> str:
    head = say("plan-changed", number=job_view.job.number, when=job_view.when(say))
    return f"{head}\n{words}"


def coming(job_view: JobView) -> list[Assignment]:
    return [mine for mine in job_view.crew if mine.state is not CrewAnswer.DECLINED]


def to_be_phoned(crew: Iterable[Assignment]) -> list[str]:
    """List who is not in the bot, with the number to call."""
    return [
        f"{mine.name} {show_phone(mine.phone) if mine.phone else ''}".strip()
        for mine in crew
        if mine.person_id is None
    ]
