"""Those whom a change of a plan concerns hear what changed, and nothing else."""

from collections.abc import Iterable

from domain.jobs import CrewAnswer
from handlers.cards.client_cards import concerned
from handlers.cards.job_cards import send_to_crew
from handlers.context.callbacks import button
from handlers.context.context_protocols import CardContext
from handlers.context.recipients import Recipient, to_chat
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Screen
from handlers.views.job_views import JobView
from handlers.views.plan_change_words import arrow_words
from handlers.words.catalogue import Say
from storage.crew_assignments import Assignment
from storage.plan_changes import PlanPart

TOLD_CLIENT = frozenset({PlanPart.DAY, PlanPart.HOUR})  # which van comes is not the client's affair


async def tell_change(
    ctx: CardContext,
    job_view: JobView,
    part: PlanPart,
    before: str,
    after: str,
    *,
    asker_id: int | None = None,
) -> None:
    """Tell the crew that comes, and the client where it is about them.

    `asker_id` is the colleague of the client who had asked for another day.
    """
    for mine in coming(job_view):
        if mine.person_id is None:
            continue
        member = to_chat(ctx, mine.person_id, mine.language)
        words = await arrow_words(ctx.tx, member.say, part, before, after)
        if part is PlanPart.DAY:
            await send_to_crew(ctx, job_view, only=[mine], fresh=True, head=words)
        else:
            await _send_short(member, job_view, words)
    if part in TOLD_CLIENT:
        request = job_view.request
        for client in await concerned(ctx, request, asker_id):
            words = await arrow_words(ctx.tx, client.say, part, before, after)
            opened = button(f"📦 {request.number}", "mine", request.id)
            await client.send(Screen(_named(client.say, job_view, words), ((opened,),)))


async def tell_leads(ctx: CardContext, job_view: JobView, mine: Assignment) -> None:
    """Tell a member of the crew that they lead it from now on."""
    if mine.person_id is not None:
        member = to_chat(ctx, mine.person_id, mine.language)
        await _send_short(member, job_view, member.say("crew-leads-now"))


async def _send_short(member: Recipient, job_view: JobView, words: str) -> None:
    """Say it in a line; the card itself is one tap away."""
    job = job_view.job
    shown = button(member.say.plain("home-show", number=job.number), "show", job.id)
    await member.send(Screen(_named(member.say, job_view, words), ((shown,),)))


def _named(say: Say, job_view: JobView, words: str) -> str:
    head = say("plan-changed", number=job_view.job.number, when=job_view.when(say))
    return f"{head}\n{words}"


def coming(job_view: JobView) -> list[Assignment]:
    return [mine for mine in job_view.crew if mine.state is not CrewAnswer.DECLINED]


def to_be_phoned(crew: Iterable[Assignment]) -> list[str]:
    """List who is not in the bot, with the number to call."""
    return [with_phone(mine.name, mine.phone) for mine in crew if mine.person_id is None]


def with_phone(name: str, phone: str | None) -> str:
    return f"{name} {show_phone(phone) if phone else ''}".strip()
